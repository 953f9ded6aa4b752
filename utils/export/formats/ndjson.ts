import { toBase64 } from '../../base64';
import type { PictureLine } from '../../model/exchange';
import type { Evidence } from '../../model/report';
import { defineExporter } from '../define-exporter';
import { exchangePieces } from '../exchange-lines';
import { readPicture } from '../pictures';

/** One JSON object per line: everything that the store holds, pictures in base64 (utils/model/exchange.ts). */
export const exporter = defineExporter({
  id: 'ndjson',
  extension: 'ndjson',
  mime: () => 'application/x-ndjson',
  holds: { everything: true, columns: false, pictures: true },
  async *write(source, options) {
    for await (const { text } of exchangePieces(source, options, inline)) yield text;
  },
});

async function inline(picture: Evidence): Promise<PictureLine> {
  const { bytes, line } = await readPicture(picture);
  return { ...line, base64: toBase64(bytes.buffer) };
}
