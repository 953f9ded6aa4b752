import type { Place, PlaceField } from './concern';
import type { Report } from './report';

/** One text of a report, by where it stands. */
export interface CheckedText extends Pick<Place, 'field' | 'item' | 'account'> {
  value: string;
}

/** Everything but what other reviewers say. */
type Stated = Pick<Report, 'post' | 'note'>;

/** The texts of a report that a person wrote. What other reviewers say comes after the report's own. */
export function textsOf(report: Report, fields: readonly PlaceField[]): CheckedText[] {
  const texts = statedTexts(report, fields);
  for (const [account, { report: stated }] of (report.accounts ?? []).entries()) {
    texts.push(...statedTexts(stated, fields).map((text) => ({ ...text, account })));
  }
  return texts;
}

/** The text that a place lies in; empty when it is no longer there. */
export function textAt(report: Report, { field, item, account }: Omit<CheckedText, 'value'>): string {
  const stated: Stated | undefined = account === undefined ? report : report.accounts?.[account]?.report;
  return stated ? (valuesOf(stated, field)[item ?? 0] ?? '') : '';
}

function statedTexts(stated: Stated, fields: readonly PlaceField[]): CheckedText[] {
  return fields.flatMap((field) => {
    const isList = field === 'hashtags' || field === 'labelPlaces';
    return valuesOf(stated, field).flatMap((value, item) =>
      value ? [{ field, value, ...(isList ? { item } : {}) }] : [],
    );
  });
}

function valuesOf({ post, note }: Stated, field: PlaceField): string[] {
  switch (field) {
    case 'note':
      return [note];
    case 'author':
      return [post.author.name ?? ''];
    case 'hashtags':
      return post.hashtags;
    case 'labelPlaces':
      return (post.labelPlaces ?? []).map(({ text }) => text);
    default:
      return [post[field]];
  }
}
