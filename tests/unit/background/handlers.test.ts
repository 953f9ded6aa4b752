import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerHandlers } from '@/entrypoints/background/handlers';
import { StorageError } from '@/utils/errors';
import { onMessage } from '@/utils/messaging/protocol';
import { NO_LABELS } from '@/utils/model/post';
import type { FiledReport } from '@/utils/model/report';
import { builtInPacks } from '@/utils/rules';
import { ReportStore } from '@/utils/storage/reports';
import { mutedRules } from '@/utils/storage/settings';
import { makeDraft, makeFinding, makePost } from '../../support/builders';
import { servePacks } from '../../support/packs-answer';

vi.mock('@/utils/messaging/protocol', () => ({ onMessage: vi.fn(), sendMessage: vi.fn() }));

const URL_OF_PAGE = 'https://www.xiaohongshu.com/explore';
const RULE = builtInPacks[0]!.rules[0]!;
const WEBP = btoa(`RIFF\x10\x00\x00\x00WEBPVP8 ${'\x01'.repeat(20)}`);
const post = makePost();

let store: ReportStore;
let databases = 0;

beforeEach(() => {
  vi.mocked(onMessage).mockReset();
  store = new ReportStore('1.2.3', `handlers-${++databases}`);
  servePacks();
  registerHandlers(store);
});
afterEach(() => {
  vi.unstubAllGlobals();
  store.close();
});

/** Says something as a page's content script would; rejects as the background would refuse. */
async function say<T = unknown>(type: string, data: unknown, url = URL_OF_PAGE): Promise<T> {
  const registered = vi.mocked(onMessage as (type: string, handler: unknown) => void).mock.calls;
  const handlers = registered.filter(([name]) => name === type).map(([, handler]) => handler);
  expect(handlers, `handlers of ${type}`).toHaveLength(1);
  const handle = handlers[0] as (message: unknown) => T | Promise<T>;
  return handle({ type, data, sender: { id: fakeBrowser.runtime.id, url, tab: { id: 7 } } });
}
const filed = () => say<FiledReport>('fileReport', makeDraft());
const full = async ({ reportId }: FiledReport) => (await store.get(reportId))!;

describe('decisions', () => {
  test('are told with what a page must know of its reports', async () => {
    const { reportId } = await filed();
    await say('dismissPost', { postKey: makePost({ id: 'b' }).key, rules: [RULE.id] });
    const asked = ['b', 'c'].map((id) => makePost({ id }).key).concat(post.key);
    expect(await say('getDecisions', asked)).toMatchObject({
      reported: [{ key: post.key, reportId, text: post.text, lastChanges: [] }],
      dismissed: [makePost({ id: 'b' }).key],
    });
    await say('undoDismissal', makePost({ id: 'b' }).key);
    expect(await say('getDecisions', asked)).toMatchObject({ dismissed: [] });
  });

  test('are told of the post that stood at an address', async () => {
    const { reportId } = await filed();
    expect(await say('getReportsAt', `${post.url}?xsec_token=1`)).toMatchObject([{ reportId }]);
    expect(await say('getReportsAt', 'https://www.xiaohongshu.com/explore/other')).toEqual([]);
  });

  test('about posts of other sites are nobody else’s business', async () => {
    const refusal = /refused: it asks about posts of another site/;
    await expect(say('getDecisions', [post.key, 'zhihu:answer:1'])).rejects.toThrow(refusal);
    await expect(say('getReportsAt', 'https://www.zhihu.com/question/1')).rejects.toThrow(refusal);
    await expect(say('getReportsAt', 'https://example.com/')).rejects.toThrow(refusal);
    await expect(say('getReportsAt', post.url, 'https://www.zhihu.com/')).rejects.toThrow(refusal);
  });

  test('a visit is noted with the reports', async () => {
    const report = await filed();
    const visit = { reportId: report.reportId, changes: ['edited'], text: '改过', labels: NO_LABELS };
    await say('recordVisit', visit);
    expect((await full(report)).visits).toMatchObject([visit]);
  });

  test.each([
    ['no change', { changes: [] }, /changes/],
    ['a change twice', { changes: ['edited', 'edited'] }, /named twice/],
    ['more beside "same"', { changes: ['same', 'edited'] }, /nothing goes with/],
    ['a change of no kind', { changes: ['better'] }, /changes\.0/],
    ['a text that was not edited', { changes: ['same'], text: 'x' }, /not edited/],
    ['labels of a post that is gone', { changes: ['gone'] }, /gone/],
    ['a long text', { changes: ['edited'], text: 'x'.repeat(300_000) }, /text/],
  ])('a visit with %s is refused', async (_, parts, message) => {
    const { reportId } = await filed();
    await expect(say('recordVisit', { reportId, labels: NO_LABELS, ...parts })).rejects.toThrow(message);
  });

  test('a visit that says nothing of the labels is of a post that is gone', async () => {
    const { reportId } = await filed();
    await expect(say('recordVisit', { reportId, changes: ['same'] })).rejects.toThrow(/gone/);
    await say('recordVisit', { reportId, changes: ['gone'] });
    expect(await say('getDecisions', [post.key])).toMatchObject({ reported: [{ lastChanges: ['gone'] }] });
  });
});

