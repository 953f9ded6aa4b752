import { splitList } from '../cells';

/** What does not fit, as `column: reason`. */
export class RowProblem extends Error {}

const WEB_ADDRESS = /^https?:\/\//;
/** ISO 8601 with a zone: anything else could be meant in the local time of whoever wrote it. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A row by its column ids. A column that is not there reads as an empty cell. */
export class Row {
  constructor(readonly cells: ReadonlyMap<string, string>) {}

  has(column: string): boolean {
    return this.cells.has(column);
  }

  text(column: string): string {
    return this.cells.get(column) ?? '';
  }

  /** Items that say something. */
  list(column: string): string[] {
    return splitList(this.text(column)).filter((item) => item !== '');
  }

  /** @throws RowProblem for a cell that is no address */
  address(column: string, cell = this.text(column)): string | undefined {
    if (cell === '') return undefined;
    if (!WEB_ADDRESS.test(cell)) throw new RowProblem(`${column}: expected a web address`);
    return cell;
  }

  /** Milliseconds since 1970. @throws RowProblem */
  time(column: string): number | undefined {
    return this.timeIn(column, this.text(column));
  }

  timeIn(column: string, cell: string): number | undefined {
    if (cell === '') return undefined;
    const at = ISO_TIME.test(cell) ? Date.parse(cell) : Number.NaN;
    if (Number.isNaN(at) || at < 0)
      throw new RowProblem(`${column}: expected a time such as 2026-11-22T10:30:05Z`);
    return at;
  }

  /** @throws RowProblem */
  count(column: string): number | undefined {
    const cell = this.text(column).trim();
    if (cell === '') return undefined;
    const value = Number(cell);
    if (!Number.isFinite(value)) throw new RowProblem(`${column}: expected a number`);
    return value;
  }

  /** @throws RowProblem */
  oneOf<T extends string>(column: string, values: readonly T[], cell = this.text(column)): T {
    const found = values.find((value) => value === cell);
    if (found === undefined) throw new RowProblem(`${column}: expected one of ${values.join(', ')}`);
    return found;
  }
}
