import { describe, expect, test } from 'vitest';
import { planReport } from '@/utils/merge/compare';
import { mergeReport } from '@/utils/merge/merge';
import type { IncomingReport } from '@/utils/model/exchange';
import { NO_LABELS, type Post } from '@/utils/model/post';
import type { CheckAnswer, Report } from '@/utils/model/report';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makePost, makeReport } from '../../support/builders';
import { ME, OTHERS } from './arbitraries';

const [ANNA] = OTHERS as [(typeof OTHERS)[number]];
const context = { me: ME, sender: ANNA };
const LABEL = {
  kind: 'ai' as const,
  text: '内容由AI生成',
  by: 'platform' as const,
  from: 'element' as const,
};

const EMPTY = makeMediaCheck({ verdict: 'none', evidence: [] });

function incomingOf(parts: Partial<Report>, rest: Partial<IncomingReport> = {}): IncomingReport {
  return { row: 3, report: makeReport(parts), history: [], visits: [], pictures: [], ...rest };
}

const planOf = (here: Partial<Report>, theirs: Partial<Report>, rest: Partial<IncomingReport> = {}) =>
  planReport(incomingOf(theirs, rest), makeReport(here), context);
const fieldsOf = (...args: Parameters<typeof planOf>) =>
  planOf(...args).differences.map(({ field }) => field);
const post = (parts: Partial<Post>) => ({ post: makePost(parts) });
const answer = (yesOrNo: 'yes' | 'no', zh = '有标签吗'): CheckAnswer => ({
  category: 'a',
  question: { zh_CN: zh, en: zh },
  answer: yesOrNo,
});

describe('a plan', () => {
  test('of a post that has no report here', () => {
    const visits = [{ seq: 1, reportId: 'x', at: 1, changes: ['gone' as const] }];
    expect(planReport(incomingOf({}, { visits }), undefined, context)).toEqual({
      postKey: makePost().key,
      headline: '偶遇一位老人',
      row: 3,
      verdict: 'new',
      differences: [],
      adds: { accounts: 1, pictures: 0, visits: 1 },
    });
  });

  test('of a report that was imported before says that it is the same', () => {
    const incoming = incomingOf({ note: '摆拍' });
    const here = mergeReport(makeReport({ note: '' }), incoming, context).report;
    expect(planReport(incoming, here, context)).toMatchObject({ verdict: 'same', adds: { accounts: 0 } });
  });

  test('of pictures and visits that are not here', () => {
    const picture = { at: 1, filing: 1, sha256: 'ab', size: 1, load: async () => new Blob() };
    const visits = [{ seq: 1, reportId: 'x', at: 1, changes: ['gone' as const] }];
    const incoming = incomingOf({}, { pictures: [picture], visits });
    const here = mergeReport(makeReport(), incoming, context).report;
    expect(planReport(incoming, here, context)).toMatchObject({
      verdict: 'added',
      adds: { accounts: 0, pictures: 1, visits: 1 },
    });
    const there = { pictures: new Set(['ab']), visits: [{ ...visits[0]!, seq: 9, reportId: 'report-1' }] };
    expect(planReport(incoming, here, context, there).verdict).toBe('same');
  });

  test('says who says what, and when', () => {
    const { verdict, differences } = planOf({ note: '一' }, { note: '二', updatedAt: 77 });
    expect(verdict).toBe('differs');
    expect(differences).toEqual([
      { field: 'note', here: '一', theirs: [{ reviewer: ANNA, value: '二', at: 77 }] },
    ]);
  });

  test('of the reader’s own file compares it with what stands here', () => {
    const incoming = incomingOf({ note: '旧' });
    const { differences } = planReport(incoming, makeReport({ note: '新' }), { me: ME, sender: ME });
    expect(differences).toMatchObject([{ field: 'note', theirs: [{ reviewer: ME, value: '旧' }] }]);
  });

  test('of what the leading account says does not differ from an adopted report', () => {
    const first = incomingOf({ note: '一', updatedAt: 1 });
    const here = mergeReport(undefined, first, context).report;
    const plan = planReport(incomingOf({ note: '二', updatedAt: 2 }), here, context);
    expect(plan).toMatchObject({ verdict: 'added', differences: [], adds: { accounts: 1 } });
  });

  test('tells a long text by its beginning, cut between characters', () => {
    const { headline } = planOf({}, post({ title: '', text: '🧪'.repeat(100) }));
    expect(headline).toBe('🧪'.repeat(80));
  });
});

