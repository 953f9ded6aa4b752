import { BUDGET } from './byte-source';
import { latin1, u32 } from './bytes';
import type { Jumbf } from './carrier';
import { BudgetSpent, type Cursor } from './cursor';

/** A box whose place cannot be told: that a signed record is there is all that is known. */
export const UNPLACED: Jumbf = { type: 'jumbf', pieces: [] };

/** A box in one piece. */
export async function boxAt(file: Cursor, start: number, length: number): Promise<Jumbf> {
  if (!Number.isSafeInteger(length) || length <= 8) return UNPLACED;
  const jumbf: Jumbf = { type: 'jumbf', pieces: [{ start, length }] };
  if (!(await readAhead(file, start, length))) await readOutline(file, jumbf);
  return jumbf;
}

/**
 * Whether the bytes could be read within the budget. A box is read where it is met: asked for after what stands behind
 * it, it would cost a request more.
 */
export async function readAhead(file: Cursor, start: number, length: number): Promise<boolean> {
  try {
    await file.bytes(start, length);
    return true;
  } catch (error) {
    // The walk may still find what fits, and who wants the box is told so again.
    if (error instanceof BudgetSpent) return false;
    throw error;
  }
}

/** Boxes in one record; each is a head of eight bytes. */
const MOST_BOXES = 512;
const MOST_DEPTH = 8;

/** Of a box that no budget holds, everything but the pictures in it, as far as the budget reaches. */
export async function readOutline(file: Cursor, jumbf: Jumbf): Promise<void> {
  const record = asOne(file, jumbf.pieces);
  let left = MOST_BOXES;
  const walk = async (start: number, end: number, depth: number): Promise<void> => {
    for (let at = start; at + 8 <= end && depth < MOST_DEPTH && left > 0; left--) {
      const head = await record.bytes(at, 8);
      const [length, type] = [u32(head, 0), latin1(head, 4, 8)];
      if (length < 8 || at + length > end) return;
      if (type === 'jumb') await walk(at + 8, at + length, depth + 1);
      // Data of a picture: `bidb` is what a thumbnail's box holds of it.
      else if (type !== 'bidb') {
        if (length > BUDGET.bytes) return;
        await record.bytes(at, length);
      }
      at += length;
    }
  };
  try {
    await walk(0, record.size ?? 0, 0);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
  }
}

/** The pieces of a box as one file. */
function asOne(file: Cursor, pieces: Jumbf['pieces']): Cursor {
  return {
    size: pieces.reduce((sum, { length }) => sum + length, 0),
    async bytes(start, length) {
      const joined = new Uint8Array(length);
      let before = 0;
      for (const piece of pieces) {
        const [from, to] = [Math.max(start, before), Math.min(start + length, before + piece.length)];
        if (from < to) joined.set(await file.bytes(piece.start + from - before, to - from), from - start);
        before += piece.length;
      }
      return joined;
    },
  };
}
