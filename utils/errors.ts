/** Errors that a person is told about; every other error is a defect. */
export class PackInvalidError extends Error {
  override name = 'PackInvalidError';
  /** @param where pack, rule and field, for instance `2025-3 › rules[4].when` */
  constructor(where: string, what: string) {
    super(`${where}: ${what}`);
  }
}

/** A message whose sender or payload does not fit the protocol. */
export class RefusedMessageError extends Error {
  override name = 'RefusedMessageError';
}

/**
 * Why the database cannot be used: the disk is `full`; it was `closed` by the browser; its upgrade is `blocked` by
 * another context of the extension; it was written by a `newer` version.
 */
export type StorageFailure = 'full' | 'closed' | 'blocked' | 'newer' | 'unknown';

/** The database cannot take the write; nothing of it was stored. */
export class StorageError extends Error {
  override name = 'StorageError';
  constructor(
    readonly reason: StorageFailure,
    cause: unknown,
  ) {
    super(`Storage failed (${reason}): ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
