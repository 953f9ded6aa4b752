import { find, isAt, textOf, u16, u32 } from './bytes';
import type { Statement } from './carrier';
import { tell } from './tell';

/** Datasets of record 2 of the IPTC IIM that tell of a maker. */
const DATASETS: Record<number, string> = {
  5: 'ObjectName',
  25: 'Keywords',
  40: 'SpecialInstructions',
  65: 'OriginatingProgram',
  80: 'By-line',
  105: 'Headline',
  110: 'Credit',
  115: 'Source',
  116: 'CopyrightNotice',
  120: 'Caption-Abstract',
};
const MOST_DATASETS = 256;
const IIM_RESOURCE = 0x0404;

/** IIM records: marker 1C, record, dataset, length. */
export function readIptc(bytes: Uint8Array): Statement[] {
  const statements: Statement[] = [];
  let at = 0;
  for (let count = 0; count < MOST_DATASETS && at + 5 <= bytes.length && bytes[at] === 0x1c; count++) {
    const length = u16(bytes, at + 3);
    // The highest bit announces a longer length, which no text has.
    if (length >= 0x8000) break;
    const key = bytes[at + 1] === 2 ? DATASETS[bytes[at + 2]!] : undefined;
    const value = key === undefined ? '' : textOf(bytes.subarray(at + 5, at + 5 + length)).trim();
    if (key !== undefined && value !== '') statements.push(tell('iptc', key, value));
    at += 5 + length;
  }
  return statements;
}

/** Image resources of Photoshop (`8BIM`): the IIM records among them. Also after the name `Photoshop 3.0`. */
export function readPhotoshop(bytes: Uint8Array): Statement[] {
  const statements: Statement[] = [];
  let at = find(bytes.subarray(0, 64), '8BIM');
  for (let count = 0; at >= 0 && count < MOST_DATASETS && isAt(bytes, '8BIM', at); count++) {
    const id = u16(bytes, at + 4);
    const name = (bytes[at + 6] ?? 0) + 1;
    const sizeAt = at + 6 + name + (name % 2);
    const size = u32(bytes, sizeAt);
    if (id === IIM_RESOURCE) statements.push(...readIptc(bytes.subarray(sizeAt + 4, sizeAt + 4 + size)));
    at = sizeAt + 4 + size + (size % 2);
  }
  return statements;
}
