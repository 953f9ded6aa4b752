import type { Place, PlaceField, PlaceKind } from '../model/concern';
import type { Report } from '../model/report';
import { textsOf } from '../model/texts';

/** Half-open range in a text. */
export interface Found {
  start: number;
  end: number;
  kind: PlaceKind;
}

/** Full-width letters, digits and signs as their ASCII forms; every character keeps its place and length. */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (c) =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

/**
 * In order of position; of two that overlap the one that comes first in the list stays.
 *
 * @param length of the text
 */
export function inOrder(found: readonly Found[], length: number): Found[] {
  const taken = new Uint8Array(length);
  const kept = found.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

/** More places of one report say nothing new. */
const MAX_PLACES = 200;

export function placesIn(
  report: Report,
  fields: readonly PlaceField[],
  find: (text: string) => readonly Found[],
): Place[] {
  const places: Place[] = [];
  for (const { value, ...where } of textsOf(report, fields)) {
    for (const { start, end, kind } of find(value)) {
      if (places.length >= MAX_PLACES) return places;
      places.push({ ...where, start, end, kind, text: value.slice(start, end) });
    }
  }
  return places;
}
