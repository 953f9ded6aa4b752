import { describe, expect, test } from 'vitest';
import { accountOf } from '@/utils/merge/accounts';
import { adoptedReport, asOwn, leadingAccount } from '@/utils/merge/leader';
import { TAKEABLE } from '@/utils/merge/plan';
import { takeEdits } from '@/utils/merge/take';
import type { Report } from '@/utils/model/report';
import { makeReport } from '../../support/builders';
import { ME, OTHERS } from './arbitraries';

const [ANNA, BEN] = OTHERS as [(typeof OTHERS)[number], (typeof OTHERS)[number]];
const account = (parts: Partial<Report>, who = ANNA) =>
  accountOf({ report: makeReport(parts), history: [] }, who);

describe('taking fields over', () => {
  test('is one edit for each, and tags that they do not have go', () => {
    const theirs = account({ status: 'confirmed', categories: ['b'], note: '二', tags: ['乙'] });
    expect(takeEdits(makeReport({ tags: ['甲', '乙'] }), theirs, TAKEABLE)).toEqual([
      { action: 'status', status: 'confirmed', from: 'r1' },
      { action: 'categories', categories: ['b'] },
      { action: 'answers', answers: [] },
      { action: 'note', note: '二' },
      { action: 'tags', add: ['乙'], remove: ['甲'] },
    ]);
  });

  test('tells whose a decision is, also where it was taken over before', () => {
    const taken = account({ status: 'confirmed', statusFrom: 'r9' });
    expect(takeEdits(makeReport(), taken, ['status'])).toMatchObject([{ from: 'r9' }]);
    expect(takeEdits(makeReport(), account({ status: 'confirmed' }, ME), ['status'], ME)).toEqual([
      { action: 'status', status: 'confirmed' },
    ]);
  });
});

describe('the leading account', () => {
  test.each<[string, Partial<Report>, Partial<Report>]>([
    ['decided', { status: 'new', updatedAt: 9 }, { status: 'dismissed', decidedAt: 1, updatedAt: 1 }],
    [
      'decided last',
      { status: 'confirmed', decidedAt: 1, updatedAt: 9 },
      { status: 'dismissed', decidedAt: 2, updatedAt: 2 },
    ],
    ['changed last', { updatedAt: 1 }, { updatedAt: 2 }],
  ])('is the one that was %s', (_what, loses, leads) => {
    const [one, other] = [account(loses), account(leads, BEN)];
    expect(leadingAccount([one, other])).toBe(other);
    expect(leadingAccount([other, one])).toBe(other);
  });

  test('is of the lower id where nothing else tells', () => {
    const [one, other] = [account({}), account({}, BEN)];
    expect(leadingAccount([other, one])).toBe(one);
  });

  test('gives an adopted report its values, and the earliest of all its beginning', () => {
    const [one, other] = [
      account({ createdAt: 5, note: '一' }),
      account({ createdAt: 3, updatedAt: 1 }, BEN),
    ];
    expect(adoptedReport([one, other], { id: 'id' })).toEqual({
      ...one.report,
      id: 'id',
      accounts: [one, other],
      adopted: 'r1',
      createdAt: 3,
    });
  });
});

describe('a report as one’s own', () => {
  test('keeps in mind whose its decision is', () => {
    const adopted = makeReport({ status: 'confirmed', adopted: 'r1' });
    expect(asOwn(adopted)).toEqual(makeReport({ status: 'confirmed', statusFrom: 'r1' }));
    expect(asOwn({ ...adopted, statusFrom: 'r9' }).statusFrom).toBe('r9');
  });

  test('without a decision is nobody else’s', () => {
    expect(asOwn(makeReport({ adopted: 'r1' }))).toEqual(makeReport());
    expect(asOwn(makeReport())).toEqual(makeReport());
  });
});
