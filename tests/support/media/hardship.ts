import { BUDGET } from '@/utils/evidence/media/byte-source';
import type { Container } from '@/utils/evidence/media/define-container';
import { stopwatch } from '../stopwatch';
import { readContainer } from './read-container';

/** Milliseconds that no file may take, whatever it holds. */
const MOST_MS = 50;

/** Milliseconds of processor time, the least of three runs: neither a busy machine nor a cold start is the file's. */
export async function fastest(run: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < 3 && best > MOST_MS; count++) {
    const spent = stopwatch();
    await run();
    best = Math.min(best, spent());
  }
  return best;
}

/**
 * What a container does wrong with these bytes: more than its budget or its time, with a file of known size and one of
 * unknown. Any error but its own two is thrown on.
 */
export async function hardship(container: Container, file: Uint8Array): Promise<string | undefined> {
  for (const sized of [true, false]) {
    const { bytesRead, requests } = await readContainer(container, file, sized);
    if (bytesRead > BUDGET.bytes) return `read ${bytesRead} bytes`;
    if (requests > BUDGET.requests) return `made ${requests} requests`;
    const taken = await fastest(() => readContainer(container, file, sized));
    if (taken > MOST_MS) return `took ${taken} ms`;
  }
  return undefined;
}

/** A file with some of its bytes changed, and cut or not: by the places and values that a property draws. */
export function mutated(
  file: Uint8Array,
  changes: readonly (readonly [place: number, value: number])[],
  kept = 1,
): Uint8Array {
  const copy = file.slice(0, Math.ceil(file.length * kept));
  for (const [place, value] of changes) copy[Math.floor(place * copy.length)] = value;
  return copy;
}
