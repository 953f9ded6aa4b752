import type { LabelItem } from '../../model/post';
import type { LabelFields } from '../define-site';
import { classifyLabel, declaresNothing } from '../labels';
import { recordOf, textOf } from '../unknown';
import type { Item } from './fields';

/** What is said of a work and by whom: the author's statement, and the site's notice of a risk. */
const FIELDS: readonly (readonly [key: string, by: LabelItem['by']])[] = [
  ['authorStatement', 'author'],
  ['author_statement', 'author'],
  ['riskTagContent', 'platform'],
  ['risk_tag_content', 'platform'],
];

/**
 * The labels in a work's own fields; they stand beside the work or inside it, depending on the answer. `undefined` when
 * no such field is there, so that nothing is known; an empty list when one is there and empty.
 */
export function statementsIn(...items: readonly Item[]): LabelFields | undefined {
  const found = new Map<string, LabelItem>();
  const read = new Set<string>();
  for (const item of items) {
    for (const [key, by] of FIELDS) {
      if (!(key in item)) continue;
      read.add(key);
      const text = textOf(item[key]) ?? textOf(recordOf(item[key]).content);
      if (!text || declaresNothing(text)) continue;
      // The statement's field also holds what the site suspects (疑似含AI生成内容).
      const suspected = /可能|疑似|甄别/.test(text);
      found.set(text, { kind: classifyLabel(text), text, by: suspected ? 'platform' : by, from: 'state' });
    }
  }
  return read.size > 0 ? { field: [...read].join(' · '), items: [...found.values()] } : undefined;
}
