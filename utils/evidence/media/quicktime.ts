import { type Box, boxes } from './bmff';
import { isAt, MOST_TEXT, textOf, u16, u32, utf16 } from './bytes';
import type { Carrier, Statement } from './carrier';
import type { Cursor } from './cursor';
import { tell } from './tell';
import { readXmp } from './xmp';

/** Well-known types of values (QuickTime file format, table 3-5): the rest are numbers and pictures. */
const UTF8 = [1, 4];
const UTF16 = [2, 5];

/** A `udta` box: lists, XMP, and texts as QuickTime keeps them. */
export async function* readUserData(file: Cursor, udta: Box): AsyncGenerator<Carrier> {
  for await (const box of boxes(file, udta.body, udta.end)) {
    if (box.type === 'meta') yield* readMeta(file, box);
    else if (box.type === 'XMP_') yield* readXmp(await contentOf(file, box));
    else if (box.type === 'AIGC') yield tell('quicktime-key', box.type, bareText(await contentOf(file, box)));
    else if (box.type.startsWith('©')) yield* readTexts(box.type, await contentOf(file, box));
  }
}

/** Texts, each after its length and its language. */
function* readTexts(key: string, bytes: Uint8Array): Generator<Statement> {
  let at = 0;
  while (at + 4 < bytes.length) {
    const length = u16(bytes, at);
    if (length === 0) return;
    yield tell('quicktime-key', key, textOf(bytes.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
}

/** Text after the zero bytes of a version, flags or a language. */
function bareText(bytes: Uint8Array): string {
  return textOf(
    bytes.subarray(
      Math.max(
        0,
        bytes.findIndex((byte) => byte >= 0x20),
      ),
    ),
  );
}

/**
 * A `meta` box: the values of its `ilst`, named by its `keys` where it has any (handler `mdta`), else by their own boxes
 * (handler `mdir`).
 */
export async function* readMeta(file: Cursor, meta: Box): AsyncGenerator<Carrier> {
  // In ISO files four bytes of version and flags come first, in QuickTime not.
  const head = await file.bytes(meta.body, Math.min(8, meta.end - meta.body));
  const start = meta.body + (isAt(head, 'hdlr', 4) ? 0 : 4);
  let keys: string[] = [];
  const lists: Box[] = [];
  for await (const box of boxes(file, start, meta.end)) {
    if (box.type === 'keys') keys = readKeys(await contentOf(file, box));
    else if (box.type === 'ilst') lists.push(box);
  }
  for (const list of lists) {
    for await (const item of boxes(file, list.body, list.end)) yield* readItem(file, item, keys);
  }
}

function readKeys(bytes: Uint8Array): string[] {
  const keys: string[] = [];
  const count = u32(bytes, 4);
  let at = 8;
  while (keys.length < count && at + 8 <= bytes.length) {
    const length = u32(bytes, at);
    if (length < 8) break;
    keys.push(textOf(bytes.subarray(at + 8, at + length)));
    at += length;
  }
  return keys;
}

async function* readItem(file: Cursor, item: Box, keys: string[]): AsyncGenerator<Carrier> {
  const index = [...item.type].reduce((sum, sign) => sum * 256 + sign.charCodeAt(0), 0);
  let key = keys[index - 1] ?? item.type;
  for await (const box of boxes(file, item.body, item.end)) {
    // Of a free item (`----`) the name stands in a box of its own.
    if (box.type === 'name') key = textOf((await contentOf(file, box)).subarray(4));
    if (box.type !== 'data') continue;
    const value = await textIn(file, box);
    if (value !== undefined) yield tell('quicktime-key', key, value);
  }
}

/** The text of a `data` box: its type, its language, then the value. */
async function textIn(file: Cursor, data: Box): Promise<string | undefined> {
  const head = await file.bytes(data.body, Math.min(9, data.end - data.body));
  const type = u32(head, 0) % 0x1000000;
  // Some writers name no type; numbers of that kind begin with a zero byte.
  const untyped = type === 0 && (head[8] ?? 0) >= 0x20;
  if (!untyped && !UTF8.includes(type) && !UTF16.includes(type)) return undefined;
  const value = (await contentOf(file, data)).subarray(8);
  return UTF16.includes(type) ? utf16(value, false) : textOf(value);
}

function contentOf(file: Cursor, box: Box): Promise<Uint8Array> {
  return file.bytes(box.body, Math.min(box.end - box.body, MOST_TEXT + 8));
}
