import { little, type Part, pack } from './pack';

/** A chunk with its byte of padding. */
export function chunk(id: string, ...content: Part[]): Uint8Array {
  const bytes = pack(...content);
  return pack(id, little(4, bytes.length), bytes, bytes.length % 2 ? 0 : '');
}

export const list = (type: string, ...chunks: Part[]): Uint8Array => chunk('LIST', type, ...chunks);

export const wav = (...chunks: Part[]): Uint8Array =>
  chunk(
    'RIFF',
    'WAVE',
    chunk('fmt ', little(2, 1), little(2, 1), little(4, 8000), little(4, 8000), little(2, 1), little(2, 8)),
    ...chunks,
  );

export const avi = (...chunks: Part[]): Uint8Array =>
  chunk('RIFF', 'AVI ', list('hdrl', chunk('avih', new Uint8Array(56))), ...chunks);
