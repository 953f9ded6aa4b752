import { within } from '../bounded';
import { isAt, MOST_TEXT, u32 } from '../bytes';
import type { Carrier } from '../carrier';
import { type Cursor, DamagedFile } from '../cursor';
import { defineContainer } from '../define-container';
import { readExif } from '../exif';
import { boxAt } from '../jumbf';
import { type Chunk, chunks } from '../riff';
import { readXmp } from '../xmp';

const SPEAKING = ['EXIF', 'XMP ', 'C2PA'];
/** What the frames of an animation are skipped for: their heads lie too far apart to follow. */
const TAIL = 64 * 1024;
const MOST_LAST = 16;

export const container = defineContainer({
  id: 'webp',
  recognises: (head) => isAt(head, 'RIFF') && isAt(head, 'WEBP', 8),
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  const told = u32(await file.bytes(0, 12), 4, true) + 8;
  // Some tools append chunks without correcting the length of the whole.
  const end = file.size ?? told;
  for await (const chunk of chunks(file, 12, end)) {
    if (!/^[ -~]{4}$/.test(chunk.id)) throw new DamagedFile(`No chunk at ${chunk.start - 8}`);
    if (chunk.id === 'ANMF' && end - chunk.start > 2 * TAIL) {
      yield* readTail(file, end);
      return;
    }
    yield* readChunk(file, chunk);
  }
}

/** The last chunks of an animation: those whose lengths lead exactly to its end. */
async function* readTail(file: Cursor, end: number): AsyncGenerator<Carrier> {
  const base = end - TAIL;
  const tail = await file.bytes(base, TAIL);
  const chain = new Map<number, Chunk>();
  for (let at = tail.length - 8; at >= 0 && chain.size < MOST_LAST; at--) {
    const id = SPEAKING.find((name) => isAt(tail, name, at));
    if (id === undefined) continue;
    const length = u32(tail, at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (next === tail.length || chain.has(next)) chain.set(at, { id, start: base + at + 8, length });
  }
  for (const [, chunk] of [...chain].reverse()) yield* readChunk(file, chunk);
}

async function* readChunk(file: Cursor, { id, start, length }: Chunk): AsyncGenerator<Carrier> {
  if (id === 'C2PA') yield await boxAt(file, start, length);
  else if (id === 'XMP ') yield* readXmp(await file.bytes(start, Math.min(length, MOST_TEXT)));
  else if (id === 'EXIF') {
    // Many writers keep the name that the block has in JPEG files.
    const named = isAt(await file.bytes(start, Math.min(length, 6)), 'Exif\0') ? 6 : 0;
    yield* readExif(within(file, start + named, length - named));
  }
}
