import { compilePacks, type RuleSet } from './compile';
import shared from './packs/shared.json';
import type { Pack, SharedPack } from './schema';

const packs = import.meta.glob<Pack>('./packs/20*.json', {
  eager: true,
  import: 'default',
});

/** The packs that ship with the extension, found by file name, in order of campaign. */
export const builtInPacks: readonly Pack[] = Object.values(packs).sort((a, b) => a.id.localeCompare(b.id));
export const sharedPack = shared as SharedPack;

/** Compiles the built-in packs; they are schema-checked by tests, not at run time. */
export function loadRules(): RuleSet {
  return compilePacks(builtInPacks, sharedPack);
}
