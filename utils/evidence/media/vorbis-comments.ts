import { latin1, MOST_TEXT, textOf, u32 } from './bytes';
import type { Carrier } from './carrier';
import { type Cursor, DamagedFile } from './cursor';
import { tell } from './tell';

const MOST_COMMENTS = 512;
/** A name with its `=`: what begins with more than this is no comment. */
const MOST_KEY = 64;
/** Cover pictures in Base64. */
const PICTURES = ['METADATA_BLOCK_PICTURE', 'COVERART'];

/**
 * The comments from `start` up to `end`: the same in FLAC, Vorbis, Opus, Theora and Speex. Pictures are passed over
 * unread. Throws `DamagedFile` where a comment reaches past `end`.
 */
export async function* readVorbisComments(file: Cursor, start: number, end: number): AsyncGenerator<Carrier> {
  const vendor = u32(await file.bytes(start, 4), 0, true);
  let at = start + 4 + vendor;
  if (at + 4 > end) throw new DamagedFile('The name of the encoder reaches past the comments');
  const told = await file.bytes(at, 4);
  if (told.length < 4) throw new DamagedFile('The file ends before its comments');
  const count = Math.min(u32(told, 0, true), MOST_COMMENTS);
  at += 4;
  for (let index = 0; index < count && at + 4 <= end; index += 1) {
    const head = await file.bytes(at, 4);
    if (head.length < 4) throw new DamagedFile('The file ends among its comments');
    const length = u32(head, 0, true);
    at += 4;
    if (at + length > end) throw new DamagedFile('A comment reaches past the others');
    const key = latin1(await file.bytes(at, Math.min(length, MOST_KEY)));
    const equals = key.indexOf('=');
    if (equals > 0 && !PICTURES.includes(key.slice(0, equals).toUpperCase())) {
      const value = await file.bytes(at + equals + 1, Math.min(length - equals - 1, MOST_TEXT));
      yield tell('vorbis-comment', key.slice(0, equals), textOf(value));
    }
    at += length;
  }
}
