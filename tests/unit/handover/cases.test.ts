import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casesOf, changesAfter, daysSince } from '@/utils/handover/cases';
import { type Handover, OUTCOMES } from '@/utils/model/handover';
import type { HandoverDigest } from '@/utils/model/queue';
import type { Report } from '@/utils/model/report';
import { handoversOf } from '@/utils/report-index/handovers';
import { makeReport } from '../../support/builders';

const DAY = 86_400_000;
const digest = (parts: Partial<HandoverDigest> = {}): HandoverDigest => ({
  id: 'h1',
  channel: '12377',
  at: DAY,
  queryCode: '',
  outcome: 'open',
  isOwn: true,
  ...parts,
});
const row = (id: string, ...handovers: HandoverDigest[]) => ({ id, handovers });
const handover = (parts: Partial<Handover> = {}): Handover => ({
  id: 'h1',
  channel: '12377',
  at: 5,
  queryCode: 'Q',
  outcome: 'open',
  note: '',
  posts: [],
  ...parts,
});

describe('cases', () => {
  test('are what was handed in together, or under one code of one channel', () => {
    const { open } = casesOf([
      row('a', digest()),
      row('b', digest()),
      row('c', digest({ id: 'h2', queryCode: 'Q' })),
      row('d', digest({ id: 'h3', queryCode: 'Q', at: 5 })),
      row('e', digest({ id: 'h4', queryCode: 'Q', channel: 'weibo', at: 9 })),
      row('f'),
    ]);
    expect(open.map(({ parts, at }) => [at, parts.map(({ reportId }) => reportId).join('')])).toEqual([
      [5, 'cd'],
      [9, 'e'],
      [DAY, 'ab'],
    ]);
  });

  test('the one that waits longest comes first, of those answered the last answer', () => {
    const closed = (id: string, outcomeAt: number) =>
      row(id, digest({ id, at: 1, outcome: 'removed', outcomeAt }));
    const cases = casesOf([
      row('x', digest({ id: 'x', at: 9 })),
      row('y', digest({ id: 'y', at: 3 })),
      closed('p', 5),
      closed('q', 8),
    ]);
    expect(cases.open.map(({ at }) => at)).toEqual([3, 9]);
    expect(cases.closed.map(({ outcomeAt }) => outcomeAt)).toEqual([8, 5]);
  });

  test('stay open until all parts are answered, and then have the last answer', () => {
    const part = (id: string, parts: Partial<HandoverDigest>) =>
      row(id, digest({ id, queryCode: 'Q', ...parts }));
    const answered = part('a', { outcome: 'rejected', outcomeAt: 4 });
    expect(casesOf([answered, part('b', {})]).open).toHaveLength(1);
    const all = casesOf([answered, part('b', { outcome: 'removed', outcomeAt: 7 })]);
    expect(all.closed).toMatchObject([{ outcome: 'removed', outcomeAt: 7 }]);
  });

  test('say who handed them in when it was somebody else, and whose outcome can be noted', () => {
    const by = { id: '0123456789ab', name: '' };
    const [item] = casesOf([
      row('a', digest({ by, isOwn: false })),
      row('b', digest({ by: { id: 'z', name: '阿青' } })),
      row('c', digest({ by })),
    ]).open;
    expect(item!.by).toEqual(['01234567', '阿青']);
    expect(item!.parts.map(({ isOwn }) => isOwn)).toEqual([false, true, true]);
  });

  test('every hand-over stands in exactly one case, whatever the order of the reports', () => {
    const handovers = fc.record({
      id: fc.constantFrom('1', '2', '3', '4'),
      channel: fc.constantFrom('12377', 'weibo'),
      queryCode: fc.constantFrom('', 'A', 'B'),
      outcome: fc.constantFrom(...OUTCOMES),
      at: fc.nat(9),
    });
    const rows = fc.array(fc.array(handovers, { maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (all) => {
        const digests = all.map((each, i) => row(`r${i}`, ...each.map((parts) => digest(parts))));
        const cases = casesOf(digests);
        const parts = [...cases.open, ...cases.closed].flatMap((each) => each.parts);
        expect(parts).toHaveLength(all.flat().length);
        const shape = ({ open, closed }: typeof cases) =>
          [open, closed].map((list) => list.map(({ key, at, parts: of }) => [key, at, of.length]).sort());
        expect(shape(casesOf(digests.toReversed()))).toEqual(shape(cases));
        for (const list of [cases.open]) {
          for (const [i, { at }] of list.entries()) expect(at).toBeGreaterThanOrEqual(list[i - 1]?.at ?? 0);
        }
      }),
    );
  });
});

test('days are whole ones, and never negative', () => {
  expect([daysSince(0, DAY - 1), daysSince(0, DAY), daysSince(5 * DAY, 0)]).toEqual([0, 1, 0]);
});

test('how a post was found is what the last visit since then says', () => {
  const visits = [
    { at: 1, changes: ['labelled' as const] },
    { at: 5, changes: ['edited' as const] },
    { at: 7, changes: ['gone' as const] },
  ];
  expect(changesAfter(visits, 5)).toEqual(['gone']);
  expect(changesAfter(visits, 8)).toBeUndefined();
  expect(changesAfter([], 0)).toBeUndefined();
});

describe('what the index keeps', () => {
  const account = (id: string, handovers?: Handover[]) => ({
    reviewer: { id, name: `名${id}` },
    report: makeReport(handovers ? { handovers } : {}),
    steps: [],
  });
  const of = (parts: Partial<Report>) => handoversOf(makeReport(parts));

  test('is one shared list where nothing was handed in', () => {
    expect(of({})).toEqual([]);
    expect(of({})).toBe(of({ accounts: [account('a')] }));
  });

  test('names who handed it in, one’s own first, and one hand-over once', () => {
    const handovers = [handover({ id: 'own', outcome: 'removed', outcomeAt: 9 })];
    const accounts = [account('a', [handover({ id: 'own' }), handover({ id: 'theirs' })])];
    expect(of({ handovers, accounts })).toEqual([
      { id: 'own', channel: '12377', at: 5, queryCode: 'Q', outcome: 'removed', outcomeAt: 9, isOwn: true },
      {
        id: 'theirs',
        channel: '12377',
        at: 5,
        queryCode: 'Q',
        outcome: 'open',
        by: { id: 'a', name: '名a' },
        isOwn: false,
      },
    ]);
  });

  test('of an adopted report it is the reviewer’s whose account stands there', () => {
    const handovers = [handover()];
    expect(of({ handovers, adopted: 'a', accounts: [account('a', handovers)] })).toMatchObject([
      { by: { id: 'a' }, isOwn: true },
    ]);
  });
});
