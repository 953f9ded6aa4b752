import { isAt } from '../bytes';
import type { Carrier } from '../carrier';
import type { Cursor } from '../cursor';
import { defineContainer } from '../define-container';
import { readId3 } from '../id3';

/** Tags before the sound: some tools put a second one before the first. */
const MOST_TAGS = 3;

/** Sound in MP3: the ID3v2 tags at its start. */
export const container = defineContainer({
  id: 'mp3',
  recognises: (head) => isAt(head, 'ID3') || isFrame(head),
  read,
});

/** The head of an MPEG frame of layer III, with a bit rate and a sampling rate that exist. */
function isFrame(head: Uint8Array): boolean {
  const [sync = 0, kind = 0, rates = 0] = head;
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2 || (kind & 0x18) === 0x08) return false;
  return rates >> 4 !== 0 && rates >> 4 !== 15 && ((rates >> 2) & 3) !== 3;
}

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  let at = 0;
  for (let tags = 0; tags < MOST_TAGS; tags += 1) {
    const next: number = yield* readId3(file, at);
    if (next === at) return;
    at = next;
  }
}
