import type { StoredEntry, StoredEvidence, StoredReport } from '../tables';
import type { Problems } from './problems';
import { sealOf, sealOfEvidence, sealOfReport, sha256OfBlob } from './seal';

interface Chain {
  /** Of the last entry seen. */
  seal: unknown;
  state: unknown;
  reportSeen: boolean;
}

/** Checks rows against each other. Histories are to be handed over first, by ascending number, then reports, then the rest. */
export class RowChecks {
  readonly #chains = new Map<string, Chain>();
  /** SHA-256 of the picture that each evidence row is to have, null for none. */
  readonly #pictures = new Map<string, { reportId: string; sha256: unknown }>();

  constructor(readonly problems: Problems) {}

  entry(row: StoredEntry): void {
    const { seq, reportId } = row;
    const tell = (kind: 'changed' | 'chain') => this.problems.add('history', seq, kind, reportId);
    if (sealOf(row) !== row.seal) tell('changed');
    const before = this.#chains.get(reportId);
    if ((row.prev ?? null) !== (before?.seal ?? null)) tell('chain');
    else if (before?.state !== undefined && row.from !== undefined && row.from !== before.state)
      tell('chain');
    this.#chains.set(reportId, { seal: row.seal, state: row.state, reportSeen: false });
    if (row.picture) {
      this.#pictures.set(`${reportId}:${row.picture.filing}`, { reportId, sha256: row.picture.sha256 });
    }
  }

  report(row: StoredReport): void {
    if (sealOfReport(row) !== row.seal) this.problems.add('reports', row.id, 'changed', row.id);
    const chain = this.#chains.get(row.id);
    if (!chain) this.problems.add('reports', row.id, 'added', row.id);
    else {
      chain.reportSeen = true;
      if (chain.seal !== row.chain || chain.state !== row.seal) {
        this.problems.add('reports', row.id, 'chain', row.id);
      }
    }
  }

  async evidence(row: StoredEvidence): Promise<void> {
    const { id, reportId, sha256 } = row;
    const kept = this.#pictures.get(id);
    this.#pictures.delete(id);
    const sum = row.blob instanceof Blob ? await sha256OfBlob(row.blob) : undefined;
    if (sum === undefined || sum !== sha256 || (kept && kept.sha256 !== sha256)) {
      this.problems.add('evidence', id, 'picture', reportId);
    } else if (sealOfEvidence(row) !== row.seal) {
      this.problems.add('evidence', id, 'changed', reportId);
    }
    this.#owned('evidence', id, reportId);
  }

  visit(row: { seq: number; reportId: string; seal: string }): void {
    if (sealOf(row) !== row.seal) this.problems.add('visits', row.seq, 'changed', row.reportId);
    this.#owned('visits', row.seq, row.reportId);
  }

  dismissal(row: { postKey: string; seal: string }): void {
    if (sealOf(row) !== row.seal) this.problems.add('dismissals', row.postKey, 'changed');
  }

  /** After the last row: what should have been there. */
  finish(): void {
    for (const [id, { reportSeen }] of this.#chains) {
      if (!reportSeen) this.problems.add('reports', id, 'missing', id);
    }
    for (const [id, { reportId, sha256 }] of this.#pictures) {
      if (sha256 !== null) this.problems.add('evidence', id, 'picture', reportId);
    }
  }

  #owned(table: 'evidence' | 'visits', key: unknown, reportId: string): void {
    if (!this.#chains.get(reportId)?.reportSeen) this.problems.add(table, key, 'added', reportId);
  }
}
