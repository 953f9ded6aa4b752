import { compilePacks } from './compile';
import { linkRules, type RuleSet } from './match';
import routes from './packs/routes.json';
import sources from './packs/sources.json';
import type { Pack, Routes, SharedPack, Sources } from './schema';

const packs = import.meta.glob<Pack>('./packs/20*.json', { eager: true, import: 'default' });
const shared = import.meta.glob<SharedPack>('./packs/shared/*.json', { eager: true, import: 'default' });

/** The packs that ship with the extension, found by file name, in order of campaign. */
export const builtInPacks: readonly Pack[] = Object.values(packs).sort(byId);
export const sharedPacks: readonly SharedPack[] = Object.values(shared).sort(byId);
export const reportRoutes = routes.routes as Routes;
export const sourceTexts = sources.sources as Sources;

/** Compiles the built-in packs; they are schema-checked by tests, not at run time. */
export function loadRules(): RuleSet {
  return linkRules(compilePacks(builtInPacks, sharedPacks));
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id.localeCompare(b.id);
}
