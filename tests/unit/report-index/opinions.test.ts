import { expect, test } from 'vitest';
import type { Account } from '@/utils/model/account';
import { EVERYTHING, HERE, NEWEST_FIRST } from '@/utils/model/queue';
import type { Report } from '@/utils/model/report';
import { isDisputed, opinionsOf, verdictOf } from '@/utils/report-index/opinions';
import { ReportIndex } from '@/utils/report-index/report-index';
import { makePost, makeReport } from '../../support/builders';
import { asStored } from '../../support/many-reports';

const account = (id: string, parts: Partial<Report> = {}): Account => ({
  reviewer: { id, name: `name of ${id}` },
  report: makeReport(parts),
  steps: [],
});

test('of a report that nobody else says anything of there are no opinions, in one shared list', () => {
  const [one, other] = [
    opinionsOf(makeReport()),
    opinionsOf(makeReport({ status: 'confirmed', accounts: [] })),
  ];
  expect(one).toEqual([]);
  expect(one).toBe(other);
});

test('the reader comes first, then the others', () => {
  const report = makeReport({
    status: 'submitted',
    accounts: [account('a', { status: 'dismissed' }), account('b', { categories: ['2025-4/x'] })],
  });
  expect(opinionsOf(report)).toEqual([
    { reviewer: HERE, verdict: 'problem', categories: ['2025-3/fake-staged'] },
    { reviewer: { id: 'a', name: 'name of a' }, verdict: 'none', categories: ['2025-3/fake-staged'] },
    { reviewer: { id: 'b', name: 'name of b' }, verdict: 'open', categories: ['2025-4/x'] },
  ]);
});

test('what stands in an adopted row is not the reader’s opinion', () => {
  const report = makeReport({
    status: 'dismissed',
    adopted: 'a',
    statusFrom: 'a',
    accounts: [account('a', { status: 'dismissed' })],
  });
  expect(opinionsOf(report).map(({ reviewer }) => reviewer.id)).toEqual(['a']);
});

test('equal opinions of different reports are one object', () => {
  const make = (id: string) => makeReport({ id, accounts: [account('a', { status: 'confirmed' })] });
  expect(opinionsOf(make('1'))).toBe(opinionsOf(make('2')));
});

test.each([
  [{ status: 'new' }, 'open'],
  [{ status: 'confirmed' }, 'problem'],
  [{ status: 'submitted' }, 'problem'],
  [{ status: 'dismissed' }, 'none'],
  [{ status: 'dismissed', statusFrom: 'a' }, 'open'],
] as const)('%o is %s', (decided, verdict) => {
  expect(verdictOf(decided)).toBe(verdict);
});

test('only two opposite verdicts are a dispute', () => {
  const says = (verdict: 'problem' | 'none' | 'open') => ({ reviewer: HERE, verdict, categories: [] });
  expect(isDisputed([says('problem'), says('problem'), says('open')])).toBe(false);
  expect(isDisputed([says('none'), says('open')])).toBe(false);
  expect(isDisputed([says('none'), says('open'), says('problem')])).toBe(true);
});

test('the queue shows what reviewers disagree about, and counts facets in it', () => {
  const index = new ReportIndex();
  const row = (id: string, parts: Partial<Report>) =>
    asStored(makeReport({ id, post: makePost({ id: `p-${id}` }), ...parts }), 1);
  index.put([
    row('alone', { status: 'confirmed' }),
    row('agreed', { status: 'confirmed', accounts: [account('a', { status: 'confirmed' })] }),
    row('disputed', { status: 'confirmed', accounts: [account('a', { status: 'dismissed' })] }),
    row('others', {
      status: 'new',
      accounts: [account('a', { status: 'dismissed' }), account('b', { status: 'submitted' })],
    }),
  ]);
  const { rows, facets } = index.select({ ...EVERYTHING, disagree: true }, NEWEST_FIRST, { grouped: false });
  expect(rows.map(({ id }) => id).sort()).toEqual(['disputed', 'others']);
  expect(Object.fromEntries(facets.statuses)).toEqual({ confirmed: 1, new: 1 });
});
