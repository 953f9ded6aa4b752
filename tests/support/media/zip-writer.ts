import { deflateRawSync } from 'node:zlib';
import { little, pack, utf8 } from './pack';

interface Options {
  /** 0 stored, 8 deflated; the list may tell another one than there is. */
  method?: number;
  comment?: string;
  /** Before the list of members, in bytes. */
  padding?: number;
}

/** A ZIP file of these texts. */
export function zip(
  members: Record<string, string | Uint8Array>,
  { method = 8, comment = '', padding = 0 }: Options = {},
) {
  let file = pack();
  const entries: Uint8Array[] = [];
  for (const [name, content] of Object.entries(members)) {
    const plain = typeof content === 'string' ? utf8(content) : content;
    const packed = method === 8 ? new Uint8Array(deflateRawSync(plain)) : plain;
    const head = pack(little(2, 20), little(2, 0), little(2, method), little(8, 0), little(4, packed.length));
    const sizes = pack(little(4, plain.length), little(2, name.length), little(2, 0));
    entries.push(
      pack('PK\x01\x02', little(2, 20), head, sizes, new Uint8Array(10), little(4, file.length), name),
    );
    file = pack(file, 'PK\x03\x04', head, sizes, name, packed);
  }
  const list = pack(...entries);
  const start = file.length + padding;
  const count = little(2, entries.length);
  return pack(
    file,
    new Uint8Array(padding),
    list,
    'PK\x05\x06',
    little(4, 0),
    count,
    count,
    little(4, list.length),
    little(4, start),
    little(2, comment.length),
    comment,
  );
}

/** `docProps/custom.xml` with these properties. */
export function customXml(properties: Record<string, string>): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const all = Object.entries(properties).map(
    ([name, value], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${escaped(name)}">` +
      `<vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ' +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `${all.join('')}</Properties>`
  );
}

export const docx = (properties: Record<string, string>, options: Options = {}): Uint8Array =>
  zip({ '[Content_Types].xml': '<Types/>', 'docProps/custom.xml': customXml(properties) }, options);
