import type { Plugin } from 'vite';
import type { Pack } from '../../utils/rules/schema/pack.ts';

/** Examples of rules are tests and documentation: they stand in the packs and never ship. */
export function leanPacks(): Plugin {
  return {
    name: 'qingjian:lean-packs',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/rules\/packs\/20[^/?]+\.json$/.test(id)) return undefined;
      return JSON.stringify(leanPack(JSON.parse(code) as Pack));
    },
  };
}

export function leanPack(pack: Pack) {
  return { ...pack, rules: pack.rules.map(({ hits: _, misses: __, ...rule }) => rule) };
}
