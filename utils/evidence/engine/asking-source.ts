import { WINDOW } from '../media/bounded';
import type { ByteSource } from '../media/byte-source';

/** Bytes, and what became known of the whole file with them. */
export interface Portion {
  bytes: Uint8Array<ArrayBuffer>;
  size?: number;
  type?: string;
}

/**
 * A file whose bytes are asked for elsewhere. How long it is becomes known with its first bytes, and a reader wants to
 * know that first; so these are there before it begins, as many as it asks for at the least.
 */
export async function askingSource(
  ask: (start: number, end: number) => Promise<Portion>,
): Promise<ByteSource> {
  const first = await ask(0, WINDOW).catch((error: unknown) => ({ error }));
  const read: ByteSource['read'] = async (start, end) => {
    const isFirst = start === 0 && end <= WINDOW;
    const portion = isFirst ? first : await ask(start, end);
    if ('error' in portion) throw portion.error;
    return portion.bytes.subarray(0, end - start);
  };
  if ('error' in first) return { read };
  const { size, type } = first;
  return { read, ...(size !== undefined && { size }), ...(type !== undefined && { type }) };
}
