import { CONFIDENCES } from '../model/finding';
import type { ReportDigest, ReportSort } from '../model/queue';
import { REPORT_STATUSES } from '../model/report';

/** Sort keys are whole numbers from 0; reports without one come last in either direction. */
type KeyOf = (slot: number) => number | undefined;

const CONFIDENCE_ORDER: readonly string[] = ['none', ...CONFIDENCES];
const STATUS_ORDER: readonly string[] = REPORT_STATUSES;
const DIGIT = 0x10000;

export interface SortData {
  digests: readonly (ReportDigest | undefined)[];
  /** Number of the report's copies with itself, by slot. */
  copiesOf: (slot: number) => number;
}

/**
 * Sorts slots that stand newest first. Reports with the same key stay newest first, and of the same moment the greater
 * id comes first; by filing time, the other direction is the exact reverse.
 *
 * @returns another array, or the same one where nothing changes
 */
export function sortSlots(slots: Uint32Array, { by, descending }: ReportSort, data: SortData): Uint32Array {
  if (by === 'createdAt') return descending ? slots : slots.toReversed();
  return sortByKey(slots, keyFor(by, data), descending);
}

function keyFor(by: Exclude<ReportSort['by'], 'createdAt'>, { digests, copiesOf }: SortData): KeyOf {
  const at = (slot: number) => digests[slot]!;
  switch (by) {
    case 'updatedAt':
      return (slot) => at(slot).updatedAt;
    case 'decidedAt':
      return (slot) => at(slot).decidedAt;
    case 'confidence':
      return (slot) => CONFIDENCE_ORDER.indexOf(at(slot).confidence);
    case 'status':
      return (slot) => STATUS_ORDER.indexOf(at(slot).status);
    case 'copies':
      return copiesOf;
    case 'site': {
      const names = new Set(digests.flatMap((digest) => digest?.site ?? []));
      const ranks = new Map([...names].sort().map((name, rank) => [name, rank]));
      return (slot) => ranks.get(at(slot).site);
    }
  }
}

/** Radix sort: stable, and for 100,000 reports a few milliseconds where comparing takes a hundred. */
function sortByKey(slots: Uint32Array, keyOf: KeyOf, descending: boolean): Uint32Array {
  const keyed = new Uint32Array(slots.length);
  const keys = new Float64Array(slots.length);
  const without: number[] = [];
  let [count, least, greatest] = [0, Number.POSITIVE_INFINITY, 0];
  for (const slot of slots) {
    const key = keyOf(slot);
    if (key === undefined) {
      without.push(slot);
      continue;
    }
    keyed[count] = slot;
    keys[count++] = key;
    least = Math.min(least, key);
    greatest = Math.max(greatest, key);
  }
  for (let i = 0; i < count; i++) keys[i] = descending ? greatest - keys[i]! : keys[i]! - least;
  const sorted = radixSort(keyed.subarray(0, count), keys.subarray(0, count), greatest - least);
  const result = new Uint32Array(slots.length);
  result.set(sorted);
  result.set(without, count);
  return result;
}

/** By the digits of the keys, the lowest first. */
function radixSort(slots: Uint32Array, keys: Float64Array, greatest: number): Uint32Array {
  let [from, fromKeys] = [slots, keys];
  for (let unit = 1; unit <= greatest; unit *= DIGIT) {
    const starts = new Uint32Array(DIGIT + 1);
    for (const key of fromKeys) starts[(Math.floor(key / unit) % DIGIT) + 1]!++;
    for (let digit = 1; digit <= DIGIT; digit++) starts[digit]! += starts[digit - 1]!;
    const [to, toKeys] = [new Uint32Array(from.length), new Float64Array(from.length)];
    for (let i = 0; i < from.length; i++) {
      const place = starts[Math.floor(fromKeys[i]! / unit) % DIGIT]!++;
      to[place] = from[i]!;
      toKeys[place] = fromKeys[i]!;
    }
    [from, fromKeys] = [to, toKeys];
  }
  return from;
}
