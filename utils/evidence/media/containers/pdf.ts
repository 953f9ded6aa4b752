import { isAt, latin1, u32 } from '../bytes';
import type { Carrier } from '../carrier';
import type { Cursor } from '../cursor';
import { defineContainer } from '../define-container';
import { boxAt } from '../jumbf';
import { memberOf, type PdfObject, PdfObjects, streamOf } from '../pdf-objects';
import { tell } from '../tell';
import { readXmp } from '../xmp';

const MOST_ENTRIES = 128;

/** Documents in PDF: the entries of the Info dictionary, the XMP of the document, and where C2PA lies. */
export const container = defineContainer({
  id: 'pdf',
  recognises: (head) => /^(?:\xef\xbb\xbf)?\s{0,16}%PDF-/.test(latin1(head, 0, 32)),
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  const objects = await PdfObjects.open(file);
  yield* infoOf(await objects.named('Info'));
  yield* await xmpOf(objects);
  yield* await jumbfOf(file, objects);
}

function* infoOf(info: PdfObject | undefined): Generator<Carrier> {
  if (info?.value.type !== 'dictionary') return;
  for (const [key, value] of [...info.value.members].slice(0, MOST_ENTRIES)) {
    if (value.type === 'string' && value.text !== '') yield tell('pdf-info', key, value.text);
  }
}

/** Only of the document: pictures in it have XMP of their own, which says nothing of the whole. */
async function xmpOf(objects: PdfObjects): Promise<Carrier[]> {
  const place = memberOf((await objects.named('Root'))?.value, 'Metadata');
  const object = place?.type === 'reference' ? await objects.object(place.object) : undefined;
  const packet = object && (await streamOf(object));
  return packet ? readXmp(packet) : [];
}

/** C2PA is a file attached to the document, marked by its relationship. */
async function jumbfOf(file: Cursor, objects: PdfObjects): Promise<Carrier[]> {
  for (const { text } of objects.parts) {
    const mark = text.search(/\/AFRelationship\s{0,8}\/C2PA_Manifest\b/);
    if (mark < 0) continue;
    const around = text.slice(Math.max(0, mark - 1024), mark + 1024);
    const reference = /\/EF\s{0,8}<<\s{0,8}\/U?F\s{1,8}(\d{1,10})\s{1,8}\d{1,5}\s{1,8}R/.exec(around);
    const stream = reference ? (await objects.object(Number(reference[1])))?.stream : undefined;
    if (!stream) continue;
    const start = stream.part.start + stream.at;
    const box = await file.bytes(start, 8);
    if (isAt(box, 'jumb', 4)) return [await boxAt(file, start, u32(box, 0))];
  }
  return [];
}
