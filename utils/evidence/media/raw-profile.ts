import { overBytes } from './bounded';
import { isAt } from './bytes';
import type { Statement } from './carrier';
import { readExif } from './exif';
import { readIptc, readPhotoshop } from './iptc';
import { readXmp } from './xmp';

/** ImageMagick's way to put a block of another format into PNG text: its name, its length, and hexadecimal digits. */
export async function* readProfile(kind: string, text: string): AsyncGenerator<Statement> {
  const digits = /^\s*\w+\s+\d+\s+([\da-f\s]+)/i.exec(text)?.[1]?.replace(/\s/g, '') ?? '';
  const bytes = Uint8Array.from({ length: digits.length >> 1 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  );
  const xmp = 'http://ns.adobe.com/xap/1.0/\0';
  if (isAt(bytes, 'Exif\0')) yield* readExif(overBytes(bytes.subarray(6)));
  else if (isAt(bytes, xmp)) yield* readXmp(bytes.subarray(xmp.length));
  else if (kind === 'xmp') yield* readXmp(bytes);
  else if (kind === 'exif') yield* readExif(overBytes(bytes));
  else if (kind === '8bim' || kind === 'iptc') {
    yield* bytes[0] === 0x1c ? readIptc(bytes) : readPhotoshop(bytes);
  }
}
