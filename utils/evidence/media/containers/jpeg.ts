import { readApp11 } from '../app11';
import { within } from '../bounded';
import { isAt, textOf, u16 } from '../bytes';
import type { Carrier } from '../carrier';
import { type Cursor, DamagedFile } from '../cursor';
import { defineContainer } from '../define-container';
import { readExif } from '../exif';
import { ExtendedXmp } from '../extended-xmp';
import { readPhotoshop } from '../iptc';
import { tell } from '../tell';
import { readXmp } from '../xmp';

const [APP0, APP1, APP11, APP13, APP15, COM] = [0xe0, 0xe1, 0xeb, 0xed, 0xef, 0xfe];
const [START, END, SCAN] = [0xd8, 0xd9, 0xda];
const EXIF = 'Exif\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const EXTENDED = 'http://ns.adobe.com/xmp/extension/\0';
const MOST_SEGMENTS = 1024;

interface Segment {
  marker: number;
  /** First byte of its contents. */
  start: number;
  length: number;
}

export const container = defineContainer({
  id: 'jpeg',
  recognises: (head) => head[0] === 0xff && head[1] === START && head[2] === 0xff,
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  const extended = new ExtendedXmp();
  try {
    yield* readSegments(file, extended);
  } catch (error) {
    yield* extended.statements();
    throw error;
  }
  yield* extended.statements();
}

/** Up to the first scan: pixels follow it, and nothing that speaks of them. */
async function* readSegments(file: Cursor, extended: ExtendedXmp): AsyncGenerator<Carrier> {
  let at = 2;
  let inJumbf = false;
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    const head = await file.bytes(at, 4);
    if (head.length < 4) throw new DamagedFile('The file ends before its first scan');
    const marker = head[1]!;
    if (head[0] !== 0xff) throw new DamagedFile(`No marker at ${at}`);
    if (marker === SCAN || marker === END) return;
    if (marker === 0xff) at += 1;
    else if (isAlone(marker)) at += 2;
    else {
      const segment = { marker, start: at + 4, length: u16(head, 2) - 2 };
      if (segment.length < 0) throw new DamagedFile(`The segment at ${at} is shorter than its head`);
      at = segment.start + segment.length;
      if (marker !== APP11) yield* readSegment(file, segment, extended);
      else if (!inJumbf) {
        const found = await readApp11(file, segment);
        if (found) {
          inJumbf = true;
          yield found.jumbf;
          at = found.end;
        } else yield* readSegment(file, segment, extended);
      }
    }
  }
  throw new DamagedFile('More segments than any file has');
}

function isAlone(marker: number): boolean {
  return marker === START || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

async function* readSegment(file: Cursor, segment: Segment, extended: ExtendedXmp): AsyncGenerator<Carrier> {
  const { marker, start, length } = segment;
  if (marker === COM) {
    const value = textOf(await file.bytes(start, length)).trim();
    if (value !== '') yield tell('jpeg-segment', 'COM', value);
    return;
  }
  if (marker < APP0 || marker > APP15) return;
  const head = await file.bytes(start, Math.min(length, 40));
  const all = (from: number) => file.bytes(start + from, length - from);
  if (marker === APP1 && isAt(head, EXIF)) yield* readExif(within(file, start + 6, length - 6));
  else if (marker === APP1 && isAt(head, XMP)) yield* readXmp(await all(XMP.length));
  else if (marker === APP1 && isAt(head, EXTENDED)) extended.add(await all(EXTENDED.length));
  else if (marker === APP13 && isAt(head, 'Photoshop 3.0\0')) yield* readPhotoshop(await all(14));
  else if (isAt(head, 'AIGC')) {
    const bytes = await all(0);
    const brace = bytes.subarray(0, 16).indexOf(0x7b);
    if (brace > 0) yield tell('jpeg-segment', 'AIGC', textOf(bytes.subarray(brace)));
  }
}
