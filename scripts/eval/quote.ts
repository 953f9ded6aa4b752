import type { Finding } from '../../utils/model/finding.ts';
import type { Readable } from './readable.ts';

/** UTF-16 units shown on either side of a matched word. */
const AROUND = 20;
const MAX_WORDS = 8;

/**
 * The text around the words that a finding rests on, those in 【】 with the plain word where an evasive spelling
 * stands for one, on one line. Brackets of this shape in the text itself become ［］.
 */
export function quote(readable: Pick<Readable, 'title' | 'text'>, { spans }: Pick<Finding, 'spans'>): string {
  const field = spans[0]?.field ?? (readable.title ? 'title' : 'text');
  const text = readable[field];
  const words = spans
    .filter((span) => span.field === field)
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .slice(0, MAX_WORDS);
  let quoted = '';
  let at = 0;
  for (const { start, end, reads } of words) {
    if (start < at) continue;
    quoted += between(text, at, start, quoted === '' ? 'before' : 'inside');
    const meant = reads === undefined ? '' : ` = ${reads}`;
    quoted += `【${plain(text.slice(start, end))}${meant}】`;
    at = end;
  }
  return quoted + between(text, at, text.length, 'after');
}

/** Text between two matched words, or before the first or after the last, cut where it is long. */
function between(text: string, from: number, to: number, where: 'before' | 'inside' | 'after'): string {
  const head = where === 'before' ? 0 : AROUND;
  const tail = where === 'after' ? 0 : AROUND;
  if (to - from <= head + tail + 1) return plain(text.slice(from, to));
  const left = text.slice(from, boundary(text, from + head));
  const right = text.slice(boundary(text, to - tail), to);
  return `${plain(left)}…${plain(right)}`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('【', '［').replaceAll('】', '］');
}

/** Not between the halves of a surrogate pair. */
function boundary(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
