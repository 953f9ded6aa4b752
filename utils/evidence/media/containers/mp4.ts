import { type Box, boxes, jumbfOf, UUID_XMP } from '../bmff';
import { find, isAt, latin1, MOST_TEXT, u32 } from '../bytes';
import type { Carrier } from '../carrier';
import type { Cursor } from '../cursor';
import { defineContainer } from '../define-container';
import { readMeta, readUserData } from '../quicktime';
import { readXmp } from '../xmp';

/** Brands of pictures in the same kind of boxes (`heif.ts`). */
const PICTURE_BRAND = /^(?:hei[cxms]|hev[cxms]|mif\d|msf1|miaf|avi[fso]|jxl |jpeg|1pic)/;

/** An honest file has one. */
const MOST_MOVIES = 4;
/** Of a `moov` that is read whole; of longer ones the end, where the user data stand. */
const MOST_MOOV = 128 * 1024;
const TAIL = 64 * 1024;
/** Of what comes after it: the head of the next box, which the walk asks for then. */
const NEXT = 64;

/** Film and sound in MP4, MOV and M4A: user data and lists of `moov`, XMP and C2PA in `uuid` boxes. */
export const container = defineContainer({ id: 'mp4', recognises, read });

function recognises(head: Uint8Array): boolean {
  if (isAt(head, 'ftyp', 4)) return !PICTURE_BRAND.test(latin1(head, 8, 12));
  // Old QuickTime has no `ftyp`. The first bytes of a length of any sense are no letters.
  const first = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].some((type) => isAt(head, type, 4));
  return first && head[0]! < 0x20 && (u32(head, 0) >= 8 || u32(head, 0) <= 1);
}

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  let movies = 0;
  for await (const box of boxes(file, 0)) {
    if (box.type === 'moov') {
      movies += 1;
      if (movies <= MOST_MOVIES) yield* readMovie(file, box);
    } else if (box.type === 'meta') yield* readMeta(file, box);
    else if (box.type === 'uuid') yield* readUuid(file, box);
    // From here on the film comes in fragments, which say nothing.
    else if (box.type === 'moof') return;
  }
}

async function* readUuid(file: Cursor, box: Box): AsyncGenerator<Carrier> {
  if (box.uuid === UUID_XMP) {
    yield* readXmp(await file.bytes(box.body, Math.min(box.end - box.body, MOST_TEXT)));
    return;
  }
  const jumbf = await jumbfOf(file, box);
  if (jumbf) yield jumbf;
}

async function* readMovie(file: Cursor, moov: Box): AsyncGenerator<Carrier> {
  const length = moov.end - moov.start;
  let { body } = moov;
  // At once, because box by box each track would cost a request.
  if (length <= MOST_MOOV) await file.bytes(moov.start, length);
  else body = (await userDataNearEnd(file, moov)) ?? body;
  for await (const box of boxes(file, body, moov.end)) {
    if (box.type === 'udta') yield* readUserData(file, box);
    else if (box.type === 'meta') yield* readMeta(file, box);
    else if (box.type === 'uuid') yield* readUuid(file, box);
  }
}

/** Where user data or a list begin that are the last boxes of a long `moov`: its tracks need not be walked then. */
async function userDataNearEnd(file: Cursor, moov: Box): Promise<number | undefined> {
  if (!Number.isFinite(moov.end)) return undefined;
  const start = moov.end - TAIL + NEXT;
  const tail = (await file.bytes(start, TAIL)).subarray(0, TAIL - NEXT);
  // A way that led nowhere is not walked twice.
  const seen = new Uint8Array(tail.length + 1);
  for (const type of ['udta', 'meta']) {
    for (let at = find(tail, type, 4); at >= 0; at = find(tail, type, at + 1)) {
      if (reachesEnd(tail, at - 4, seen)) return start + at - 4;
    }
  }
  return undefined;
}

/** Whether boxes from here on fill the rest exactly. */
function reachesEnd(bytes: Uint8Array, from: number, seen: Uint8Array): boolean {
  let at = from;
  while (at + 8 <= bytes.length && u32(bytes, at) >= 8 && !seen[at]) {
    seen[at] = 1;
    at += u32(bytes, at);
  }
  return at === bytes.length;
}
