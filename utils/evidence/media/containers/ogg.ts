import { isAt } from '../bytes';
import type { Carrier } from '../carrier';
import type { Cursor } from '../cursor';
import { defineContainer } from '../define-container';
import { Packet, pageAt } from '../ogg-packets';
import { readVorbisComments } from '../vorbis-comments';

interface Codec {
  /** At the start of a stream. */
  magic: string;
  /** Before the comments in the packet that holds them. */
  before: string;
}

const CODECS: Codec[] = [
  { magic: '\x01vorbis', before: '\x03vorbis' },
  { magic: 'OpusHead', before: 'OpusTags' },
  { magic: '\x80theora', before: '\x81theora' },
  { magic: 'Speex   ', before: '' },
];
const FLAC = '\x7fFLAC';
const MOST_STREAMS = 8;

/** Sound and film in Ogg: the second packet of each stream holds its comments. */
export const container = defineContainer({
  id: 'ogg',
  recognises: (head) => isAt(head, 'OggS'),
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  let at = 0;
  const serials = new Set<number>();
  const streams: { serial: number; codec: Codec | 'flac' }[] = [];
  // The first pages of all streams come before any other.
  for (let count = 0; count < MOST_STREAMS; count += 1) {
    const page = await pageAt(file, at);
    if (!page?.first || serials.has(page.serial)) break;
    serials.add(page.serial);
    const magic = await file.bytes(page.start, 8);
    const codec = isAt(magic, FLAC) ? 'flac' : CODECS.find((each) => isAt(magic, each.magic));
    if (codec) streams.push({ serial: page.serial, codec });
    at = page.next;
  }
  for (const { serial, codec } of streams) yield* readComments(new Packet(file, serial, at), codec);
}

async function* readComments(packet: Packet, codec: Codec | 'flac'): AsyncGenerator<Carrier> {
  const head = await packet.bytes(0, 8);
  let start = 4;
  if (codec === 'flac') {
    if ((head[0]! & 0x7f) !== 4) return;
  } else {
    if (!isAt(head, codec.before)) return;
    start = codec.before.length;
  }
  yield* readVorbisComments(packet, start, Number.POSITIVE_INFINITY);
}
