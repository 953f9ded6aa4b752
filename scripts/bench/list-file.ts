import { readFileSync, statSync } from 'node:fs';
import { BenchError } from './error.ts';

/** A term and the number of its line. */
export interface ListedTerm {
  term: string;
  line: number;
}

/** Characters of the longest line that can be a term. */
const LONGEST = 1024;
/** Fewer terms say nothing about speed. */
const LEAST = 100;

/** The different terms of a file, one a line; empty lines are passed over. @throws BenchError naming file and line */
export function readListFile(file: string): ListedTerm[] {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new BenchError(`There is no file ${file}`);
  const bytes = readFileSync(file);
  const lines = new Map<string, number>();
  let line = 0;
  for (let from = 0; from < bytes.length; ) {
    line++;
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end;
    const term = decode(bytes.subarray(from, to), `${file}, line ${line}`);
    if (term !== '' && !lines.has(term)) lines.set(term, line);
    from = to + 1;
  }
  if (lines.size < LEAST) {
    throw new BenchError(
      `${file}, line ${line}: the list ends after ${lines.size} terms; the bench needs ${LEAST}`,
    );
  }
  return Array.from(lines, ([term, at]) => ({ term, line: at }));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array, place: string): string {
  let term: string;
  try {
    term = utf8.decode(bytes).trim();
  } catch {
    throw new BenchError(`${place}: not UTF-8 text`);
  }
  if (term.includes('\0')) throw new BenchError(`${place}: not text`);
  if (term.length > LONGEST)
    throw new BenchError(`${place}: longer than ${LONGEST} characters; write one term a line`);
  return term;
}
