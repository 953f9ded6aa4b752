/** Of what one compressed piece may become. */
export const MAX_INFLATED = 256 * 1024;

/** Handed over in slices, so that a bomb is noticed before much of it was inflated. */
const SLICE = 4096;

/**
 * What compressed bytes stand for, up to `most` bytes of it; where they are cut off or broken, what was sound before.
 * `deflate` has the header of zlib, `deflate-raw` none.
 */
export async function inflate(
  bytes: Uint8Array,
  format: 'deflate' | 'deflate-raw',
  most = MAX_INFLATED,
): Promise<Uint8Array> {
  const reader = slices(bytes).pipeThrough(new DecompressionStream(format)).getReader();
  const inflated = new Uint8Array(most);
  let length = 0;
  try {
    while (length < most) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, most - length);
      inflated.set(part, length);
      length += part.length;
    }
    await reader.cancel();
  } catch (error) {
    // The stream says so of broken data and of data that end early; what came before is as good as any.
    if (!(error instanceof TypeError)) throw error;
  }
  return inflated.slice(0, length);
}

function slices(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + SLICE));
      at += SLICE;
    },
  });
}
