/** Large enough to cost few calls, small enough to be read and checked within one frame. */
export const PIECE = 128 * 1024;

export interface ReadBytes {
  signal?: AbortSignal | undefined;
  /** Called with the bytes read so far. */
  onRead?: ((done: number) => void) | undefined;
}

/**
 * The bytes of a file piece by piece, each read only when it is asked for.
 *
 * @throws DOMException `NotReadableError` when the file was changed or removed, and the reason of an abort
 */
export async function* bytesOf(
  blob: Blob,
  { signal, onRead }: ReadBytes = {},
  piece = PIECE,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += piece) {
    signal?.throwIfAborted();
    const end = Math.min(at + piece, blob.size);
    yield new Uint8Array(await blob.slice(at, end).arrayBuffer());
    onRead?.(end);
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
