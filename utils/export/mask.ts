import { maskedNumbers } from '../precheck/private-numbers';

/** Each of them has seven digits with at most one sign between two of them; most texts have nothing of it. */
const DIGITS = /(?:[0-9\uff10-\uff19][ \u3000\uff0d-]?){7}/;

const STARS = '***';

/** Replaces private numbers by `***`: they do not leave the machine, whoever wrote them into a post. */
export function maskNumbers(text: string): string {
  return replaceNumbers(text, () => STARS);
}

/** Replaces private numbers by as many `*` as they have units, so that places in the text stay right. */
export function maskInPlace(text: string): string {
  return replaceNumbers(text, (length) => '*'.repeat(length));
}

function replaceNumbers(text: string, by: (length: number) => string): string {
  if (!DIGITS.test(text)) return text;
  let masked = '';
  let copied = 0;
  for (const { start, end } of maskedNumbers(text)) {
    masked += text.slice(copied, start) + by(end - start);
    copied = end;
  }
  return masked + text.slice(copied);
}

/** At most `limit` characters, never half of one; `…` says that something was left out. */
export function excerpt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Where the last character begins that fits beside the sign, and whether all fit without it.
  let [at, cut] = [0, 0];
  for (let count = 0; at < text.length && count < limit; count++) {
    cut = at;
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at >= text.length ? text : `${text.slice(0, cut)}…`;
}
