import { Dexie } from 'dexie';
import { StorageError, type StorageFailure } from '../errors';

/** How long another context may keep an upgrade waiting before a person is told. */
export const BLOCKED_MS = 5_000;

/** Any failure of the database as a {@link StorageError}. */
export function toStorageError(error: unknown): StorageError {
  const known = [error, innerOf(error)].find((each) => each instanceof StorageError);
  return known ?? new StorageError(reasonOf(error), error);
}

function reasonOf(error: unknown): StorageFailure {
  const names = [error, innerOf(error)].map((each) => (each instanceof Error ? each.name : ''));
  if (names.includes('QuotaExceededError')) return 'full';
  return names.some((name) => /Closed|OpenFailed|VersionError|InvalidState/.test(name))
    ? 'closed'
    : 'unknown';
}

function innerOf(error: unknown): unknown {
  return (error as { inner?: unknown } | null)?.inner;
}

/**
 * Rejects with `blocked` while an upgrade has been waiting for {@link BLOCKED_MS}: what was asked goes on waiting, but
 * the person who asked is told what to do.
 */
export class Blockage {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLong = false;
  #waiting = new Set<(error: StorageError) => void>();

  begin(): void {
    // The timer alone tells: it may ring a moment before the clock shows that the time is over.
    this.#timer ??= setTimeout(() => {
      this.#isLong = true;
      this.#tell();
    }, BLOCKED_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isLong = false;
  }

  guard<T>(work: PromiseLike<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      const done = () => this.#waiting.delete(reject);
      work.then(
        (value) => {
          done();
          resolve(value);
        },
        (error: unknown) => {
          done();
          reject(error);
        },
      );
      this.#tell();
    });
  }

  #tell(): void {
    if (!this.#isLong) return;
    const error = new StorageError(
      'blocked',
      new Error('another context holds the database at an older version'),
    );
    for (const reject of this.#waiting) reject(error);
    this.#waiting.clear();
  }
}

/** Positions of the rows that a table refused because they are there already; any other failure goes on. */
export function refusedOf(error: unknown): Set<number> {
  if (!(error instanceof Dexie.BulkError)) throw error;
  const other = error.failures.find(({ name }) => name !== 'ConstraintError');
  if (other) throw other;
  return new Set(Object.keys(error.failuresByPos).map(Number));
}
