import { readAmf } from '../amf';
import { isAt, u32 } from '../bytes';
import type { Carrier } from '../carrier';
import type { Cursor } from '../cursor';
import { defineContainer } from '../define-container';
import { tell } from '../tell';

const SCRIPT = 18;
/** The facts about a film come before it; later script tags are cues. */
const MOST_TAGS = 8;
/** Of one script tag: what comes after that is an index of key frames. */
const MOST_SCRIPT = 96 * 1024;

/** Film in FLV: the strings of `onMetaData`. */
export const container = defineContainer({
  id: 'flv',
  recognises: (head) => isAt(head, 'FLV') && u32(head, 5) >= 9 && u32(head, 5) < 4096,
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  let at = u32(await file.bytes(5, 4), 0) + 4;
  for (let tags = 0; tags < MOST_TAGS; tags += 1) {
    const header = await file.bytes(at, 11);
    if (header.length < 11) return;
    const length = u32(header, 0) % 0x1000000;
    if ((header[0]! & 0x1f) === SCRIPT) {
      const { name, fields } = readAmf(await file.bytes(at + 11, Math.min(length, MOST_SCRIPT)));
      if (name === 'onMetaData') for (const [key, value] of fields) yield tell('flv-metadata', key, value);
    }
    at += 11 + length + 4;
  }
}
