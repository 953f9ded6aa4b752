/**
 * Category ids, or beginnings of ids that end with `/`, that count as right for a kind of content (facts:
 * taxonomy.md section 2). A finding in any other category on such a row is shown as "any", never as right.
 */

const DIVERSION_ITSELF = ['2025-1/illegal-diversion', '2023-5/illegal-diversion'];

export const GAMBLING = [...DIVERSION_ITSELF, '2023-9/gambling', '2023-7/harmful-and-crime'];

export const PORN = [
  ...DIVERSION_ITSELF,
  '2025-1/vulgar',
  '2023-9/vulgar',
  '2025-7/vulgar-tip',
  '2025-6/minor-lure',
  '2025-6/offline-risk',
  '2023-7/harmful-and-crime',
];

export const WATER_ARMY = [
  '2023-2/',
  '2025-8/water-army',
  '2025-8/marketing-account',
  '2025-4/ai-water-army',
  '2025-5/fake-review',
];

export const FRAUD = [
  ...DIVERSION_ITSELF,
  ...WATER_ARMY,
  '2025-3/fake-marketing',
  '2025-3/fake-persona',
  '2025-1/bad-culture',
  '2025-2/no-qualification',
  '2025-2/pseudo-expert',
  '2023-1/illegal-profit',
  '2023-1/impersonation',
  '2023-1/qualification-label',
  '2023-4/explicit-infringement',
  '2023-7/induce-recharge',
  '2025-7/cashback-tip',
  '2025-4/ai-false-info',
];

/** Illicit goods and services, and paid tasks. */
export const ILLICIT_ADS = [
  ...FRAUD,
  '2023-5/illegal-goods',
  '2025-4/ai-app-ecology',
  '2023-8/doxxing',
  '2023-9/fan-vote',
];

export const ALL_DIVERSION = [...new Set([...GAMBLING, ...PORN, ...ILLICIT_ADS])];

export const HOSTILITY = [
  '2023-8/',
  '2023-7/cyberbullying',
  '2023-7/bullying-video-privacy',
  '2023-9/fan-feud',
  '2023-9/film-feud',
  '2025-1/extreme-opposition',
  '2025-3/hype-controversy',
  '2025-8/group-antagonism',
  '2025-8/gore-hostility',
];

/** Claims with no source, and stories told as real. */
export const RUMOUR = [
  '2025-1/false-info',
  '2023-9/false-info',
  '2025-2/mislead-public',
  '2025-2/no-source-label',
  '2025-2/fake-as-real',
  '2025-2/no-qualification',
  '2025-2/pseudo-expert',
  '2025-3/source-label-missing',
  '2025-3/fiction-label-missing',
  '2025-3/fake-staged',
  '2025-3/hype-controversy',
  '2025-4/ai-false-info',
  '2025-4/ai-label-missing',
  '2025-5/smear-rumor',
  '2025-8/panic-anxiety',
  '2025-8/marketing-account',
  '2023-1/rumor',
  '2023-1/content-distortion',
  '2023-1/conduct-excess',
  '2023-1/impersonation',
  '2023-2/hot-event-riding',
  '2023-3/fake-news',
  '2023-4/confirmed-rumor',
  '2023-6/true-false-blur',
  '2023-9/fake-drama',
];

export const FAKE_MARKETING = [
  '2025-3/fake-marketing',
  '2025-3/fake-persona',
  '2025-2/no-qualification',
  '2025-2/pseudo-expert',
  '2025-5/fake-review',
  '2023-1/illegal-profit',
  '2023-1/qualification-label',
  '2023-2/recruit',
  '2023-2/fake-engagement',
  '2023-5/illegal-goods',
];

export const SMEAR = ['2025-5/', '2023-4/'];

export const CLICKBAIT = [
  '2025-8/marketing-account',
  '2025-8/panic-anxiety',
  '2023-1/conduct-excess',
  '2023-1/content-distortion',
  '2023-1/rumor',
  '2023-2/hot-event-riding',
  '2023-3/fake-news',
  '2025-2/mislead-public',
  '2025-2/no-source-label',
  '2025-3/fake-marketing',
  '2025-3/hype-controversy',
  '2025-3/source-label-missing',
];

export const AI = ['2025-4/'];

export const STAGED = [
  '2025-3/fake-staged',
  '2025-3/fake-persona',
  '2025-3/fiction-label-missing',
  '2025-3/hype-controversy',
  '2025-3/source-label-missing',
  '2025-2/fake-as-real',
  '2025-2/no-source-label',
  '2025-1/false-info',
  '2023-9/false-info',
  '2023-9/fake-drama',
  '2023-6/true-false-blur',
  '2023-1/rumor',
  '2023-1/content-distortion',
];

export const PERSONA = [
  '2025-3/fake-persona',
  '2025-2/no-qualification',
  '2025-2/pseudo-expert',
  '2023-1/impersonation',
  '2023-1/qualification-label',
  '2023-1/illegal-profit',
  '2023-9/prison-boast',
  '2025-7/emotional-tip',
];

export const MINORS = [
  '2025-6/',
  '2023-7/',
  '2023-9/minor-prank',
  '2023-9/minor-addiction',
  '2025-7/minor-tip',
];

export const TIPPING = ['2025-7/', '2023-8/live-pk'];

/** Whether a category id is one of these, or begins with one that ends with `/`. */
export function isRight(category: string, right: readonly string[]): boolean {
  return right.some((each) => (each.endsWith('/') ? category.startsWith(each) : category === each));
}
