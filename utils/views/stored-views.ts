import * as v from 'valibot';
import { FACETS, type Facet, type SavedView, SORT_KEYS } from '../model/queue';
import { START } from './query';
import { IS_VALUE, isEnd, isSearch, LONGEST } from './values';

/** Longest name of a view, in UTF-16 code units. */
export const LONGEST_NAME = 80;

/** What is stored of saved views, in order. */
export interface StoredViews {
  views: readonly SavedView[];
  /** Entries that another version has written and that are kept for it. */
  unread: readonly unknown[];
}

const Name = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_NAME));
const End = v.optional(v.pipe(v.string(), v.check(isEnd)), '');

function list(facet: Facet) {
  const value = v.pipe(v.string(), v.check(IS_VALUE[facet]));
  return v.optional(v.array(value), []);
}

/**
 * Strict in what is there, as a filter that is left out would show more than its view says; fields that are not there
 * are those of an earlier version, which had no such filter.
 */
const SavedViewSchema = v.strictObject({
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST)),
  name: Name,
  query: v.strictObject({
    text: v.optional(v.pipe(v.string(), v.check(isSearch)), ''),
    from: End,
    to: End,
    copies: v.optional(v.boolean(), false),
    disagree: v.optional(v.boolean(), false),
    ...(Object.fromEntries(FACETS.map((facet) => [facet, list(facet)])) as Record<
      Facet,
      ReturnType<typeof list>
    >),
  }),
  sort: v.optional(v.strictObject({ by: v.picklist(SORT_KEYS), descending: v.boolean() }), START.sort),
  grouped: v.optional(v.boolean(), START.grouped),
});

export function readViews(stored: unknown): StoredViews {
  const views: SavedView[] = [];
  const unread: unknown[] = [];
  for (const entry of Array.isArray(stored) ? stored : []) {
    const { success, output } = v.safeParse(SavedViewSchema, entry);
    // The values of closed lists were checked one by one, which types cannot see.
    if (success && !views.some(({ id }) => id === output.id)) views.push(output as SavedView);
    else unread.push(entry);
  }
  return { views, unread };
}

/** As it is stored; what could not be read stays where another version finds it. */
export function writeViews({ views, unread }: StoredViews): unknown[] {
  return [...views, ...unread];
}
