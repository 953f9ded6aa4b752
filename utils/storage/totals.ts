import type { Counted } from './shape';
import type { Totals } from './tables';

export const NO_TOTALS: Totals = {
  id: 'totals',
  reports: 0,
  statuses: {},
  sites: {},
  categories: {},
  pictures: 0,
  pictureBytes: 0,
};

/** The totals while a transaction changes them. Names come from pages and packs, hence maps. */
export class RunningTotals {
  #reports: number;
  #pictures: number;
  #pictureBytes: number;
  readonly #statuses: Map<string, number>;
  readonly #sites: Map<string, number>;
  readonly #categories: Map<string, number>;

  constructor({ reports, statuses, sites, categories, pictures, pictureBytes }: Totals = NO_TOTALS) {
    this.#reports = reports;
    this.#pictures = pictures;
    this.#pictureBytes = pictureBytes;
    this.#statuses = new Map(Object.entries(statuses));
    this.#sites = new Map(Object.entries(sites));
    this.#categories = new Map(Object.entries(categories));
  }

  /** `undefined` stands for a report that is not there. */
  report(before: Counted | undefined, after: Counted | undefined): void {
    if (before) this.#count(before, -1);
    if (after) this.#count(after, 1);
  }

  picture(blob: Blob | undefined, by: 1 | -1): void {
    this.#pictures += by;
    this.#pictureBytes += by * (blob?.size ?? 0);
  }

  toRow(): Totals {
    return {
      id: 'totals',
      reports: this.#reports,
      statuses: Object.fromEntries(this.#statuses),
      sites: Object.fromEntries(this.#sites),
      categories: Object.fromEntries(this.#categories),
      pictures: this.#pictures,
      pictureBytes: this.#pictureBytes,
    };
  }

  #count({ status, site, categories }: Counted, by: 1 | -1): void {
    this.#reports += by;
    step(this.#statuses, status, by);
    step(this.#sites, site, by);
    for (const category of categories) step(this.#categories, category, by);
  }
}

function step(counts: Map<string, number>, name: string, by: 1 | -1): void {
  const count = (counts.get(name) ?? 0) + by;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}
