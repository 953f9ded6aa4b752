import type { Concern, Place } from '../model/concern';

/** What stands in the place of something that was found, whatever its length. */
export const MASK = '***';

/** A text with places in it masked. @param places of this very text; those outside it are passed over */
export function maskPlaces(text: string, places: readonly Pick<Place, 'start' | 'end'>[]): string {
  let masked = '';
  let copied = 0;
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (start < copied || end > text.length || start >= end) continue;
    masked += text.slice(copied, start) + MASK;
    copied = end;
  }
  return masked + text.slice(copied);
}

/** Masks in another text, such as a description made from the report, whatever concerns found in the report. */
export function maskFound(text: string, concerns: readonly Pick<Concern, 'places'>[]): string {
  const found = concerns.flatMap(({ places }) => places.map((place) => place.text));
  // The longest first, so that no part of one stays.
  return [...new Set(found)]
    .filter((each) => each.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((masked, each) => masked.replaceAll(each, MASK), text);
}
