import * as right from './categories.ts';
import type { Group, Measure, SetSpec } from './set-spec.ts';

/**
 * The sets (facts: datasets.md sections 2 and 6) and what is asked of each: which label values are positive, which
 * categories count as right for them, and the target, where there is one (docs/judging-rules.md).
 */

const DIVERSION = 'diversion and water army';
const HOSTILITY = 'hostility';
const RUMOUR = 'rumour and unsourced';
const MARKETING = 'fake marketing and smear';

type Labels = Pick<Measure, 'positive' | 'negative'>;

const labels = (positive: string, negative: string): Labels => ({
  positive: positive.split(' '),
  negative: negative.split(' '),
});
const YES_NO = labels('1', '0');
const FAKE_REAL = labels('fake', 'real');

const ask = (
  id: string,
  group: Group,
  { positive, negative }: Labels,
  categories: readonly string[],
  more: Pick<Measure, 'target' | 'information' | 'note'> = {},
): Measure => ({ id, group, positive, negative, right: categories, ...more });

const hostility = (id: string, more: Pick<Measure, 'note'> = {}) =>
  ask(id, HOSTILITY, YES_NO, right.HOSTILITY, more);

const harm = (label: string, categories: readonly string[], group: Group = DIVERSION) =>
  ask(`chineseharm:${label}`, group, labels(label, 'none'), categories);

const sms = (
  label: string,
  categories: readonly string[],
  more: Pick<Measure, 'information' | 'note'> = {},
) => ask(`fbs_sms:${label}`, DIVERSION, labels(label, 'AD:* Other'), categories, more);

const xhs = (label: string, group: Group, categories: readonly string[]) =>
  ask(`xhs_review_synth:${label}`, group, labels(label, 'none'), categories, { note: 'made from templates' });

/** Sets whose two sides differ in more than what is asked. */
const information = (note: string) => ({ information: true, note }) as const;

