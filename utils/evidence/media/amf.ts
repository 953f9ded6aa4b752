import { textOf, u16, u32 } from './bytes';

/** A message in AMF0: its name, and the members of the object after it that are text. */
export interface Message {
  name: string;
  fields: [key: string, value: string][];
}

const [NUMBER, BOOLEAN, STRING, OBJECT, NULL, UNDEFINED] = [0, 1, 2, 3, 5, 6];
const [REFERENCE, ECMA_ARRAY, STRICT_ARRAY, DATE, LONG_STRING] = [7, 8, 10, 11, 12];
const MOST_VALUES = 4096;
/** Every level of JSON in JSON doubles the signs before its quotation marks. */
const MOST_DEPTH = 3;
const MOST_FIELDS = 256;

/**
 * Reads a message as far as it goes: bytes that are cut off or of a type that does not occur in files end it. An object
 * inside becomes one line of JSON of its text members; lists are passed over.
 */
export function readAmf(bytes: Uint8Array): Message {
  const reader = new AmfReader(bytes);
  const name = reader.value(0);
  const message: Message = { name: typeof name === 'string' ? name : '', fields: [] };
  if (typeof name === 'string') reader.value(0, message.fields);
  return message;
}

type Value = string | undefined;

class AmfReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #values = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next value where it is text or an object; the members of an object also go to `into`. */
  value(depth: number, into?: [string, string][]): Value {
    this.#values += 1;
    if (this.#values > MOST_VALUES || depth > MOST_DEPTH) return this.#stop();
    const type = this.#bytes[this.#at];
    this.#at += 1;
    switch (type) {
      case NUMBER:
        return this.#skip(8);
      case BOOLEAN:
        return this.#skip(1);
      case STRING:
        return this.#text(2);
      case LONG_STRING:
        return this.#text(4);
      case OBJECT:
        return this.#members(depth, into);
      case ECMA_ARRAY:
        this.#at += 4;
        return this.#members(depth, into);
      case STRICT_ARRAY:
        return this.#list(depth);
      case DATE:
        return this.#skip(10);
      case REFERENCE:
        return this.#skip(2);
      case NULL:
      case UNDEFINED:
        return undefined;
      default:
        return this.#stop();
    }
  }

  #members(depth: number, into: [string, string][] = []): Value {
    while (this.#at + 3 <= this.#bytes.length) {
      const key = this.#text(2) ?? '';
      if (key === '' && this.#bytes[this.#at] === 9) {
        this.#at += 1;
        break;
      }
      const value = this.value(depth + 1);
      if (value !== undefined && into.length < MOST_FIELDS) into.push([key, value]);
    }
    return into.length === 0 ? undefined : JSON.stringify(Object.fromEntries(into));
  }

  #list(depth: number): Value {
    const count = u32(this.#bytes, this.#at);
    this.#at += 4;
    for (let index = 0; index < count && this.#at < this.#bytes.length; index += 1) this.value(depth + 1);
    return undefined;
  }

  /** Text after its length; where it is cut off nothing, because half a value says something else. */
  #text(width: 2 | 4): Value {
    const length = width === 2 ? u16(this.#bytes, this.#at) : u32(this.#bytes, this.#at);
    const start = this.#at + width;
    this.#at = start + length;
    if (this.#at > this.#bytes.length) return this.#stop();
    return textOf(this.#bytes.subarray(start, this.#at));
  }

  #skip(length: number): undefined {
    this.#at += length;
  }

  #stop(): undefined {
    this.#at = this.#bytes.length;
  }
}
