import { isAt } from '../bytes';
import type { Carrier } from '../carrier';
import type { Cursor } from '../cursor';
import { defineContainer } from '../define-container';
import { EbmlReader, type Element } from '../ebml';
import { tell } from '../tell';

const [SEGMENT, SEEK_HEAD, INFO, TAGS, CLUSTER] = [
  0x18538067, 0x114d9b74, 0x1549a966, 0x1254c367, 0x1f43b675,
];
const [SEEK, SEEK_ID, SEEK_POSITION] = [0x4dbb, 0x53ab, 0x53ac];
const [TAG, SIMPLE_TAG, TAG_NAME, TAG_STRING] = [0x7373, 0x67c8, 0x45a3, 0x4487];
const TEXTS_OF_INFO: Record<number, string> = { 19840: 'MuxingApp', 22337: 'WritingApp', 31657: 'Title' };

const MOST_DEPTH = 4;

/** Film and sound in Matroska and WebM: the tags, wherever the file keeps them, and the names of its programs. */
export const container = defineContainer({
  id: 'matroska',
  recognises: (head) => isAt(head, '\x1aE\xdf\xa3'),
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  const reader = new EbmlReader(file);
  for await (const element of reader.elements(0, Number.POSITIVE_INFINITY)) {
    if (element.id === SEGMENT) yield* readSegment(reader, element);
  }
}

/**
 * Walks to the first cluster; from there to where the index says that tags are. Without an index it walks on over the
 * clusters, as far as their lengths are known and the budget reaches.
 */
async function* readSegment(reader: EbmlReader, segment: Element): AsyncGenerator<Carrier> {
  let indexed = false;
  const later: number[] = [];
  const done = new Set<number>();
  for await (const element of reader.elements(segment.start, segment.end)) {
    if (element.id === SEEK_HEAD) {
      indexed = true;
      later.push(...(await placesIn(reader, element, segment.start)));
    } else if (element.id === INFO) yield* readTexts(reader, element);
    else if (element.id === TAGS) {
      done.add(element.at);
      yield* readTags(reader, element);
    } else if (element.id === CLUSTER && (indexed || element.end === Number.POSITIVE_INFINITY)) break;
  }
  for (const at of later) {
    if (done.has(at)) continue;
    done.add(at);
    const element = await reader.elementAt(at, segment.end);
    if (element?.id === TAGS) yield* readTags(reader, element);
    // A second index at the end, which the first one names; further ones would be a loop.
    else if (element?.id === SEEK_HEAD && later.length < 8) {
      later.push(...(await placesIn(reader, element, segment.start)));
    }
  }
}

/** Where an index says that tags and further indexes are. */
async function placesIn(reader: EbmlReader, index: Element, origin: number): Promise<number[]> {
  const places: number[] = [];
  for await (const seek of reader.elements(index.start, index.end)) {
    if (seek.id !== SEEK) continue;
    let [id, position] = [0, Number.NaN];
    for await (const part of reader.elements(seek.start, seek.end)) {
      if (part.id === SEEK_ID) id = await reader.numberIn(part);
      else if (part.id === SEEK_POSITION) position = await reader.numberIn(part);
    }
    if ((id === TAGS || id === SEEK_HEAD) && Number.isSafeInteger(position)) places.push(origin + position);
  }
  return places.slice(0, 4);
}

async function* readTexts(reader: EbmlReader, info: Element): AsyncGenerator<Carrier> {
  for await (const element of reader.elements(info.start, info.end)) {
    const key = TEXTS_OF_INFO[element.id];
    if (key) yield tell('matroska-tag', key, await reader.textIn(element));
  }
}

async function* readTags(reader: EbmlReader, tags: Element): AsyncGenerator<Carrier> {
  for await (const tag of reader.elements(tags.start, tags.end)) {
    if (tag.id !== TAG) continue;
    for await (const part of reader.elements(tag.start, tag.end)) {
      if (part.id === SIMPLE_TAG) yield* readSimpleTag(reader, part, 0);
    }
  }
}

/** A tag can hold further ones, which say something about it. */
async function* readSimpleTag(reader: EbmlReader, tag: Element, depth: number): AsyncGenerator<Carrier> {
  let [name, value] = ['', ''];
  const inner: Element[] = [];
  for await (const part of reader.elements(tag.start, tag.end)) {
    if (part.id === TAG_NAME) name = await reader.textIn(part);
    else if (part.id === TAG_STRING) value = await reader.textIn(part);
    else if (part.id === SIMPLE_TAG && depth < MOST_DEPTH) inner.push(part);
  }
  if (name !== '' && value !== '') yield tell('matroska-tag', name, value);
  for (const each of inner) yield* readSimpleTag(reader, each, depth + 1);
}
