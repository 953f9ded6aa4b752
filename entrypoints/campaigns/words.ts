import { type MessageKey, t } from '@/utils/i18n';
import type { Policy, Source } from '@/utils/rules/catalogue';
import type { Category } from '@/utils/rules/schema';

/** Words for the packs' closed lists; a new member without a word is a type error. */
type Words<T extends string> = Record<T, MessageKey>;

const POLICY: Words<Policy> = {
  'text-hint': 'policyHint',
  'text-hint-narrow': 'policyNarrow',
  'same-as': 'policySameAs',
  'checklist-only': 'policyChecklist',
  'not-observable': 'policyNotObservable',
  'never-by-viewpoint': 'policyNever',
};
const POLICY_LONG: Words<Policy> = {
  'text-hint': 'policyHintLong',
  'text-hint-narrow': 'policyNarrowLong',
  'same-as': 'policySameAsLong',
  'checklist-only': 'policyChecklistLong',
  'not-observable': 'policyNotObservableLong',
  'never-by-viewpoint': 'policyNeverLong',
};
const SEEN: Words<Category['observable']> = { yes: 'seenYes', partly: 'seenPartly', no: 'seenNo' };
const SEEN_IN: Words<Category['seenIn'][number]> = {
  text: 'seenInText',
  'label-missing': 'seenInLabel',
  account: 'seenInAccount',
  'live-room': 'seenInLive',
  media: 'seenInMedia',
  behaviour: 'seenInBehaviour',
  'platform-ui': 'seenInPlatformUi',
  'platform-side': 'seenInPlatformSide',
};
const GRADE: Words<Source['grade']> = {
  A: 'gradeA',
  B: 'gradeB',
  C: 'gradeC',
  D: 'gradeD',
  E: 'gradeE',
  T: 'gradeT',
};

export const policyWord = (policy: Policy) => t(POLICY[policy]);
/** What Qingjian does with such a category, in a sentence. */
export const policySentence = (policy: Policy) => t(POLICY_LONG[policy]);
export const seenWord = (observable: Category['observable']) => t(SEEN[observable]);
export const seenInWord = (kind: Category['seenIn'][number]) => t(SEEN_IN[kind]);
export const gradeWord = (grade: Source['grade']) => t(GRADE[grade]);
