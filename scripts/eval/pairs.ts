import { hasRight, LEVELS, type Level, type Marks } from './marks.ts';
import type { Row } from './rows.ts';
import { atLeast, type Share, share, type Verdict } from './statistics.ts';

const VARIANTS = ['base', 'homophone', 'emoji'] as const;
type Variant = (typeof VARIANTS)[number];

export interface PairResult {
  set: string;
  variant: Variant;
  level: Level;
  /** Of the base texts with a hit, those whose variant has one too. */
  kept: Share;
  target: number | null;
  verdict: Verdict | null;
}

/** What was found in the three variants of one sentence. */
type Triple = Partial<Record<Variant, Record<Level, boolean>>>;

/** Compares texts with the same texts under spelling tricks. Keeps two bits per row, not the rows. */
export class PairTally {
  readonly #triples = new Map<string, Triple>();
  readonly #seen = new Map<string, number>();

  readonly #set: string;
  readonly #right: readonly string[];
  readonly #target: number;

  constructor(set: string, right: readonly string[], target: number) {
    this.#set = set;
    this.#right = right;
    this.#target = target;
  }

  add({ meta }: Pick<Row, 'meta'>, marks: Marks): void {
    const variant = VARIANTS.find((each) => each === meta.variant);
    if (!variant || typeof meta.pair !== 'string') return;
    // The same sentence may stand in the set twice; its first base belongs to its first variants.
    const place = `${meta.pair} ${variant}`;
    const turn = this.#seen.get(place) ?? 0;
    this.#seen.set(place, turn + 1);
    const key = `${meta.pair} ${turn}`;
    const triple = this.#triples.get(key) ?? {};
    triple[variant] = {
      likely: hasRight(marks.likely, this.#right),
      clue: hasRight(marks.clue, this.#right),
    };
    this.#triples.set(key, triple);
  }

  results(): PairResult[] {
    return LEVELS.flatMap((level) =>
      VARIANTS.slice(1).map((variant) => {
        const hits = [...this.#triples.values()].filter((each) => each.base?.[level] && each[variant]);
        const kept = share(hits.filter((each) => each[variant]?.[level]).length, hits.length);
        const judged = level === 'likely';
        return {
          set: this.#set,
          variant,
          level,
          kept,
          target: judged ? this.#target : null,
          verdict: judged ? atLeast(kept, this.#target) : null,
        };
      }),
    );
  }
}
