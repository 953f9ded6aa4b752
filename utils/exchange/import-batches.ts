import type { IncomingReport } from '../model/exchange';

/** Reports that are looked up or written at once. */
const MOST = 200;
/** Of their pictures together, in bytes: all of them may be in memory at a time. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Gathers reports until there are enough of them, by number or by the size of their pictures. */
export class Batch {
  #reports: IncomingReport[] = [];
  #bytes = 0;

  /** Whether what is gathered is to be taken now. */
  add(incoming: IncomingReport): boolean {
    this.#reports.push(incoming);
    for (const { size } of incoming.pictures) this.#bytes += size;
    return this.#reports.length >= MOST || this.#bytes >= MOST_BYTES;
  }

  /** Empties it. */
  take(): IncomingReport[] {
    const reports = this.#reports;
    this.#reports = [];
    this.#bytes = 0;
    return reports;
  }
}