describe('rules', () => {
  test('are muted and heard again', async () => {
    await say('muteRule', RULE.id);
    expect(await mutedRules.getValue()).toEqual([RULE.id]);
    await say('unmuteRule', RULE.id);
    expect(await mutedRules.getValue()).toEqual([]);
  });

  test('that no pack has cannot be muted, but heard again if they were', async () => {
    await expect(say('muteRule', '2024-1/gone/rule')).rejects.toThrow(/refused: no pack has this rule/);
    expect(await mutedRules.getValue()).toEqual([]);
    await mutedRules.setValue(['2024-1/gone/rule']);
    await say('unmuteRule', '2024-1/gone/rule');
    expect(await mutedRules.getValue()).toEqual([]);
  });

  test('come to the card with what was decided of them so far', async () => {
    const finding = makeFinding({ rule: RULE.id, category: RULE.category });
    await say('fileReport', makeDraft({ findings: [finding] }));
    await say('dismissPost', { postKey: makePost({ id: 'b' }).key, rules: [RULE.id] });
    const request = [RULE.id, '2024-1/gone/rule'].map((rule) => ({
      rule,
      category: RULE.category,
      counters: [],
    }));
    expect(await say('getCardTexts', request)).toMatchObject({
      findings: [{ reason: RULE.reason }, null],
      tallies: [
        { rule: RULE.id, reported: 1, dismissed: 1 },
        { rule: '2024-1/gone/rule', reported: 0, dismissed: 0 },
      ],
    });
  });
});

describe('details of a report', () => {
  const answers = [
    {
      category: '2025-3/fake-staged',
      question: { zh_CN: '有标签？', en: 'A label?' },
      answer: 'no' as const,
    },
  ];

  test('are changed as far as they are named', async () => {
    const report = await filed();
    await say('amendReport', { reportId: report.reportId, answers });
    await say('amendReport', { reportId: report.reportId, note: '备注', categories: [] });
    const { history, report: stored } = await full(report);
    expect(stored).toMatchObject({ note: '备注', categories: [], answers });
    expect(history.map(({ action }) => action)).toEqual(['filed', 'answers', 'note', 'categories']);
  });

  test('with an answer that is none are refused', async () => {
    const { reportId } = await filed();
    const wrong = [{ ...answers[0], answer: 'maybe' }];
    await expect(say('amendReport', { reportId, answers: wrong })).rejects.toThrow(/answers\.0\.answer/);
  });

  test('a picture is stored as the bytes that came, and taken away', async () => {
    const report = await filed();
    const change = { reportId: report.reportId, seq: report.seq };
    await say('setPicture', { ...change, picture: { width: 4, height: 3, webp: WEBP } });
    const { evidence } = await full(report);
    expect(evidence).toMatchObject([{ id: `${report.reportId}:${report.seq}`, kind: 'screenshot' }]);
    await say('setPicture', { ...change, picture: null });
    expect((await full(report)).evidence).toEqual([]);
  });

  test.each([
    ['a picture of another kind', btoa('\x89PNG\r\n\x1a\n0000'), /not a WebP/],
    ['a sound in the same container', btoa('RIFF\x10\x00\x00\x00WAVEfmt '), /not a WebP/],
    ['too few bytes', btoa('RIFF'), /not a WebP/],
    ['no base64', '<svg onload=1>', /not base64/],
    ['a very large one', 'A'.repeat(3_000_000), /webp/],
  ])('%s is refused', async (_, webp, message) => {
    const { reportId, seq } = await filed();
    const asked = say('setPicture', { reportId, seq, picture: { width: 4, height: 3, webp } });
    await expect(asked).rejects.toThrow(message);
    expect(await store.countScreenshots()).toEqual(new Map());
  });

  test('a picture for no filing is an error, not silence', async () => {
    const asked = say('setPicture', { reportId: 'gone', seq: 1, picture: null });
    await expect(asked).rejects.toThrow(StorageError);
  });

  test('a filing is undone once', async () => {
    const { reportId, seq } = await filed();
    expect(await say('undoReport', { reportId, seq })).toBe(true);
    expect(await say('undoReport', { reportId, seq })).toBe(false);
  });
});

test('no message is taken from a page that is not ours to read', async () => {
  const sent: [string, unknown][] = [
    ['fileReport', makeDraft()],
    ['undoReport', { reportId: 'r', seq: 1 }],
    ['amendReport', { reportId: 'r' }],
    ['setPicture', { reportId: 'r', seq: 1, picture: null }],
    ['recordVisit', { reportId: 'r', changes: ['gone'] }],
    ['dismissPost', { postKey: post.key, rules: [] }],
    ['undoDismissal', post.key],
    ['getDecisions', [post.key]],
    ['getReportsAt', post.url],
    ['getCardTexts', []],
    ['getGuidance', '2025-3/fake-staged'],
    ['muteRule', RULE.id],
    ['unmuteRule', RULE.id],
    ['openCampaigns', '2025-3/fake-staged'],
    ['openReport', 'r'],
    ['openOptions', undefined],
    ['showOnButton', { marked: 0, unreadable: false }],
  ];
  const registered = vi.mocked(onMessage).mock.calls.map(([type]) => String(type));
  expect(registered.toSorted()).toEqual(sent.map(([type]) => type).toSorted());
  for (const [type, data] of sent) {
    const refused = async () => say(type, data, 'https://example.com/');
    await expect(refused(), type).rejects.toThrow(/refused: its page belongs to no known site/);
  }
});
