import { isAt, u16, u32 } from './bytes';
import type { Jumbf } from './carrier';
import type { Cursor } from './cursor';
import { boxAt, readAhead, readOutline, UNPLACED } from './jumbf';

/** Contents of a segment of a JPEG file, in bytes from its start. */
interface Contents {
  start: number;
  length: number;
}

export interface App11Box {
  jumbf: Jumbf;
  /** First byte after the segments that hold it. */
  end: number;
}

const APP11 = 0xeb;
/** `JP`, number of the box, number of the piece. */
const PREFIX = 8;
/** With the length and the type of the box, which every piece repeats (ISO/IEC 19566-5, annex D). */
const HEAD = 16;
/** Of a segment before its contents. */
const MARK = 4;
const MOST_PIECES = 512;

/** The box that begins in this APP11 segment, with all of its pieces; `undefined` where none does. */
export async function readApp11(file: Cursor, first: Contents): Promise<App11Box | undefined> {
  const head = await file.bytes(first.start, Math.min(first.length, HEAD));
  if (!isAt(head, 'JP') || !isAt(head, 'jumb', 12)) return undefined;
  const claimed = u32(head, 8);
  const end = first.start + first.length;
  if (claimed <= PREFIX || first.length <= HEAD) return { jumbf: UNPLACED, end };
  if (claimed <= first.length - PREFIX) {
    return { jumbf: await boxAt(file, first.start + PREFIX, claimed), end };
  }
  const count = Math.ceil((claimed - PREFIX) / (first.length - HEAD));
  const span = claimed + count * (MARK + HEAD);
  if (count > MOST_PIECES) return { jumbf: UNPLACED, end };
  return (await readAhead(file, first.start, span))
    ? pieceByPiece(file, first, claimed)
    : jumpedOver(file, first, claimed);
}

async function pieceByPiece(file: Cursor, first: Contents, claimed: number): Promise<App11Box> {
  const pieces = [firstPiece(first)];
  let left = claimed - pieces[0]!.length;
  let end = first.start + first.length;
  while (left > 0 && pieces.length < MOST_PIECES) {
    const body = await bodyAt(file, end, first, pieces.length);
    if (body === undefined) return { jumbf: UNPLACED, end };
    pieces.push({ start: end + MARK + HEAD, length: Math.min(body, left) });
    left -= body;
    end += MARK + HEAD + body;
  }
  return { jumbf: left > 0 ? UNPLACED : { type: 'jumbf', pieces }, end };
}

/** Of a box that no budget holds: its pieces but the last are taken to be as long as the second. */
async function jumpedOver(file: Cursor, first: Contents, claimed: number): Promise<App11Box> {
  const pieces = [firstPiece(first)];
  const after = first.start + first.length;
  const body = await bodyAt(file, after, first, 1);
  if (!body || claimed / body > MOST_PIECES) return { jumbf: UNPLACED, end: after };
  let at = after;
  for (let left = claimed - pieces[0]!.length; left > 0; left -= body) {
    const length = Math.min(body, left);
    pieces.push({ start: at + MARK + HEAD, length });
    at += MARK + HEAD + length;
  }
  if (file.size !== undefined && at + 2 > file.size) return { jumbf: UNPLACED, end: after };
  const jumbf: Jumbf = { type: 'jumbf', pieces };
  await readOutline(file, jumbf);
  if (!(await readAhead(file, at, 2))) return { jumbf, end: at };
  const [mark, marker = 0] = await file.bytes(at, 2);
  return mark === 0xff && marker >= 0xc0 ? { jumbf, end: at } : { jumbf: UNPLACED, end: after };
}

function firstPiece({ start, length }: Contents): { start: number; length: number } {
  return { start: start + PREFIX, length: length - PREFIX };
}

/** How much of the box the segment at this place holds; `undefined` where it is not the next of its pieces. */
async function bodyAt(file: Cursor, at: number, first: Contents, index: number): Promise<number | undefined> {
  const name = await file.bytes(first.start, PREFIX);
  const head = await file.bytes(at, MARK + HEAD);
  const contents = head.subarray(MARK);
  const follows =
    head[0] === 0xff &&
    head[1] === APP11 &&
    isAt(contents, 'JP') &&
    isAt(contents, 'jumb', 12) &&
    u16(contents, 2) === u16(name, 2) &&
    u32(contents, 4) === u32(name, 4) + index;
  const body = u16(head, 2) - 2 - HEAD;
  return follows && body >= 0 ? body : undefined;
}
