import { type LedgerHead, SEALED_TABLES, type SealedTable } from '../tables';
import { sealOf } from './seal';
import type { Numbers } from './seal-new';

const WORDS = 8;
const SEAL = /^[0-9a-f]{64}$/;

/** The last numbers that were given. */
export function lastNumbers(head: LedgerHead | undefined): Numbers {
  return { rev: head?.rev ?? 0, seq: head?.seq ?? 0 };
}

/** The ledger's head while it is being changed: rows in and out of each table, and the numbers that rows are given. */
export class Head {
  readonly #combined: Record<SealedTable, Uint32Array>;
  readonly #rows: Record<SealedTable, number>;
  rev: number;
  seq: number;
  visit: number;

  constructor(
    readonly since: number,
    head?: LedgerHead,
  ) {
    this.rev = head?.rev ?? 0;
    this.seq = head?.seq ?? 0;
    this.visit = head?.visit ?? 0;
    const tables = head?.tables;
    this.#combined = each((table) => parse(tables?.[table].seals));
    this.#rows = each((table) => tables?.[table].rows ?? 0);
  }

  add(table: SealedTable, seal: unknown): void {
    this.#rows[table]++;
    this.#mix(table, seal);
  }

  remove(table: SealedTable, seal: unknown): void {
    this.#rows[table]--;
    this.#mix(table, seal);
  }

  replace(table: SealedTable, before: unknown, after: string): void {
    this.#mix(table, before);
    this.#mix(table, after);
  }

  rowsOf(table: SealedTable): number {
    return this.#rows[table];
  }

  toRow(): LedgerHead {
    const { rev, seq, visit, since } = this;
    const row = {
      id: 'head' as const,
      since,
      rev,
      seq,
      visit,
      tables: each((table) => ({ rows: this.#rows[table], seals: format(this.#combined[table]) })),
    };
    return { ...row, seal: sealOf(row) };
  }

  /** A row that was damaged may hold anything as its seal; verifying finds it missing from the combination. */
  #mix(table: SealedTable, seal: unknown): void {
    if (typeof seal !== 'string' || !SEAL.test(seal)) return;
    const combined = this.#combined[table];
    for (let word = 0; word < WORDS; word++) {
      combined[word]! ^= Number.parseInt(seal.slice(word * 8, word * 8 + 8), 16);
    }
  }
}

function each<T>(make: (table: SealedTable) => T): Record<SealedTable, T> {
  return Object.fromEntries(SEALED_TABLES.map((table) => [table, make(table)])) as Record<SealedTable, T>;
}

function parse(seals = ''): Uint32Array {
  return Uint32Array.from(
    { length: WORDS },
    (_, word) => Number.parseInt(seals.slice(word * 8, word * 8 + 8), 16) || 0,
  );
}

function format(words: Uint32Array): string {
  return [...words].map((word) => word.toString(16).padStart(8, '0')).join('');
}
