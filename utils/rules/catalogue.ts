import type { Localized } from '../model/localized';
import { foldForSearch, searchWords } from '../search';
import { guidanceOf } from './describe';
import { builtInPacks, reportRoutes, sourceTexts } from './index';
import type { Category, GuidedCategory, Pack, Routes, Rule, Sources } from './schema';

export type Policy = Category['policy'];
/** In the order in which the categories are counted and drawn: what marks first. */
export const POLICIES = [
  'text-hint',
  'text-hint-narrow',
  'same-as',
  'checklist-only',
  'not-observable',
  'never-by-viewpoint',
] as const satisfies readonly Policy[];

export type Route = Routes[string];
export type Source = Sources[string];

/** All that the packs say of one category, its references resolved. */
export interface CategoryEntry {
  category: Category;
  pack: Pack;
  /** Its own questions and safeguards, or those of the category that it is the same as. */
  guidance: GuidedCategory | undefined;
  route: Route | undefined;
  /** Its own rules, or those of the category that it is the same as. */
  rules: readonly Rule[];
  sources: readonly Source[];
}

export interface CampaignEntry {
  pack: Pack;
  year: string;
  categories: readonly CategoryEntry[];
  /** How many of the categories have rules. */
  marked: number;
  sources: readonly Source[];
}

const rules = Map.groupBy(
  builtInPacks.flatMap((pack) => pack.rules),
  ({ category }) => category,
);

/** Every campaign with its categories, the newest year first. */
export const campaigns: readonly CampaignEntry[] = builtInPacks
  .map(campaignEntry)
  .sort((a, b) => b.year.localeCompare(a.year) || a.pack.id.localeCompare(b.pack.id));

const entries: readonly CategoryEntry[] = campaigns.flatMap(({ categories }) => categories);
const byId = new Map(entries.map((entry) => [entry.category.id, entry]));

export function categoryEntry(id: string): CategoryEntry | undefined {
  return byId.get(id);
}

export function countPolicies(of: readonly CategoryEntry[] = entries): Record<Policy, number> {
  const counts = Object.fromEntries(POLICIES.map((policy) => [policy, 0])) as Record<Policy, number>;
  for (const { category } of of) counts[category.policy]++;
  return counts;
}

/**
 * The categories that hold every word of a search in a name, a phrase, a clause, their id or their campaign's name,
 * whatever the language.
 *
 * @param policy leaves the others out; empty for all
 */
export function findCategories(text: string, policy: Policy | ''): readonly CategoryEntry[] {
  const words = searchWords(text);
  return entries.filter(
    (entry) =>
      (!policy || entry.category.policy === policy) &&
      words.every((word) => searchable(entry).includes(word)),
  );
}

function campaignEntry(pack: Pack): CampaignEntry {
  const categories = pack.categories.map((category) => entryOf(pack, category));
  return {
    pack,
    year: pack.id.slice(0, 4),
    categories,
    marked: categories.filter((entry) => entry.rules.length > 0).length,
    sources: sourcesOf(pack.sources),
  };
}

function entryOf(pack: Pack, category: Category): CategoryEntry {
  const guidance = guidanceOf(category);
  return {
    category,
    pack,
    guidance,
    route: guidance && reportRoutes[guidance.route],
    rules: rules.get(guidance?.id ?? category.id) ?? [],
    sources: sourcesOf(category.sources),
  };
}

function sourcesOf(ids: readonly string[]): Source[] {
  return ids.flatMap((id) => sourceTexts[id] ?? []);
}

const folded = new Map<CategoryEntry, string>();

function searchable(entry: CategoryEntry): string {
  let text = folded.get(entry);
  if (text === undefined) {
    const { category, pack } = entry;
    const both = ({ zh_CN, en }: Localized) => `${zh_CN}\n${en}`;
    text = foldForSearch(
      [category.id, category.phrase, ...[category.name, category.clause, pack.campaign].map(both)].join('\n'),
    );
    folded.set(entry, text);
  }
  return text;
}
