import { expect, test } from 'vitest';
import { webpOf } from '@/entrypoints/background/webp';
import { toBase64 } from '@/utils/base64';
import { RefusedMessageError } from '@/utils/errors';

test('a WebP keeps its bytes and gets its type', async () => {
  const bytes = new TextEncoder().encode('RIFF\u0001\u0002\u0003\u0004WEBPVP8 rest');
  const blob = webpOf(toBase64(bytes.buffer));
  expect(blob.type).toBe('image/webp');
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
});

test.each(['', 'RIFF0000WEB', 'RIFF0000WEBp', 'riff0000WEBP', ' RIFF0000WEBP', 'GIF89a000000'])(
  'bytes that begin with %j are refused',
  (start) => {
    expect(() => webpOf(btoa(start))).toThrow(RefusedMessageError);
  },
);
