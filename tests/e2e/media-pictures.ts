import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { big, LABEL, pack, utf8, XMP } from '../support/media/pack';
import { signedBy } from '../support/media/signed';

const [WIDTH, HEIGHT] = [480, 320];

type Mark = 'none' | 'before' | 'behind' | 'signed';

/** A picture that browsers draw, of noise, so that no packing makes it short: about 450 KB, told to be AI's or not. */
export async function picture(mark: Mark): Promise<Uint8Array> {
  const plain = drawn(mark);
  return mark === 'signed' ? signedBy('An invented maker', plain, 'image/png') : plain;
}

function drawn(mark: Mark): Uint8Array {
  const rows = Array.from({ length: HEIGHT }, () => pack(0, randomBytes(WIDTH * 3)));
  const head = chunk('IHDR', pack(big(4, WIDTH), big(4, HEIGHT), [8, 2, 0, 0, 0]));
  const pixels = chunk('IDAT', deflateSync(pack(...rows)));
  const own = chunk('tEXt', pack('AIGC\0', utf8(LABEL)));
  const packet = chunk('iTXt', pack('XML:com.adobe.xmp\0\0\0\0\0', XMP));
  return pack(
    '\x89PNG\r\n\x1a\n',
    head,
    mark === 'before' ? own : '',
    pixels,
    mark === 'behind' ? packet : '',
    chunk('IEND', pack()),
  );
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = pack(type, content);
  return pack(big(4, content.length), body, big(4, crc32(body)));
}
