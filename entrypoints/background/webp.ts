import { fromBase64 } from '@/utils/base64';
import { refusal } from './guard';

const START = 'RIFF....WEBP';

/**
 * A picture from a message as it is stored: nothing is kept whose bytes do not begin as a WebP's do.
 *
 * @throws RefusedMessageError
 */
export function webpOf(base64: string): Blob {
  const bytes = bytesOf(base64);
  const isWebp = [...START].every((sign, i) => sign === '.' || bytes[i] === sign.charCodeAt(0));
  if (!isWebp) throw refusal('setPicture', 'picture.webp: not a WebP');
  return new Blob([bytes], { type: 'image/webp' });
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(fromBase64(base64));
  } catch {
    throw refusal('setPicture', 'picture.webp: not base64');
  }
}
