import { defineExporter } from '../define-exporter';
import { exchangePieces } from '../exchange-lines';
import { EXCHANGE_NAME, TABLE_NAME } from '../manifest';
import { Packer } from '../packer';
import { readPicture } from '../pictures';
import { columnsOf, inEncoding, tableBegin, tableLines } from '../table';
import { ZipFiles } from '../zip-files';

/**
 * The table, everything as NDJSON, the pictures, and a manifest with the SHA-256 of each. One pass over the reports:
 * pictures are written as they come, both tables are packed as they grow, and follow.
 */
export const exporter = defineExporter({
  id: 'zip',
  extension: 'zip',
  mime: () => 'application/zip',
  holds: { everything: true, columns: true, pictures: true },
  async *write(source, options) {
    const columns = columnsOf(options.columns);
    const files = new ZipFiles(options.now);
    const [table, exchange] = [new Packer(), new Packer()];
    await table.append(tableBegin(columns, options));
    const ahead = { ...source, wholes: () => source.wholes() };
    const pieces = exchangePieces(ahead, options, async (picture) => {
      const read = await readPicture(picture);
      return { ...read.line, file: files.addPicture(read) };
    });
    for await (const { text, wholes } of pieces) {
      await exchange.append(text);
      const reports = wholes.map(({ report }) => report);
      await table.append(inEncoding(tableLines(reports, columns, options), options));
      yield* files.taken();
    }
    files.addPacked(TABLE_NAME, await table.finish());
    files.addPacked(EXCHANGE_NAME, await exchange.finish());
    await files.close(options.mask ? { ...options.head, masked: true } : options.head);
    yield* files.taken();
  },
});
