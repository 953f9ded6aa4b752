import type { BadgeContent } from '@/utils/highlight/badges';
import type { Mark } from '@/utils/highlight/painter';
import { toRanges } from '@/utils/highlight/ranges';
import { localized, t } from '@/utils/i18n';
import { marksPage, strongest } from '@/utils/model/finding';
import { TEXT_FIELDS, type TextField } from '@/utils/model/post';
import type { RuleSet } from '@/utils/rules/match';
import type { ScannedFound } from '@/utils/scan/scanner';
import { readReadableText } from '@/utils/sites/readable-text';

/** What a post's badge says. */
export function badgeOf(
  { post, root, findings }: ScannedFound,
  rules: RuleSet,
  reported: boolean,
): BadgeContent | undefined {
  const confidence = strongest(findings);
  const category = rules.categories.get(findings[0]?.category ?? '');
  if (!category || !(root instanceof HTMLElement) || !confidence || confidence === 'clue') return undefined;
  const more = new Set(findings.filter(marksPage).map(({ category: id }) => id)).size - 1;
  const text = localized(category.name);
  const spoken = more > 0 ? `${text} +${more}` : text;
  const label = t('badgeLabel', reported ? `${spoken}, ${t('badgeReported')}` : spoken);
  return { key: post.key, root, confidence, text, more, label, reported };
}

/** Which words of a post are painted. */
export function paintOf({ fields, findings }: ScannedFound): Mark {
  const painted = findings.filter(marksPage);
  const spansIn = (field: TextField) =>
    painted.flatMap(({ spans }) => spans.filter((span) => span.field === field));
  const ranges = TEXT_FIELDS.flatMap((field) => {
    const element = fields[field];
    const spans = spansIn(field);
    return element && spans.length > 0 ? toRanges(readReadableText(element).runs, spans) : [];
  });
  return { confidence: strongest(painted) === 'strong' ? 'strong' : 'likely', ranges };
}
