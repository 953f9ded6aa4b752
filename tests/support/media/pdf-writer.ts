import { deflateSync } from 'node:zlib';
import { type Part, pack } from './pack';

/** A stream with its dictionary; `compressed` as most files have it. */
export function pdfStream(entries: string, content: Part, compressed = false): Uint8Array {
  const bytes = compressed ? new Uint8Array(deflateSync(pack(content))) : pack(content);
  const filter = compressed ? '/Filter/FlateDecode' : '';
  return pack(`<<${entries}${filter}/Length ${bytes.length}>>\nstream\n`, bytes, '\nendstream');
}

interface PdfOptions {
  trailer?: string;
  /** Between the objects and the table, in bytes: so that objects lie where no first read reaches. */
  padding?: number;
  /** Objects to put after the padding. */
  late?: Record<number, Part>;
}

/** A file of these objects, a table of their places, and a trailer. */
export function pdf(
  objects: Record<number, Part>,
  { trailer = '/Root 1 0 R', padding = 0, late = {} }: PdfOptions = {},
) {
  const places = new Map<number, number>();
  let file = pack('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  const add = (all: Record<number, Part>) => {
    for (const [number, content] of Object.entries(all)) {
      places.set(Number(number), file.length);
      file = pack(file, `${number} 0 obj\n`, content, '\nendobj\n');
    }
  };
  add(objects);
  file = pack(file, '\n'.repeat(padding));
  add(late);
  const size = Math.max(0, ...places.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const at = places.get(number);
    return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${size}\n${rows.join('')}trailer\n<<${trailer}/Size ${size}>>\n`;
  return pack(file, table, `startxref\n${file.length}\n%%EOF\n`);
}
