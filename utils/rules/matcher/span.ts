import { CANDIDATES, CLASSES, type Memory, SINGLES, SPAN, START } from './memory';

/** How far the text is read. One for all matchers: scanning is synchronous. */
export const span = {
  /** Index after the last class. */
  filled: START,
  /** Offset of the next unit of the text to read. */
  next: 0,
  candidates: 0,
  singles: 0,
  spots: 1,
  /** Classes that were read and have made room for others. */
  gone: 0,
};

/** From the index `spotAt[s]` on, an index plus `spotDelta[s]` is the character's offset in the text. */
export const spotAt = new Uint16Array(2 * SPAN + 8);
export const spotDelta = new Int32Array(2 * SPAN + 8);

export function openSpan(memory: Memory): void {
  memory[CLASSES] = 0;
  memory[CLASSES + 1] = 0;
  spotDelta[0] = -START;
  span.filled = START;
  span.next = 0;
  span.candidates = 0;
  span.singles = 0;
  span.spots = 1;
  span.gone = 0;
}

/** Characters read since {@link openSpan}. */
export function readCount(): number {
  return span.gone + span.filled - START;
}

/** Moves what stands from `from` on to the start, so that the rest of the text can follow. */
export function slideSpan(memory: Memory, from: number): void {
  const by = from - START;
  memory.copyWithin(CLASSES, CLASSES + by, CLASSES + span.filled);
  span.filled -= by;
  span.gone += by;
  // A candidate is noted at its third character.
  span.candidates = slide(memory, CANDIDATES, span.candidates, by, START + 2);
  span.singles = slide(memory, SINGLES, span.singles, by, START);
  let first = 0;
  while (first + 1 < span.spots && spotAt[first + 1]! <= by) first++;
  for (let s = first; s < span.spots; s++) {
    spotAt[s - first] = Math.max(0, spotAt[s]! - by);
    spotDelta[s - first] = spotDelta[s]! + by;
  }
  span.spots -= first;
}

/** From the index `at` on, characters stand `delta` further in the text. */
export function setSpot(at: number, delta: number): void {
  const last = span.spots - 1;
  if (spotDelta[last] === delta) return;
  const spot = spotAt[last] === at && last > 0 ? last : span.spots++;
  spotAt[spot] = at;
  spotDelta[spot] = delta;
}

function slide(memory: Memory, place: number, count: number, by: number, least: number): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const at = memory[place + i]! - by;
    if (at >= least) memory[place + kept++] = at;
  }
  return kept;
}
