import { parseObject } from './statements';

/** The fields of one AIGC record that are read; numbers of works and codes of protection are passed over. */
export interface AigcRecord {
  label?: string;
  producer?: string;
  propagator?: string;
  /** Names of fields of the schema that it has, in lower case. */
  fields: ReadonlySet<string>;
}

/** GB 45438-2025, annex E; and what one cloud writes in its place. */
const SCHEMA = [
  'label',
  'contentproducer',
  'produceid',
  'contentpropagator',
  'propagateid',
  'serviceprovider',
  'serviceuser',
] as const;

/** Looked at in one text: a key that occurs more often is no label's. */
const MAX_PLACES = 16;
/** Longest value of a field, in characters. */
const MAX_VALUE = 200;

/** A record from its JSON, from JSON that was cut off or escaped, or from lines `Key: value`. */
export function readRecord(text: string): AigcRecord | undefined {
  const object = parseObject(text);
  return fromValues(object ? fieldsOf(object) : looseFields(text));
}

/** Records that are wrapped somewhere in a text: `"AIGC": {…}`, `AIGC{…}`. */
export function wrappedRecords(text: string): AigcRecord[] {
  const records: AigcRecord[] = [];
  const wrapped = /(?:\baigc\\{0,8}"? {0,4}:? {0,4})\\{0,8}"?(?=\{)/gi;
  for (let place = 0; place < MAX_PLACES; place++) {
    const found = wrapped.exec(text);
    if (!found) break;
    const record = readRecord(objectAt(text, found.index + found[0].length));
    if (record) records.push(record);
  }
  return records;
}

/** From a brace to the one that closes it, or to the end where none does. */
function objectAt(text: string, start: number): string {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (isString && sign === '\\') at++;
    else if (sign === '"') isString = !isString;
    else if (!isString && sign === '{') depth++;
    else if (!isString && sign === '}' && --depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

function fieldsOf(object: Record<string, unknown>): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [key, value] of Object.entries(object)) {
    const name = key.toLowerCase();
    const isText = typeof value === 'string' || typeof value === 'number';
    if (isText && isSchema(name) && !fields.has(name)) fields.set(name, String(value).slice(0, MAX_VALUE));
  }
  return fields;
}

const isSchema = (name: string): name is (typeof SCHEMA)[number] =>
  (SCHEMA as readonly string[]).includes(name);

/** A field of JSON with its quotes as they are or escaped, or a line of YAML. */
const LOOSE =
  /(?:^|[\s{,"])(Label|ContentProducer|ProduceID|ContentPropagator|PropagateID|ServiceProvider|ServiceUser)\\{0,8}["']? {0,4}: {0,4}\\{0,8}["']?([^"'\\,}\r\n]{0,200})/gi;

function looseFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let places = 0;
  for (const [, key = '', value = ''] of text.matchAll(LOOSE)) {
    if (!fields.has(key.toLowerCase())) fields.set(key.toLowerCase(), value.trim());
    if (++places === MAX_PLACES) break;
  }
  return fields;
}

function fromValues(values: Map<string, string>): AigcRecord | undefined {
  if (values.size === 0) return undefined;
  const label = values.get('label')?.trim();
  const producer = values.get('contentproducer') || values.get('serviceprovider');
  const propagator = values.get('contentpropagator');
  return {
    ...(label !== undefined && { label }),
    ...(producer && { producer }),
    ...(propagator && { propagator }),
    fields: new Set(values.keys()),
  };
}
