import { expect, test } from 'vitest';
import { Packer } from '@/utils/export/packer';

/** Characters of one to four bytes, and no regular borders. */
const PIECES = Array.from({ length: 40 }, (_, i) => `第${i}条😀é\r\n`.repeat(2_000 + i));

async function inflated(bytes: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const stream = bytes.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}

test('packs files while they grow, of text and of bytes, and tells what each was', async () => {
  const [texts, encoded] = [new Packer(), new Packer()];
  const bytes = new TextEncoder().encode(PIECES.join(''));
  for (const piece of PIECES) {
    await texts.append(piece);
    await encoded.append(new TextEncoder().encode(piece));
  }
  for (const packer of [texts, encoded]) {
    const packed = await packer.finish();
    expect(packed.size).toBe(bytes.length);
    expect(packed.sha256).toBe(await sha256(bytes));
    expect(await inflated(packed.bytes)).toEqual(bytes);
    expect(packed.bytes.size).toBeLessThan(bytes.length / 10);
  }
});

test('tells the checksum that a ZIP wants', async () => {
  const packer = new Packer();
  await packer.append('IEND');
  // The checksum that ends every PNG picture, whose last chunk is these four letters and nothing else.
  expect(await packer.finish()).toMatchObject({ size: 4, crc32: 0xae426082 });
});

test('says that a file is at its end', async () => {
  const packer = new Packer();
  await packer.append('one');
  await packer.finish();
  await expect(packer.finish()).rejects.toThrow();
});
