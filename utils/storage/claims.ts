import type { ImportRow } from './tables';

/** What came with an import: with which one, and which others have brought the same. */
export interface Brought {
  import?: string;
  also?: string[];
}

/** The imports that there are: whose, and which were taken back. */
export interface ImportsKnown {
  senderOf: ReadonlyMap<string, string>;
  undone: ReadonlySet<string>;
}

export function importsKnown(rows: readonly ImportRow[]): ImportsKnown {
  return {
    senderOf: new Map(rows.map(({ id, sender }) => [id, sender.id])),
    undone: new Set(rows.flatMap(({ id, state }) => (state === 'undone' ? id : []))),
  };
}

/**
 * A row that an import has brought once more; `undefined` when there is nothing to note: it was the reader's own, or
 * files of the same sender have brought it already.
 */
export function claimed<T extends Brought>(
  row: T,
  { id, sender }: ImportRow,
  { senderOf }: ImportsKnown,
): T | undefined {
  const { import: first, also = [] } = row;
  if (first === undefined) return undefined;
  const isKnown = [first, ...also].some((each) => each === id || senderOf.get(each) === sender.id);
  return isKnown ? undefined : { ...row, also: [...also, id] };
}

/** A row without one of the imports that have brought it; `undefined` when no other one has. */
export function released<T extends Brought>(
  row: T,
  importId: string,
  { undone }: ImportsKnown,
): T | undefined {
  const { import: first, also = [], ...plain } = row;
  const [next, ...rest] = [...(first === undefined ? [] : [first]), ...also].filter(
    (each) => each !== importId && !undone.has(each),
  );
  if (next === undefined) return undefined;
  return { ...plain, import: next, ...(rest.length > 0 && { also: rest }) } as unknown as T;
}

export function isBroughtBy({ import: first, also }: Brought, importId: string): boolean {
  return first === importId || also?.includes(importId) === true;
}
