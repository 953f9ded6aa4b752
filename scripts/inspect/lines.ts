import { createReadStream } from 'node:fs';

/**
 * Lines of a file, one at a time. Not `node:readline`: it also breaks at U+2028, which may stand unescaped inside a
 * JSON string (RFC 8259 section 7).
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest) yield rest.replace(/\r$/, '');
}
