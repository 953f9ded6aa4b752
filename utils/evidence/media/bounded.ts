import { sha256By } from '../../digest';
import { BUDGET, type Budget, type ByteSource } from './byte-source';
import { BudgetSpent, type Cursor } from './cursor';

/** What one request asks for at least, in bytes, where the file and the budget allow it. */
export const WINDOW = 64 * 1024;

/** The source rejected: the file cannot be read, whatever it holds. */
export class SourceFailed extends Error {
  override name = 'SourceFailed';
}

export interface Bounded extends Cursor {
  readonly bytesRead: number;
  readonly requests: number;
  /** What was read between two places, without a request; zeros stand where nothing was. */
  atHand(start: number, length: number): { bytes: Uint8Array; isWhole: boolean };
  /** SHA-256 of all that was read, in the order of the file, in hexadecimal. */
  sha256(): Promise<string>;
}

interface Piece {
  start: number;
  bytes: Uint8Array;
}
const endOf = (piece: Piece) => piece.start + piece.bytes.length;

/** A cursor over a source; what it reads stays in memory, so no byte is asked for twice. */
export function bounded(source: ByteSource, budget: Budget = BUDGET): Bounded {
  /** In the order of the file, never overlapping. */
  const pieces: Piece[] = [];
  let size = plausible(source.size);
  /** No byte of the file stands here or later. */
  let ceiling = size ?? Number.POSITIVE_INFINITY;
  let bytesRead = 0;
  let requests = 0;

  /** First byte from `start` on that was not read yet. */
  const firstMissing = (start: number) => {
    let at = start;
    for (const piece of pieces) if (piece.start <= at && at < endOf(piece)) at = endOf(piece);
    return at;
  };
  /** What a short answer tells: the size, or only a bound for it when nothing came. */
  const learn = (start: number, length: number) => {
    ceiling = Math.max(start + length, ...pieces.map(endOf));
    const isExact = length > 0 || ceiling === 0 || pieces.some((piece) => endOf(piece) === ceiling);
    size = isExact ? ceiling : undefined;
  };

  const fetchAt = async (start: number, needed: number) => {
    const left = budget.bytes - bytesRead;
    if (requests >= budget.requests || needed - start > left) throw new BudgetSpent();
    const next = pieces.find((piece) => piece.start > start)?.start ?? Number.POSITIVE_INFINITY;
    const end = Math.min(Math.max(needed, start + WINDOW), ceiling, next, start + left);
    requests++;
    let read: Uint8Array;
    try {
      read = await source.read(start, end);
    } catch (cause) {
      throw new SourceFailed('The file cannot be read', { cause });
    }
    const bytes = read.subarray(0, end - start);
    bytesRead += bytes.length;
    if (bytes.length < end - start) learn(start, bytes.length);
    if (bytes.length > 0) pieces.push({ start, bytes });
    pieces.sort((one, other) => one.start - other.start);
  };

  const held = (start: number, end: number): Uint8Array => {
    const whole = pieces.find((piece) => piece.start <= start && end <= endOf(piece));
    if (whole) return whole.bytes.subarray(start - whole.start, end - whole.start);
    const joined = new Uint8Array(end - start);
    for (const piece of pieces) {
      const [from, to] = [Math.max(start, piece.start), Math.min(end, endOf(piece))];
      if (from < to) joined.set(piece.bytes.subarray(from - piece.start, to - piece.start), from - start);
    }
    return joined;
  };

  return {
    get size() {
      return size;
    },
    get bytesRead() {
      return bytesRead;
    },
    get requests() {
      return requests;
    },
    async bytes(start, length) {
      const from = Math.max(0, start);
      for (;;) {
        const end = Math.min(from + Math.max(0, length), ceiling);
        const missing = firstMissing(from);
        if (missing >= end) return end > from ? held(from, end) : new Uint8Array();
        const gap = pieces.find((piece) => piece.start > missing)?.start ?? end;
        await fetchAt(missing, Math.min(end, gap));
      }
    },
    atHand(start, length) {
      return { bytes: held(start, start + length), isWhole: firstMissing(start) >= start + length };
    },
    sha256() {
      const all = new Uint8Array(bytesRead);
      let at = 0;
      for (const { bytes } of pieces) {
        all.set(bytes, at);
        at += bytes.length;
      }
      return sha256By(all);
    },
  };
}

function plausible(size: number | undefined): number | undefined {
  return size !== undefined && Number.isSafeInteger(size) && size >= 0 ? size : undefined;
}

/** A part of a file as a file of its own. */
export function within(file: Cursor, start: number, length: number): Cursor {
  const size = Math.max(0, Math.min(length, (file.size ?? Number.POSITIVE_INFINITY) - start));
  return {
    size: Number.isFinite(size) ? size : undefined,
    bytes: (from, count) => {
      const at = Math.max(0, from);
      return file.bytes(start + at, Math.max(0, Math.min(count, size - at)));
    },
  };
}

/** Bytes in memory as a file. */
export function overBytes(bytes: Uint8Array): Cursor {
  return {
    size: bytes.length,
    bytes: async (start, length) =>
      bytes.subarray(Math.max(0, start), Math.max(0, start) + Math.max(0, length)),
  };
}
