import type { Exporter, ExportOptions, ExportSource } from '../export/define-exporter';
import { fileName } from '../export/download';
import { Gathered } from '../export/gathered';

/** Builds the file from pieces that the browser may keep on disk, so that its size is no matter of memory. */
export async function buildFile(
  exporter: Exporter,
  source: ExportSource,
  options: ExportOptions,
  name = fileName(options.now, exporter.extension),
): Promise<File> {
  const gathered = new Gathered();
  for await (const piece of exporter.write(source, options)) gathered.add(piece);
  return new File(gathered.parts(), name, { type: exporter.mime(options) });
}
