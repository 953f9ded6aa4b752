import { u32 } from '../bytes';
import type { Carrier } from '../carrier';
import { type Cursor, DamagedFile } from '../cursor';
import { defineContainer } from '../define-container';
import { byteOrder, readDirectory, readExif } from '../exif';
import { boxAt } from '../jumbf';

/** Where C2PA statements stand in TIFF and DNG (C2PA 2.2, appendix A.3.4). */
const C2PA = 0xcd41;

export const container = defineContainer({
  id: 'tiff',
  recognises: (head) => byteOrder(head) !== undefined,
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  const head = await file.bytes(0, 8);
  const little = byteOrder(head)!;
  const start = u32(head, 4, little);
  if (start < 8 || (file.size !== undefined && start >= file.size)) {
    throw new DamagedFile('The first directory lies outside of the file');
  }
  for (const { tag, at, length } of await readDirectory(file, start, little)) {
    if (tag === C2PA) yield await boxAt(file, at, length);
  }
  yield* readExif(file);
}
