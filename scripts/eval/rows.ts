import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readLines } from '../inspect/lines.ts';

export interface Row {
  text: string;
  label: string;
  meta: Readonly<Record<string, unknown>>;
  /** File below the data folder, and line from 1. */
  file: string;
  line: number;
}

export interface BadRow {
  file: string;
  line: number;
  problem: string;
}

/** The `*.jsonl` files of a set, below the data folder, in order; none when the set is not there. */
export async function setFiles(data: string, set: string): Promise<string[]> {
  const names = await readdir(join(data, set)).catch(() => []);
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(set, name));
}

/** Names of the folders in a folder, in order. */
export async function folders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** Rows one at a time; a row that cannot be read is told to `onBad` and left out. */
export async function* readRows(
  data: string,
  files: readonly string[],
  limit: number | undefined,
  onBad: (bad: BadRow) => void,
): AsyncGenerator<Row> {
  let rows = 0;
  for (const file of files) {
    let line = 0;
    for await (const source of readLines(join(data, file))) {
      line++;
      if (!source.trim()) continue;
      const row = parseRow(source);
      if (typeof row === 'string') {
        onBad({ file, line, problem: row });
        continue;
      }
      yield { ...row, file, line };
      if (limit !== undefined && ++rows >= limit) return;
    }
  }
}

function parseRow(source: string): Pick<Row, 'text' | 'label' | 'meta'> | string {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return `is not JSON: ${source.slice(0, 60)}`;
  }
  const { text, label, meta } = (value ?? {}) as { text?: unknown; label?: unknown; meta?: unknown };
  if (typeof text !== 'string') return 'has no "text" that is a string';
  if (typeof label !== 'string' && typeof label !== 'number')
    return 'has no "label" that is a string or a number';
  return { text, label: String(label), meta: (meta ?? {}) as Row['meta'] };
}
