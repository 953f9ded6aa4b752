import type { Facet, FacetCounts, ReportDigest } from '../model/queue';
import { ALONE } from './copy-groups';
import type { FacetColumn } from './facets';
import type { CompiledQuery } from './matches';
import { isDisputed } from './opinions';
import type { TextHits } from './text-hits';

export interface SelectData {
  digests: readonly (ReportDigest | undefined)[];
  columns: readonly FacetColumn[];
  hits: TextHits;
  /** Group of copies by slot; needed only where the query asks for copies. */
  groups: Uint32Array | undefined;
}

/** Of a report that fits all that is chosen, or fails it in more than one facet. */
const NONE = -1;
const MANY = -2;

/**
 * Which slots fit, in the order given, and how many would for each value of each facet under the rest of the query. One
 * pass: a report that fails in exactly one facet counts for the values of that facet alone.
 */
export function selectSlots(
  order: Uint32Array,
  query: CompiledQuery,
  { digests, columns, hits, groups }: SelectData,
): { slots: Uint32Array; facets: FacetCounts } {
  const { words, from, until, copies, disagree } = query;
  const counters = columns.map((column) => column.counters());
  const codes = columns.map((column) => column.codes);
  const failing = failingFacet(columns, query);
  const slots = new Uint32Array(order.length);
  let count = 0;
  for (const slot of order) {
    const failed = failing(slot);
    if (failed === MANY) continue;
    const digest = digests[slot]!;
    if (digest.createdAt < from || digest.createdAt >= until) continue;
    if (copies && groups?.[slot] === ALONE) continue;
    if (disagree && !isDisputed(digest.opinions)) continue;
    if (words.length > 0 && !hits.has(slot, digest)) continue;
    if (failed === NONE) {
      slots[count++] = slot;
      for (let i = 0; i < counters.length; i++) counters[i]![codes[i]![slot]!]!++;
    } else counters[failed]![codes[failed]![slot]!]!++;
  }
  const facets = Object.fromEntries(
    columns.map((column, i) => [column.facet, column.sum(counters[i]!)]),
  ) as Record<Facet, ReadonlyMap<string, number>>;
  return { slots: slots.subarray(0, count), facets };
}

/** Tells the number of the only column whose choice a slot fails, {@link NONE} or {@link MANY}. */
function failingFacet(columns: readonly FacetColumn[], { chosen }: CompiledQuery): (slot: number) => number {
  const filters = chosen.map(({ facet, values }) => {
    const index = columns.findIndex((column) => column.facet === facet);
    return { index, codes: columns[index]!.codes, passing: columns[index]!.passing(values) };
  });
  return (slot) => {
    let failed = NONE;
    for (const { index, codes, passing } of filters) {
      if (passing[codes[slot]!] === 1) continue;
      if (failed !== NONE) return MANY;
      failed = index;
    }
    return failed;
  };
}
