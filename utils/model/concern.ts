import type { Overruled } from './handover';
import type { Localized } from './localized';
import type { LabelItem } from './post';

/** Checks that look at a report before it leaves, in the order in which they are told (utils/precheck/checks). */
export const CHECKS = [
  'fiction-mark',
  'satire',
  'news-or-debunk',
  'minors',
  'bystander-picture',
  'private-numbers',
  'names',
  'evidence',
  'no-decision',
] as const;
export type CheckId = (typeof CHECKS)[number];

/** A report leaves in a file, or as text that a person hands in. */
export type Leaving = Overruled['for'];

/** Checks that say no more than that something is missing: nothing is lost when it is taken along all the same. */
export const COMPLETENESS: readonly CheckId[] = ['evidence', 'no-decision'];

/** Checks whose places can stay unreadable in what leaves. */
export const MASKABLE: readonly CheckId[] = ['private-numbers', 'names', 'minors'];

export const PLACE_FIELDS = ['title', 'text', 'note', 'author', 'hashtags', 'labelPlaces'] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];

/** What a place in a text holds, as far as its form tells. */
export const PLACE_KINDS = [
  'mobile',
  'phone',
  'identity-card',
  'bank-card',
  'e-mail',
  'chat-account',
  'licence-plate',
  'mention',
  'name',
  'school',
  'child',
  'address',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Half-open range of UTF-16 code units in one text of a report. */
export interface Place {
  field: PlaceField;
  /** Which of the hashtags or label places. */
  item?: number;
  /** The text is that of an account, by its position in `Report.accounts`; otherwise the report's own. */
  account?: number;
  start: number;
  end: number;
  text: string;
  kind: PlaceKind;
}

/** What makes a report less than complete. */
export const GAPS = [
  'picture',
  'label-unread',
  'files-unread',
  'answers',
  'address',
  'old-reading',
  'authoritative-link',
] as const;
export type Gap = (typeof GAPS)[number];

/** What a concern rests on, other than places in texts. */
export type Ground =
  | { type: 'label'; label: LabelItem }
  /** A counter-evidence of the packs, with the words that were seen; empty when they are gone. */
  | { type: 'wording'; name: Localized; text: string }
  /** The author's verification as the page words it. */
  | { type: 'verification'; text: string }
  /** A category that concerns minors or comes with help. */
  | { type: 'category'; name: Localized }
  | { type: 'gap'; gap: Gap };

/** Something that a person is to look at before a report leaves. A hint, never a verdict. */
export interface Concern {
  check: CheckId;
  places: readonly Place[];
  grounds: readonly Ground[];
  /** When it was last let pass for the same purpose; `stands` unless the report was changed since. */
  earlier?: { at: number; by?: string; stands: boolean };
}

/** One check over many reports. */
export interface CheckTally {
  check: CheckId;
  /** Reports that raise it and were not let pass since they were last changed; `ids` are theirs, in order of reading. */
  count: number;
  ids: readonly string[];
  /** Reports that raise it and were let pass before. */
  passed: number;
}

/** What is to become of the reports that raise a check. */
export type CheckChoice = 'leave' | 'take';

/** Whether a concern waits for a person: masked words need no further look, but a child may also be in the picture. */
export function isOpen(
  { check, earlier }: Concern,
  passed: ReadonlySet<CheckId>,
  masked: ReadonlySet<CheckId>,
): boolean {
  if (COMPLETENESS.includes(check) || earlier?.stands || passed.has(check)) return false;
  return !masked.has(check) || check === 'minors';
}
