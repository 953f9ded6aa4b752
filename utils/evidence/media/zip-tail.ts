import { isAt, textOf, u16, u32 } from './bytes';
import { type Cursor, DamagedFile } from './cursor';
import { inflate } from './inflate';

/** The end record with the longest comment fits into this nearly always; it is also what one request brings. */
const TAIL = 64 * 1024;
/** Of a list of members, and of one member before it is inflated. */
const MOST_READ = 64 * 1024;

/**
 * A member of a ZIP file by its name in lower case, inflated up to a bound; `undefined` where there is none. Finds it
 * by the list at the end of the file, so it needs the file's size.
 */
export async function zipMember(file: Cursor, name: string): Promise<Uint8Array | undefined> {
  if (file.size === undefined) return undefined;
  const start = Math.max(0, file.size - TAIL);
  const tail = await file.bytes(start, file.size - start);
  const end = endRecord(tail);
  if (end < 0) throw new DamagedFile('The list of members is missing');
  const list = await file.bytes(u32(tail, end + 16, true), Math.min(u32(tail, end + 12, true), MOST_READ));
  for (let at = 0; at + 46 <= list.length && isAt(list, 'PK\x01\x02', at); ) {
    const nameLength = u16(list, at + 28, true);
    if (textOf(list.subarray(at + 46, at + 46 + nameLength)).toLowerCase() === name) {
      return content(file, list, at);
    }
    at += 46 + nameLength + u16(list, at + 30, true) + u16(list, at + 32, true);
  }
  return undefined;
}

/** Where the end record begins: the last one whose comment ends with the file. */
function endRecord(tail: Uint8Array): number {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (isAt(tail, 'PK\x05\x06', at) && at + 22 + u16(tail, at + 20, true) <= tail.length) return at;
  }
  return -1;
}

async function content(file: Cursor, list: Uint8Array, entry: number): Promise<Uint8Array | undefined> {
  const [flags, method] = [u16(list, entry + 8, true), u16(list, entry + 10, true)];
  if (flags & 1 || (method !== 0 && method !== 8)) return undefined;
  const at = u32(list, entry + 42, true);
  const header = await file.bytes(at, 30);
  if (!isAt(header, 'PK\x03\x04')) throw new DamagedFile('The list of members points beside a member');
  const start = at + 30 + u16(header, 26, true) + u16(header, 28, true);
  const packed = await file.bytes(start, Math.min(u32(list, entry + 20, true), MOST_READ));
  return method === 8 ? inflate(packed, 'deflate-raw') : packed;
}