export const setSpecs: readonly SetSpec[] = [
  { set: 'benign', role: 'headline', benign: { all: 0.01, one: 0.0025 } },
  { set: 'benign_hard', role: 'headline', benign: {} },
  { set: 'benign_debunk', role: 'headline', benign: { one: 0.01 } },
  { set: 'benign_posts', role: 'post', benign: { all: 0.03 } },
  { set: 'benign_comments', role: 'comment', benign: { all: 0.01 } },
  {
    set: 'tg_spam',
    role: 'chat',
    measures: [ask('tg_spam', DIVERSION, YES_NO, right.ALL_DIVERSION, { target: 0.6 })],
  },
  {
    set: 'chineseharm',
    role: 'comment',
    measures: [
      ask(
        'chineseharm:gambling+porn+fraud+illicit_ads',
        DIVERSION,
        labels('gambling porn fraud illicit_ads', 'none'),
        right.ALL_DIVERSION,
        { target: 0.5 },
      ),
      harm('gambling', right.GAMBLING),
      harm('porn', right.PORN),
      harm('fraud', right.FRAUD),
      harm('illicit_ads', right.ILLICIT_ADS),
      harm('abuse', right.HOSTILITY, HOSTILITY),
    ],
  },
  {
    set: 'fbs_sms',
    role: 'sms',
    measures: [
      ask('fbs_sms:IL+FR', DIVERSION, labels('IL:* FR:*', 'AD:* Other'), right.ALL_DIVERSION, {
        target: 0.75,
      }),
      sms('IL:Gambling', right.GAMBLING),
      sms('IL:Fake_ID_and_invoice', right.ILLICIT_ADS),
      sms('IL:Escort_service', right.PORN),
      sms('IL:Political_propaganda', right.ALL_DIVERSION, information('no category is about it')),
      sms('FR:Phishing*', right.FRAUD),
      sms('FR:Financial', right.FRAUD),
      sms('FR:Other', right.FRAUD),
      ask(
        'fbs_sms:AD',
        MARKETING,
        labels('AD:*', 'Other'),
        right.FAKE_MARKETING,
        information('plain adverts'),
      ),
    ],
  },
  {
    set: 'telecom_fraud',
    role: 'sms',
    measures: [
      ask('telecom_fraud', DIVERSION, labels('loan fake_*', 'normal'), right.ALL_DIVERSION, {
        note: 'crash test: reworded by a model',
      }),
    ],
  },
  {
    set: 'xhs_review_synth',
    role: 'post',
    measures: [
      xhs('diversion', DIVERSION, right.ALL_DIVERSION),
      xhs('water_army', DIVERSION, right.WATER_ARMY),
      xhs('illegal_service', DIVERSION, right.ILLICIT_ADS),
      xhs('engagement_bait', MARKETING, right.WATER_ARMY),
      xhs('fake_marketing', MARKETING, right.FAKE_MARKETING),
      xhs('undisclosed_ad', MARKETING, right.FAKE_MARKETING),
      xhs('hard_ad', MARKETING, right.FAKE_MARKETING),
      xhs('business_smear', MARKETING, right.SMEAR),
    ],
  },
  { set: 'cold', role: 'comment', measures: [hostility('cold')] },
  { set: 'toxicn', role: 'comment', measures: [hostility('toxicn')] },
  { set: 'swsr', role: 'comment', measures: [hostility('swsr')] },
  {
    set: 'cyberbully_roles',
    role: 'comment',
    measures: [
      ask(
        'cyberbully_roles:bully+assistant',
        HOSTILITY,
        labels('bully assistant', 'mediator bystander monitor accuser defender non_participant'),
        right.HOSTILITY,
      ),
    ],
  },
  { set: 'chnci', role: 'comment', measures: [hostility('chnci', { note: 'noisy labels' })] },
  {
    set: 'toxicloak',
    role: 'comment',
    measures: [ask('toxicloak', 'evasion', YES_NO, right.HOSTILITY, { note: 'base, homophone and emoji' })],
    pairs: { right: right.HOSTILITY, target: 0.9 },
  },
  {
    set: 'stoneskipping',
    role: 'comment',
    measures: [
      ask('stoneskipping', 'evasion', YES_NO, [...right.ALL_DIVERSION, ...right.HOSTILITY], {
        note: 'shop reviews with swapped characters',
      }),
    ],
  },
  { set: 'weibo21', role: 'post', measures: [ask('weibo21', RUMOUR, YES_NO, right.RUMOUR)] },
  { set: 'ced_rumor', role: 'post', measures: [ask('ced_rumor', RUMOUR, YES_NO, right.RUMOUR)] },
  { set: 'weibo_jin', role: 'post', measures: [ask('weibo_jin', RUMOUR, YES_NO, right.RUMOUR)] },
  {
    set: 'factcheck_claims',
    role: 'headline',
    measures: [ask('factcheck_claims', RUMOUR, labels('fake', 'true'), right.RUMOUR)],
  },
  {
    set: 'checked_covid',
    role: 'post',
    measures: [ask('checked_covid', RUMOUR, YES_NO, right.RUMOUR, information('the sides differ by source'))],
  },
  {
    set: 'ltcr',
    role: 'post',
    measures: [ask('ltcr', RUMOUR, FAKE_REAL, right.RUMOUR, information('the sides differ by source'))],
  },
  {
    set: 'fakesv_events',
    role: 'headline',
    measures: [ask('fakesv_events', RUMOUR, FAKE_REAL, right.RUMOUR, information('event keywords only'))],
  },
  {
    set: 'clickbait_hancd',
    role: 'headline',
    measures: [ask('clickbait_hancd', 'clickbait', YES_NO, right.CLICKBAIT)],
  },
  {
    set: 'clickbait_en',
    role: 'headline',
    measures: [ask('clickbait_en', 'clickbait', YES_NO, right.CLICKBAIT, information('English'))],
  },
  {
    set: 'aigt_hc3qa',
    role: 'post',
    measures: [ask('aigt_hc3qa', 'AI text', YES_NO, right.AI, information('wording alone shows no AI'))],
  },
  {
    set: 'aigt_hc3si',
    role: 'post',
    measures: [ask('aigt_hc3si', 'AI text', YES_NO, right.AI, information('wording alone shows no AI'))],
  },
  { set: 'xhs_posts_unlabelled', role: 'post', unlabelled: true },
  {
    set: 'official_cases',
    role: 'headline',
    cases: {
      target: 0.8,
      right: {
        ai_unlabelled: [...right.AI, ...right.RUMOUR],
        staged: right.STAGED,
        rumor: right.RUMOUR,
        business_smear: right.SMEAR,
        minors: right.MINORS,
        tipping: right.TIPPING,
        fake_persona: right.PERSONA,
        clickbait: right.CLICKBAIT,
        water_army: right.WATER_ARMY,
      },
    },
  },
];
