import type { MarkedPost } from '@/utils/highlight/marks';
import { toRanges } from '@/utils/highlight/ranges';
import { localized, t } from '@/utils/i18n';
import { marksPage, strongest } from '@/utils/model/finding';
import { TEXT_FIELDS, type TextField } from '@/utils/model/post';
import type { ReportedPost } from '@/utils/model/report';
import type { RuleSet } from '@/utils/rules/match';
import type { ScannedFound } from '@/utils/scan/page-index';
import { readReadableText } from '@/utils/sites/readable-text';

/** What the reader's own reports say of a post; `changed` when it is not any more as it was reported. */
export type Filed =
  | { is: 'unreported' }
  | { is: 'reported' | 'changed'; report: Pick<ReportedPost, 'categories'> };

/** What was last made of each reading: pages tell of one new post among hundreds that are as they were. */
const made = new WeakMap<ScannedFound, { rules: RuleSet; filed: Filed; marked: MarkedPost | undefined }>();

/**
 * What is shown of a post; `undefined` when nothing is. Words and texts are made when they are asked for, which they
 * are near the window only.
 */
export function markedPostOf(found: ScannedFound, rules: RuleSet, filed: Filed): MarkedPost | undefined {
  const before = made.get(found);
  if (before?.rules === rules && isSame(before.filed, filed)) return before.marked;
  const marked = makeMarkedPost(found, rules, filed);
  made.set(found, { rules, filed, marked });
  return marked;
}

function isSame(one: Filed, other: Filed): boolean {
  if (one.is === 'unreported' || other.is === 'unreported') return one.is === other.is;
  return one.is === other.is && one.report === other.report;
}

function makeMarkedPost(found: ScannedFound, rules: RuleSet, filed: Filed): MarkedPost | undefined {
  const { key, root, findings } = found;
  // A post for which no rule holds is marked when it was reported, under what it was reported for.
  const named =
    findings.find(marksPage)?.category ?? (filed.is === 'unreported' ? '' : filed.report.categories[0]);
  const category = rules.categories.get(named ?? '');
  const text = category ? localized(category.name) : filed.is !== 'unreported' && t('badgeReported');
  if (!text || !(root instanceof HTMLElement || root instanceof SVGElement)) return undefined;
  return {
    key,
    root,
    reading: found,
    confidence: confidenceOf(found),
    ranges: () => rangesOf(found),
    get badge() {
      return textsOf(found, text, filed.is);
    },
  };
}

function confidenceOf({ findings }: ScannedFound): MarkedPost['confidence'] {
  return strongest(findings) === 'strong' ? 'strong' : 'likely';
}

function textsOf(found: ScannedFound, text: string, filed: Filed['is']): MarkedPost['badge'] {
  const categories = new Set(found.findings.filter(marksPage).map(({ category }) => category));
  const more = Math.max(0, categories.size - 1);
  const spoken = [more > 0 ? `${text} +${more}` : text];
  if (filed !== 'unreported') spoken.push(t('badgeReported'));
  return {
    confidence: confidenceOf(found),
    text,
    more,
    label: t('badgeLabel', spoken.join(', ')),
    reported: filed !== 'unreported',
    changed: filed === 'changed',
  };
}

/** Ranges of the words for which a post is marked. */
function rangesOf({ fields, findings }: ScannedFound): StaticRange[] {
  const painted = findings.filter(marksPage);
  const spansIn = (field: TextField) =>
    painted.flatMap(({ spans }) => spans.filter((span) => span.field === field));
  return TEXT_FIELDS.flatMap((field) => {
    const element = fields[field];
    const spans = spansIn(field);
    if (!element || spans.length === 0) return [];
    const { text, runs } = readReadableText(element);
    // The page may have gone on since the post was read: other words in the same places are not painted.
    return toRanges(
      runs,
      spans.filter(({ start, end, text: words }) => text.slice(start, end) === words),
    );
  });
}
