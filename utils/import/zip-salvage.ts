import { bytesOf } from './bytes';
import { LOCAL_HEADER, localHeader, unpacked, ZipError } from './zip-member';

const SIGNATURE = 'PK\x03\x04';
const MAX_NAME = 100;

/** A file of a ZIP whose directory is lost: it starts somewhere, and ends where its own text says so. */
export interface SalvagedMember {
  name: string;
  offset: number;
}

/** The first file of that name, found by its own header. */
export async function findMember(
  zip: Blob,
  name: string,
  signal?: AbortSignal,
): Promise<SalvagedMember | undefined> {
  const decoder = new TextDecoder('latin1');
  const overlap = LOCAL_HEADER + MAX_NAME;
  let before = '';
  let offset = 0;
  for await (const piece of bytesOf(zip, { signal })) {
    const text = before + decoder.decode(piece);
    const found = headerIn(text, name);
    if (found) return { name: found.name, offset: offset - before.length + found.at };
    offset += piece.length;
    before = text.slice(-overlap);
  }
  return undefined;
}

/** @param text bytes, each as a character */
function headerIn(text: string, name: string): { at: number; name: string } | undefined {
  for (let at = text.indexOf(SIGNATURE); at >= 0; at = text.indexOf(SIGNATURE, at + 4)) {
    const length = text.charCodeAt(at + 26) + text.charCodeAt(at + 27) * 256;
    const found = text.slice(at + LOCAL_HEADER, at + LOCAL_HEADER + length);
    if (found === name || found.endsWith(`/${name}`)) return { at, name: found };
  }
  return undefined;
}

/** What can still be unpacked of it; ends where the packed bytes do, or where they are damaged. */
export async function* unpackSalvaged(
  zip: Blob,
  { offset }: SalvagedMember,
  limit: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { start, method } = await localHeader(zip, offset);
  let size = 0;
  try {
    for await (const piece of unpacked(zip.slice(start), method, { signal })) {
      size += piece.length;
      if (size > limit) return;
      yield piece;
    }
  } catch (error) {
    // Behind the packed bytes comes the next file, and the end of this one's lines is said in the last of them.
    if (!(error instanceof ZipError)) throw error;
  }
}
