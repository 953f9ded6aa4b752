import type { Scan } from './engines.ts';

export interface Engine {
  name: string;
  scan: Scan;
}

/** What one engine took. */
export interface Measured {
  name: string;
  /** Nanoseconds per UTF-16 unit, one of each round. */
  times: number[];
  /** Hits in so many units of the texts. */
  hits: number;
  units: number;
}

const WARM_UP = 2;
/**
 * A turn is several passes over texts that take about as long, the fastest of which counts: on a machine that others
 * use too, most passes are interrupted somewhere.
 */
const PASSES = 6;
const PASS_MS = 6;
/** The texts that a first estimate is made on. */
const FIRST_SHARE = 0.05;

interface Turn extends Measured {
  scan: Scan;
  texts: readonly string[];
}

/** Lets engines take turns: A B C … A B C …, the first rounds to warm up. */
export function measure(engines: readonly Engine[], texts: readonly string[], rounds: number): Measured[] {
  const turns = engines.map(
    ({ name, scan }): Turn => ({ name, scan, texts: [], times: [], hits: 0, units: 0 }),
  );
  for (const turn of turns) giveTexts(turn, texts);
  for (let round = 0; round < rounds + WARM_UP; round++) {
    for (const turn of turns) {
      (globalThis as { gc?: (options: { type: 'minor' }) => void }).gc?.({ type: 'minor' });
      const time = fastest(turn);
      if (round >= WARM_UP) turn.times.push((time * 1e6) / turn.units);
    }
  }
  return turns.map(({ name, times, hits, units }) => ({ name, times, hits, units }));
}

/** As many of the texts as the engine reads in one pass; the second estimate is made on compiled code. */
function giveTexts(turn: Turn, all: readonly string[]): void {
  let share = FIRST_SHARE;
  for (let i = 0; i < 3; i++) {
    turn.texts = sample(all, share);
    turn.units = turn.texts.reduce((sum, { length }) => sum + length, 0);
    if (i < 2) share = Math.min(1, (share * PASS_MS) / Math.max(fastest(turn), 0.01));
  }
}

/** Milliseconds of the fastest pass. */
function fastest(turn: Turn): number {
  return Math.min(...Array.from({ length: PASSES }, () => pass(turn)));
}

function pass(turn: Turn): number {
  const { scan, texts } = turn;
  let hits = 0;
  const start = performance.now();
  for (let i = 0; i < texts.length; i++) hits += scan(texts[i]!);
  const time = performance.now() - start;
  turn.hits = hits;
  return time;
}

/** The first texts, or the start of the only one. */
function sample(texts: readonly string[], share: number): readonly string[] {
  if (share === 1) return texts;
  if (texts.length > 1) return texts.slice(0, Math.ceil(texts.length * share));
  const start = texts[0]!.slice(0, Math.ceil(texts[0]!.length * share)).toWellFormed();
  // A copy: a part of a string is read more slowly.
  return [JSON.parse(JSON.stringify(start))];
}
