import type { LabelItem } from '../../model/post';
import type { LabelFields } from '../define-site';
import { namesIn } from '../first-field';
import { arrayOf, isRecord, textOf } from '../unknown';

/** English wordings of the site; data have flags, and pages word them in the reader's language. */
const AI_WORDING = 'AI info';
const PAID_WORDING = 'Paid partnership';

const FIELDS = ['gen_ai_detection_method', 'is_paid_partnership', 'sponsor_tags'];

/**
 * Labels of one post from its own data: `gen_ai_detection_method` (one source, `NONE` without a label) and the paid
 * partnership. Most answers lack the first field, and the second says nothing about AI: then the reading is unknown.
 */
export function declaredLabels(item: Record<string, unknown>): LabelFields | undefined {
  const items: LabelItem[] = [];
  const method = aiMethod(item.gen_ai_detection_method);
  if (method) items.push({ kind: 'ai', text: AI_WORDING, by: whoDeclared(method), from: 'state' });
  if (item.is_paid_partnership === true || arrayOf(item.sponsor_tags).length > 0) {
    items.push({ kind: 'ad', text: PAID_WORDING, by: 'author', from: 'state' });
  }
  return items.length > 0 || method === '' ? { field: namesIn(item, FIELDS), items } : undefined;
}

/** Empty for "nothing detected", `undefined` when the data do not tell. */
function aiMethod(value: unknown): string | undefined {
  if (value === null) return '';
  const method = textOf(isRecord(value) ? value.detection_method : value);
  if (method === undefined || /^unknown/i.test(method)) return undefined;
  return /^none$/i.test(method) ? '' : method;
}

/** Authors disclose it themselves; the other methods read the file's metadata or its pixels. */
function whoDeclared(method: string): LabelItem['by'] {
  return /self|disclos|creator|user/i.test(method) ? 'author' : 'platform';
}
