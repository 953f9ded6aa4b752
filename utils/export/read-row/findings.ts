import { CONFIDENCES, type CounterEvidence, type Finding, type Span } from '../../model/finding';
import { type Post, TEXT_FIELDS } from '../../model/post';
import { splitList } from '../cells';
import type { Row } from './cells-of-row';

/** Stands for the rule where a table tells of words or a confidence, but not of rules. */
const UNKNOWN_RULE = 'unknown/unknown/unknown';
const UNKNOWN_COUNTER = 'unknown';

/**
 * The findings of a row. Which of several rules the words and the counter-evidence belong to is not in the table: they
 * go to the first.
 *
 * @throws RowProblem
 */
export function readFindings(row: Row, post: Post): Finding[] {
  const words = row.list('matched_words');
  const counter = row
    .list('counter_evidence')
    .map((text): CounterEvidence => ({ type: 'wording', id: UNKNOWN_COUNTER, text }));
  const strongest = row.text('confidence');
  const named = row.list('rules');
  const isTold = words.length > 0 || counter.length > 0 || strongest !== '';
  const rules = named.length === 0 && isTold ? [UNKNOWN_RULE] : named;
  const confidences = named.length > 0 ? splitList(row.text('rule_confidences')) : [];
  return rules.map((rule, i) => ({
    rule,
    category: rule.split('/').slice(0, 2).join('/'),
    confidence: row.oneOf('confidence', CONFIDENCES, confidences[i] || strongest || 'clue'),
    spans: i === 0 ? words.map((word) => spanOf(word, post)) : [],
    counter: i === 0 ? counter : [],
  }));
}

/** Where the word stands first; at the very beginning, with no length, where it is not found. */
function spanOf(text: string, post: Post): Span {
  for (const field of TEXT_FIELDS) {
    const start = post[field].indexOf(text);
    if (start >= 0) return { field, start, end: start + text.length, text };
  }
  return { field: 'text', start: 0, end: 0, text };
}