describe('what contradicts', () => {
  test.each<[string, Partial<Report>, Partial<Report>, Partial<IncomingReport>?]>([
    ['status', { status: 'confirmed' }, { status: 'dismissed' }],
    ['categories', { categories: ['a'] }, { categories: ['a', 'b'] }],
    ['answers', { answers: [answer('yes')] }, { answers: [answer('no'), answer('yes', '别的')] }],
    ['note', { note: '一' }, { note: '二' }],
    ['tags', { tags: ['甲'] }, { tags: ['乙'] }],
    ['title', post({ title: '一个标题' }), post({ title: '另一个' })],
    ['text', post({ text: '原来的文字' }), post({ text: '改过的文字' })],
    ['text', post({ text: '原来的文字' }), post({ text: '改过的文字' }), { partial: true, masked: true }],
    ['labels', post({ labels: NO_LABELS }), post({ labels: { state: 'seen', items: [LABEL] } })],
    ['files', { mediaChecks: [makeMediaCheck()] }, { mediaChecks: [EMPTY] }],
    ['files', { mediaChecks: [EMPTY] }, { mediaChecks: [makeMediaCheck({ verdict: 'ai-edited' })] }],
    ['author', post({ author: { id: '1' } }), post({ author: { id: '2' } })],
    ['author', post({ author: { name: '甲' } }), post({ author: { name: '乙', id: '2' } })],
  ])('%s', (field, here, theirs, rest) => {
    expect(fieldsOf(here, theirs, rest)).toEqual([field]);
    expect(fieldsOf(here, here, rest)).toEqual([]);
  });
});

describe('what does not', () => {
  test.each<[string, Partial<Report>, Partial<Report>, Partial<IncomingReport>?]>([
    ['no decision', { status: 'confirmed' }, { status: 'new' }],
    ['a decision that was taken over', { status: 'confirmed' }, { status: 'dismissed', statusFrom: 'r9' }],
    [
      'another order',
      { categories: ['a', 'b'], tags: ['甲', '乙'] },
      { categories: ['b', 'a'], tags: ['乙', '甲'] },
    ],
    ['nothing said', { categories: ['a'], note: '一', tags: ['甲'] }, { categories: [], note: '' }],
    ['questions that only one answered', { answers: [answer('yes')] }, { answers: [answer('no', '别的')] }],
    ['space and line ends around a note', { note: '一\n二' }, { note: ' 一\r\n二\n' }],
    ['a cut text', post({ text: '很长的原文，还没有完' }), post({ text: '很长的原文…' })],
    [
      'a text that a table cut',
      post({ text: '很长的原文，还没有完' }),
      post({ text: '很长的' }),
      { partial: true },
    ],
    ['masked numbers', post({ text: '打 13800000000' }), post({ text: '打 138***' }), { masked: true }],
    ['a masked note', { note: '打 13800000000' }, { note: '打 138***' }, { masked: true }],
    ['files that only one looked into', { mediaChecks: [makeMediaCheck()] }, {}],
    [
      'a file that only one could read',
      { mediaChecks: [makeMediaCheck()] },
      { mediaChecks: [makeMediaCheck({ verdict: 'unreadable', evidence: [], trouble: 'slow' })] },
    ],
    [
      'files under other addresses',
      { mediaChecks: [makeMediaCheck()] },
      { mediaChecks: [{ ...EMPTY, media: { type: 'image', url: 'https://pictures.example.com/2.png' } }] },
    ],
    [
      'further files of which one says more',
      { mediaChecks: [EMPTY] },
      {
        mediaChecks: [
          EMPTY,
          makeMediaCheck({ media: { type: 'image', url: 'https://pictures.example.com/2.png' } }),
        ],
      },
    ],
    ['an author that was withheld', post({}), post({ author: {} })],
    [
      'labels that could not be read',
      post({ labels: NO_LABELS }),
      post({ labels: { state: 'unknown', items: [] } }),
    ],
  ])('%s', (_name, here, theirs, rest) => {
    expect(fieldsOf(here, theirs, rest)).toEqual([]);
    if (!rest) expect(fieldsOf(theirs, here)).toEqual([]);
  });
});
