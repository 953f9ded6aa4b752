import { boxes, jumbfOf } from '../bmff';
import { overBytes } from '../bounded';
import { isAt, latin1, MOST_TEXT, u32 } from '../bytes';
import type { Carrier } from '../carrier';
import type { Cursor } from '../cursor';
import { defineContainer } from '../define-container';
import { readExif } from '../exif';
import { type Item, readItemBytes, readItems } from '../heif-items';
import { readXmp } from '../xmp';

/** Main brands of still pictures and sequences of them, HEIF and AVIF; other files of boxes are films and sound. */
const BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'mif2', 'msf1', 'avif', 'avis'];
const XMP_TYPE = 'application/rdf+xml';
/** A file has one EXIF block; its pictures for depth and brightness have packets of their own. */
const MOST_PACKETS = 4;

export const container = defineContainer({
  id: 'heif',
  recognises: (head) => isAt(head, 'ftyp', 4) && BRANDS.includes(latin1(head, 8, 12)),
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  for await (const box of boxes(file, 0)) {
    if (box.type === 'meta') {
      const items = await readItems(file, box);
      const exif = items.filter(({ type }) => type === 'Exif').slice(0, 1);
      const packets = items.filter(({ contentType }) => contentType === XMP_TYPE).slice(0, MOST_PACKETS);
      for (const item of [...exif, ...packets]) yield* readItem(file, item);
    } else if (box.type === 'uuid') {
      const jumbf = await jumbfOf(file, box);
      if (jumbf) yield jumbf;
    }
  }
}

async function* readItem(file: Cursor, item: Item): AsyncGenerator<Carrier> {
  const bytes = await readItemBytes(file, item, MOST_TEXT);
  if (item.type === 'mime') yield* readXmp(bytes);
  // Four bytes say how far behind them the TIFF data begin.
  else yield* readExif(overBytes(bytes.subarray(4 + u32(bytes, 0))));
}
