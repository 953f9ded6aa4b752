import { type Facet, type ReportDigest, WITHOUT } from '../model/queue';

const NOTHING: readonly string[] = [WITHOUT];

/** A report's values for a facet, each once; {@link WITHOUT} when it has none. */
export function valuesOf(digest: ReportDigest, facet: Facet): readonly string[] {
  const values = SOURCES[facet](digest);
  if (facet === 'campaigns') return orNothing([...new Set((values as readonly string[]).map(campaignOf))]);
  return orNothing(typeof values === 'string' ? [values].filter(Boolean) : values);
}

/** The campaign of `2025-3/fake-staged` is `2025-3`. */
export function campaignOf(category: string): string {
  const slash = category.indexOf('/');
  return slash < 0 ? category : category.slice(0, slash);
}

/** What a facet's values are made of; the same object or text always gives the same values. */
const SOURCES: Record<Facet, (digest: ReportDigest) => string | readonly string[]> = {
  statuses: ({ status }) => status,
  campaigns: ({ categories }) => categories,
  categories: ({ categories }) => categories,
  sites: ({ site }) => site,
  confidences: ({ confidence }) => confidence,
  labels: ({ label }) => label,
  files: ({ files }) => files,
  rules: ({ rules }) => rules,
  assignees: ({ assignee }) => assignee,
  tags: ({ tags }) => tags,
};

function orNothing(values: readonly string[]): readonly string[] {
  return values.length > 0 ? values : NOTHING;
}

/**
 * One facet of all reports. Reports share few combinations of values (whole lists of categories, of tags), so each
 * report holds only the number of its combination: filtering and counting look at combinations once, at reports by
 * number.
 */
export class FacetColumn {
  /** Number of the combination, by slot. */
  codes = new Uint32Array(1024);
  readonly #combinations: (readonly string[])[] = [];
  readonly #numbers = new Map<unknown, number>();

  constructor(readonly facet: Facet) {}

  put(slot: number, digest: ReportDigest): void {
    if (slot >= this.codes.length) this.codes = grown(this.codes, slot);
    const source = SOURCES[this.facet](digest);
    let number = this.#numbers.get(source);
    if (number === undefined) {
      number = this.#combinations.push(valuesOf(digest, this.facet)) - 1;
      this.#numbers.set(source, number);
    }
    this.codes[slot] = number;
  }

  /** For each combination 1 when one of its values was chosen, else 0. */
  passing(chosen: ReadonlySet<string>): Uint8Array {
    return Uint8Array.from(this.#combinations, (values) => (values.some((each) => chosen.has(each)) ? 1 : 0));
  }

  /** Zeros, one for each combination. */
  counters(): Uint32Array {
    return new Uint32Array(this.#combinations.length);
  }

  /** Values that occur, each with the reports that have it. */
  sum(counters: Uint32Array): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (let number = 0; number < counters.length; number++) {
      const count = counters[number]!;
      if (count === 0) continue;
      for (const value of this.#combinations[number]!) sums.set(value, (sums.get(value) ?? 0) + count);
    }
    return sums;
  }
}

function grown(codes: Uint32Array<ArrayBuffer>, slot: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(slot + 1, codes.length * 2));
  larger.set(codes);
  return larger;
}
