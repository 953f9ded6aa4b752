import { formatNumber, formatTime, localized, t } from '../utils/i18n';
import type { MediaCheck } from '../utils/model/media-check';
import { COUNT_NAMES, type Post } from '../utils/model/post';
import { type Filing, type ReportDraft, WITHHOLDABLE, type Withheld } from '../utils/model/report';
import type { DescribedFinding } from './CardFinding';
import { countWord } from './words';

interface Entry {
  name: string;
  /** What stands in the report, in a few words. */
  value: string;
}

/** A report can do without it. */
export interface RemovableEntry extends Entry {
  part: Withheld | 'picture';
  kept: boolean;
}

export type KeptEntry = RemovableEntry | (Entry & { kept: boolean });

export function isRemovable(entry: KeptEntry): entry is RemovableEntry {
  return 'part' in entry;
}

/**
 * What a report holds, or will hold, as a list for people; nothing is listed that the page did not give.
 *
 * @param draft with the post as it was read, and with the reader's edits
 * @param before taken out of an earlier report on the post, which is for good
 */
export function keptEntries(
  draft: ReportDraft,
  before: readonly Withheld[],
  findings: readonly DescribedFinding[],
  filed: Filing | undefined,
): KeptEntry[] {
  const { post, readAt, adapter, note, answers, withheld } = draft;
  const fixed = (name: string, value: string): KeptEntry[] => (value ? [{ name, value, kept: true }] : []);
  const parts = WITHHOLDABLE.flatMap((part): KeptEntry[] => {
    const { name, value } = partOf(draft, part);
    if (!value) return [];
    if (before.includes(part)) return [{ name, value, kept: false }];
    return [{ name, value, part, kept: !withheld.includes(part) }];
  });
  return [
    ...fixed(t('keptText'), [post.title, post.text].filter(Boolean).join(' / ')),
    ...fixed(t('keptAddress'), post.url),
    ...parts,
    ...fixed(t('cardLabels'), labelsText(post)),
    ...fixed(t('detailFindings'), findingsText(findings)),
    ...pictureEntry(filed),
    ...fixed(t('cardNote'), note),
    ...fixed(t('keptAnswers'), answers.length > 0 ? t('keptAnswersCount', answers.length) : ''),
    ...fixed(t('keptRead'), t('keptReadBy', formatTime(readAt), adapter)),
  ];
}

function partOf({ post, mediaChecks }: ReportDraft, part: Withheld): { name: string; value: string } {
  switch (part) {
    case 'author':
      return { name: t('postAuthor'), value: authorText(post) };
    case 'publishedAt':
      return { name: t('postPublished'), value: post.publishedAt ? formatTime(post.publishedAt) : '' };
    case 'counts':
      return { name: t('postCounts'), value: countsText(post) };
    case 'hashtags':
      return { name: t('keptHashtags'), value: post.hashtags.map((tag) => `#${tag}`).join(' ') };
    case 'media':
      return { name: t('postMedia'), value: mediaText(post, mediaChecks) };
  }
}

function mediaText({ media }: Post, checks: readonly MediaCheck[] = []): string {
  const addresses = media ? t('keptAddresses', media.length) : '';
  const checked = checks.length > 0 ? t('mediaCardKept', checks.length) : '';
  return [addresses, checked].filter(Boolean).join(' · ');
}

function authorText({ author }: Post): string {
  return [author.name, author.verification, author.url ?? author.id].filter(Boolean).join(' · ');
}

function countsText({ counts }: Post): string {
  return COUNT_NAMES.flatMap((name) => {
    const count = counts[name];
    return count === undefined ? [] : [`${countWord(name)} ${formatNumber(count)}`];
  }).join(' · ');
}

function labelsText({ labels, labelPlaces = [] }: Post): string {
  const state = labels.state === 'none' ? t('labelsNone') : t('labelsUnknown');
  const seen = labels.items.map(({ text }) => text).join(t('listSeparator'));
  return [seen || state, ...labelPlaces.map(({ where }) => where)].join(' · ');
}

function findingsText(findings: readonly DescribedFinding[]): string {
  return [...new Set(findings.map(({ categoryName }) => localized(categoryName)))].join(t('listSeparator'));
}

function pictureEntry(filed: Filing | undefined): KeptEntry[] {
  const picture = filed?.picture;
  if (!filed || !(filed.screenshot || picture)) return [];
  const value = picture ? t('keptPictureSize', picture.width, picture.height) : t('keptPictureStored');
  return [{ name: t('keptPicture'), value, part: 'picture', kept: filed.screenshot }];
}
