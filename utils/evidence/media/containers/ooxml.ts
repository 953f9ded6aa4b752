import { find, isAt } from '../bytes';
import type { Carrier, Statement } from '../carrier';
import type { Cursor } from '../cursor';
import { defineContainer } from '../define-container';
import { tell } from '../tell';
import { decodeEntities, readTags } from '../xml';
import { zipMember } from '../zip-tail';

const MOST_PROPERTIES = 256;

/** Documents of office programs in OOXML: the properties that are not built in. */
export const container = defineContainer({
  id: 'ooxml',
  recognises: (head) =>
    isAt(head, 'PK\x03\x04') &&
    ['[Content_Types].xml', '_rels/.rels', 'docProps/', 'word/', 'xl/', 'ppt/'].some(
      (name) => isAt(head, name, 30) || (name.startsWith('[') && find(head, name) >= 0),
    ),
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  const part = await zipMember(file, 'docprops/custom.xml');
  if (part) yield* readProperties(new TextDecoder().decode(part));
}

/** `<property name="AIGC"><vt:lpwstr>…</vt:lpwstr></property>` */
function* readProperties(xml: string): Generator<Statement> {
  let [key, value, count] = ['', '', 0];
  for (const part of readTags(xml)) {
    if (typeof part === 'string') {
      if (key !== '') value += part;
    } else if (/^(?:\w+:)?property$/.test(part.name)) {
      const text = decodeEntities(value).trim();
      if (part.closes && key !== '' && text !== '' && count < MOST_PROPERTIES) {
        count += 1;
        yield tell('ooxml-property', key, text);
      }
      const name = part.attributes.find(([attribute]) => attribute === 'name')?.[1] ?? '';
      key = part.closes ? '' : decodeEntities(name);
      value = '';
    }
  }
}
