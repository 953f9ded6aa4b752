/** A bounded view of a file for containers: reads what was not read yet, within the budget (see `bounded.ts`). */
export interface Cursor {
  /** Of the file, where it is known. */
  readonly size: number | undefined;
  /**
   * Bytes `start` to `start + length`; fewer only where the file ends. Served from what was read where that holds them.
   * Rejects with `BudgetSpent` when it would read past the budget.
   */
  bytes(start: number, length: number): Promise<Uint8Array>;
}

/** The file was given as much as any file gets. */
export class BudgetSpent extends Error {
  override name = 'BudgetSpent';
}

/** The file contradicts itself: a length past its end, a loop. */
export class DamagedFile extends Error {
  override name = 'DamagedFile';
}
