import { latin1, u16 } from './bytes';
import type { Statement } from './carrier';
import { tell } from './tell';
import { decodeEntities, readTags, type Tag } from './xml';

/** Prefixes by namespace, so that a key reads the same whatever prefix a writer chose. */
const PREFIXES: Record<string, string> = {
  'http://www.tc260.org.cn/ns/AIGC/1.0/': 'TC260',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'Iptc4xmpExt',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://ns.adobe.com/exif/1.0/': 'exif',
  'http://ns.adobe.com/tiff/1.0/': 'tiff',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'adobe:ns:meta/': 'x',
};

/** Parts of a packet that are no properties, and namespaces that fill packets with editing steps and settings. */
const STRUCTURE = new Set(['rdf', 'x', 'xml', 'xmlns']);
const NOISE = new Set(['crs', 'stEvt', 'stRef', 'stDim', 'xmpG', 'stFnt', 'xmpMM']);

const MOST_STATEMENTS = 256;
/** Of one key: keywords and ancestors come in thousands. */
const MOST_OF_A_KEY = 16;

/** What an XMP packet says, property by property, in its order; each item of a list is a statement of its own. */
export function readXmp(packet: Uint8Array): Statement[] {
  return readXmpText(decodePacket(packet));
}

export function readXmpText(packet: string): Statement[] {
  const prefixes = new Map<string, string>();
  const counts = new Map<string, number>();
  const statements: Statement[] = [];
  /** Open elements, by their canonical names. */
  const open: { name: string; text: string }[] = [];

  const nameOf = (raw: string) => {
    const colon = raw.indexOf(':');
    if (colon <= 0) return raw;
    const prefix = raw.slice(0, colon);
    return `${prefixes.get(prefix) ?? prefix}${raw.slice(colon)}`;
  };
  const say = (key: string, raw: string) => {
    const value = decodeEntities(raw).trim();
    const count = counts.get(key) ?? 0;
    if (value === '' || count >= MOST_OF_A_KEY || statements.length >= MOST_STATEMENTS) return;
    counts.set(key, count + 1);
    statements.push(tell('xmp', key, value));
  };
  const property = () => open.findLast(({ name }) => isProperty(name))?.name;

  const start = (tag: Tag) => {
    for (const [key, value] of tag.attributes) {
      if (key.startsWith('xmlns:') && PREFIXES[value]) prefixes.set(key.slice(6), PREFIXES[value]);
    }
    const name = nameOf(tag.name);
    if (!tag.empty && open.length < 64) open.push({ name, text: '' });
    for (const [key, value] of tag.attributes) {
      const named = nameOf(key);
      if (isProperty(named)) say(named, value);
      else if (named === 'rdf:resource' || named === 'rdf:value') {
        const owner = isProperty(name) ? name : property();
        if (owner !== undefined) say(owner, value);
      }
    }
  };
  const end = (tag: Tag) => {
    const at = open.findLastIndex(({ name }) => name === nameOf(tag.name));
    if (at < 0) return;
    const key = property();
    const { text } = open[at]!;
    open.length = at;
    if (key !== undefined) say(key, text);
  };

  for (const part of readTags(packet)) {
    if (typeof part === 'string') {
      const last = open.at(-1);
      if (last) last.text += part;
    } else if (part.closes) end(part);
    else start(part);
  }
  return statements;
}

function isProperty(name: string): boolean {
  const colon = name.indexOf(':');
  if (colon <= 0) return false;
  const prefix = name.slice(0, colon);
  return !STRUCTURE.has(prefix) && !NOISE.has(prefix);
}

/** Packets are UTF-8 nearly always; UTF-16 and UTF-32 show by the zero bytes around the first `<`. */
function decodePacket(packet: Uint8Array): string {
  const [a, b, c, d] = packet;
  if (u16(packet, 0) === 0xfeff || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be').decode(packet);
  if (u16(packet, 0) === 0xfffe || (a === 0x3c && b === 0 && c !== 0)) {
    return new TextDecoder('utf-16le').decode(packet);
  }
  if ((a === 0x3c && b === 0) || (a === 0 && d === 0x3c)) return latin1(packet.filter((byte) => byte !== 0));
  return new TextDecoder().decode(packet);
}
