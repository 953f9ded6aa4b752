import type { Cursor } from './cursor';
import { inflate } from './inflate';
import { PdfParser, type PdfValue } from './pdf-syntax';

const PART = 64 * 1024;
/** Of an object that is read on its own. */
const MOST_OBJECT = 16 * 1024;
/** Streams that hold objects, among the parts that were read. */
const MOST_BUNDLES = 8;
const MOST_BUNDLED = 64 * 1024;
/** Of the numbers and places before the objects in such a stream, in bytes. */
const MOST_INDEX = 8 * 1024;

/** A part of the file. */
interface Part {
  start: number;
  bytes: Uint8Array;
  /** As Latin-1. */
  text: string;
}

function partOf(start: number, bytes: Uint8Array): Part {
  return { start, bytes, text: signsOf(bytes) };
}

/** One sign for each byte: in bytes of twice the width that is what UTF-16 says, and decoded at once. */
function signsOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(Uint16Array.from(bytes));
}

/** Where an object begins in an inflated stream of objects. */
interface Place {
  text: string;
  at: number;
}

/** An object: its value, and where a stream after it begins. */
export interface PdfObject {
  value: PdfValue;
  stream?: { part: Part; at: number };
}

/** The objects of a PDF file, as far as its first and its last 64 KiB tell where they are. */
export class PdfObjects {
  readonly #file: Cursor;
  /** The end first: it outranks the start, because changes are appended. */
  readonly parts: readonly Part[];
  #bundled: Map<number, Place> | undefined;

  private constructor(file: Cursor, parts: Part[]) {
    this.#file = file;
    this.parts = parts;
  }

  static async open(file: Cursor): Promise<PdfObjects> {
    const head = await file.bytes(0, PART);
    const start = Math.max(PART, (file.size ?? 0) - PART);
    const end = await file.bytes(start, file.size === undefined ? 0 : PART);
    if (start > PART) return new PdfObjects(file, [partOf(start, end), partOf(0, head)]);
    // Two parts that touch are one, so that an object on their border is whole.
    const whole = new Uint8Array(head.length + end.length);
    whole.set(head);
    whole.set(end, head.length);
    return new PdfObjects(file, [partOf(0, whole)]);
  }

  /** The object that the last trailer names so: `Root`, `Info`. */
  async named(key: string): Promise<PdfObject | undefined> {
    for (const { text } of this.parts) {
      const found = [
        ...text.matchAll(new RegExp(`/${key}\\s{1,8}(\\d{1,10})\\s{1,8}\\d{1,5}\\s{1,8}R`, 'g')),
      ].at(-1);
      if (found) return this.object(Number(found[1]));
    }
    return undefined;
  }

  async object(number: number): Promise<PdfObject | undefined> {
    const opening = new RegExp(`(?<!\\d)${number}\\s{1,8}\\d{1,5}\\s{1,8}obj\\b`, 'g');
    for (const part of this.parts) {
      const found = [...part.text.matchAll(opening)].at(-1);
      if (found) return objectAt(part, found.index + found[0].length);
    }
    const bundled = (await this.#bundles()).get(number);
    const value = bundled && new PdfParser(bundled.text, bundled.at).value();
    return value ? { value } : this.#elsewhere(number, opening);
  }

  /** By the table at the end of the file, where it is one of plain text. */
  async #elsewhere(number: number, opening: RegExp): Promise<PdfObject | undefined> {
    const start = this.#placeOf(number);
    if (start === undefined) return undefined;
    const part = partOf(start, await this.#file.bytes(start, MOST_OBJECT));
    opening.lastIndex = 0;
    const found = opening.exec(part.text);
    return found && found.index < 8 ? objectAt(part, found.index + found[0].length) : undefined;
  }

  #placeOf(number: number): number | undefined {
    for (const { text } of this.parts) {
      const told = Number([...text.matchAll(/startxref\s{1,8}(\d{1,12})/g)].at(-1)?.[1]);
      const part = this.parts.find((each) => told >= each.start && told < each.start + each.text.length);
      if (!part) continue;
      const table = part.text.slice(told - part.start);
      if (!table.startsWith('xref')) continue;
      const sections = /\s*(?:xref\s+)?(\d{1,10}) (\d{1,10})\s+/y;
      for (let found = sections.exec(table); found; found = sections.exec(table)) {
        const index = number - Number(found[1]);
        if (index >= 0 && index < Number(found[2])) {
          const entry = /^(\d{10}) \d{5} n/.exec(
            table.slice(sections.lastIndex + index * 20, sections.lastIndex + index * 20 + 20),
          );
          return entry ? Number(entry[1]) : undefined;
        }
        sections.lastIndex += Number(found[2]) * 20;
      }
    }
    return undefined;
  }

  /** Objects inside compressed streams of objects; the end of the file outranks its start. */
  async #bundles(): Promise<Map<number, Place>> {
    if (this.#bundled) return this.#bundled;
    this.#bundled = new Map();
    let count = 0;
    for (const part of this.parts) {
      for (const { index } of [...part.text.matchAll(/\/Type\s{0,8}\/ObjStm\b/g)].reverse()) {
        count += 1;
        if (count > MOST_BUNDLES) return this.#bundled;
        const opening = part.text.lastIndexOf('obj', index);
        if (opening >= 0) await unbundle(objectAt(part, opening + 3), this.#bundled);
      }
    }
    return this.#bundled;
  }
}

function objectAt(part: Part, at: number): PdfObject | undefined {
  const parser = new PdfParser(part.text, at);
  const value = parser.value();
  if (value === undefined) return undefined;
  const stream = /\s*stream\r?\n/y;
  stream.lastIndex = parser.at;
  return stream.test(part.text) ? { value, stream: { part, at: stream.lastIndex } } : { value };
}

async function unbundle(bundle: PdfObject | undefined, into: Map<number, Place>): Promise<void> {
  const bytes = bundle && (await streamOf(bundle));
  const [first, count] = ['First', 'N'].map((key) => numberAt(bundle, key));
  if (!bytes || first === undefined || count === undefined) return;
  const text = signsOf(bytes);
  const places = text.slice(0, Math.min(first, MOST_INDEX)).trim().split(/\s+/).map(Number);
  for (let index = 0; index + 1 < Math.min(places.length, count * 2); index += 2) {
    const number = places[index]!;
    if (!into.has(number)) into.set(number, { text, at: first + places[index + 1]! });
  }
}

function numberAt(object: PdfObject | undefined, key: string): number | undefined {
  const value = memberOf(object?.value, key);
  return value?.type === 'number' ? value.value : undefined;
}

export function memberOf(value: PdfValue | undefined, key: string): PdfValue | undefined {
  return value?.type === 'dictionary' ? value.members.get(key) : undefined;
}

/** The bytes of a stream, inflated where it is compressed in the usual way; `undefined` in any other way. */
export async function streamOf({ value, stream }: PdfObject): Promise<Uint8Array | undefined> {
  if (!stream) return undefined;
  const { part, at } = stream;
  const end = part.text.indexOf('endstream', at);
  const bytes = part.bytes.subarray(at, end < 0 ? at + MOST_BUNDLED : end);
  const told = memberOf(value, 'Filter');
  const filters = told?.type === 'list' ? told.items : told ? [told] : [];
  const [filter, another] = filters;
  if (filter === undefined) return bytes;
  if (another || filter.type !== 'name' || filter.name !== 'FlateDecode') return undefined;
  return inflate(bytes, 'deflate', MOST_BUNDLED);
}
