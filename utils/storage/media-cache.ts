import { Dexie, type EntityTable } from 'dexie';
import { sha256By } from '../digest';
import type { FindingsCache } from '../evidence/desk/desk';
import type { MediaFindings } from '../evidence/engine/order';

/** Findings that are kept; the oldest go first. */
export const MOST_KEPT = 5_000;
/** It is looked for too many after so many more. */
const SWEEP_EVERY = 50;

interface Kept {
  /** SHA-256 of the file's name, in hexadecimal: what was looked at cannot be read off the disk. */
  name: string;
  findings: MediaFindings;
  /** Milliseconds since 1970. */
  at: number;
  until: number;
}

interface Tables {
  findings: EntityTable<Kept, 'name'>;
}

/**
 * What was found in files, so that none is read twice in a week: a database of its own, beside the ledger, that can be
 * lost without loss. So where it cannot be read or written (a full disk, a broken profile) it is as if nothing were
 * kept, and the check of a file goes on.
 */
export class MediaCache implements FindingsCache {
  readonly #db: Dexie & Tables;
  #untilSweep = 0;

  constructor(name = 'qingjian-media') {
    this.#db = new Dexie(name) as Dexie & Tables;
    this.#db.version(1).stores({ findings: 'name, at' });
  }

  async get(name: string, now: number): Promise<MediaFindings | undefined> {
    try {
      const kept = await this.#db.findings.get(await digestOf(name));
      // A clock that was set back makes nothing last longer.
      return kept && kept.at <= now && now < kept.until ? kept.findings : undefined;
    } catch {
      return undefined;
    }
  }

  async put(
    name: string,
    findings: MediaFindings,
    { now, until }: { now: number; until: number },
  ): Promise<void> {
    try {
      await this.#db.findings.put({ name: await digestOf(name), findings, at: now, until });
      if (this.#untilSweep-- <= 0) await this.#sweep();
    } catch {
      // As if nothing were kept; see above.
    }
  }

  close(): void {
    this.#db.close();
  }

  async #sweep(): Promise<void> {
    this.#untilSweep = SWEEP_EVERY;
    const over = (await this.#db.findings.count()) - MOST_KEPT;
    if (over > 0) await this.#db.findings.orderBy('at').limit(over).delete();
  }
}

function digestOf(name: string): Promise<string> {
  return sha256By(new TextEncoder().encode(name));
}
