import { isAt, u32 } from '../bytes';
import type { Carrier } from '../carrier';
import { type Cursor, DamagedFile } from '../cursor';
import { defineContainer } from '../define-container';
import { readVorbisComments } from '../vorbis-comments';

const COMMENTS = 4;
const MOST_BLOCKS = 128;

/** Sound in FLAC: the block of comments among the blocks before the sound. */
export const container = defineContainer({
  id: 'flac',
  recognises: (head) => isAt(head, 'fLaC'),
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  let at = 4;
  for (let blocks = 0; blocks < MOST_BLOCKS; blocks += 1) {
    const header = await file.bytes(at, 4);
    if (header.length < 4) throw new DamagedFile('The file ends among its headers');
    const length = u32(header, 0) % 0x1000000;
    if ((header[0]! & 0x7f) === COMMENTS) yield* readVorbisComments(file, at + 4, at + 4 + length);
    if (header[0]! & 0x80) return;
    at += 4 + length;
  }
}
