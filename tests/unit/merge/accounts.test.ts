import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountOf, joinAccounts, joinAll, withholdFrom } from '@/utils/merge/accounts';
import type { Account } from '@/utils/model/account';
import { makePost, makeReport } from '../../support/builders';
import { accountsBy, OTHERS } from './arbitraries';

const [ANNA] = OTHERS as [(typeof OTHERS)[number]];
const account = accountsBy(fc.constant(ANNA));
const anybodys = accountsBy(fc.constantFrom(...OTHERS));

function said(parts: Parameters<typeof makeReport>[0], marks: Partial<Account> = {}): Account {
  const history = [{ seq: 1, reportId: 'x', at: 5, action: 'filed' as const }];
  return { ...accountOf({ report: makeReport(parts), history }, ANNA), ...marks };
}

describe('joining accounts of one reviewer', () => {
  test('does not depend on order', () => {
    fc.assert(
      fc.property(account, account, (a, b) => {
        expect(joinAccounts(a, b)).toEqual(joinAccounts(b, a));
      }),
    );
  });

  test('does not depend on what is joined first', () => {
    fc.assert(
      fc.property(account, account, account, (a, b, c) => {
        expect(joinAccounts(joinAccounts(a, b), c)).toEqual(joinAccounts(a, joinAccounts(b, c)));
      }),
      { numRuns: 500 },
    );
  });

  test('does nothing when it is repeated', () => {
    fc.assert(
      fc.property(account, account, (a, b) => {
        const joined = joinAccounts(a, b);
        expect(joinAccounts(a, a)).toEqual(a);
        expect(joinAccounts(joined, b)).toEqual(joined);
      }),
    );
  });

  test('stays so when parts are withheld from both', () => {
    fc.assert(
      fc.property(account, account, fc.subarray(['author', 'counts', 'media'] as const), (a, b, parts) => {
        const joined = joinAccounts(withholdFrom(a, parts), withholdFrom(b, parts));
        expect(withholdFrom(joined, parts)).toEqual(joined);
      }),
    );
  });

  test('takes the newer statement', () => {
    const [older, newer] = [said({ note: '先', updatedAt: 1 }), said({ note: '后', updatedAt: 2 })];
    expect(joinAccounts(older, newer)).toEqual(newer);
  });

  test('keeps the whole reading beside a newer statement of a table', () => {
    const whole = said({ note: '先', readAt: 1, updatedAt: 1 });
    const post = makePost({ text: '路上偶遇…' });
    const table = {
      ...said({ post, note: '后', readAt: 1, updatedAt: 2 }),
      steps: [],
      partial: true as const,
    };
    const joined = joinAccounts(table, whole);
    expect(joined.report).toMatchObject({ note: '后', post: whole.report.post });
    expect(joined.partial).toBeUndefined();
    expect(joined.report).toEqual({ ...whole.report, note: '后', updatedAt: 2 });
  });

  test('takes what was not masked before what was', () => {
    const open = said({ note: '电话 13800000000' });
    const masked = said({ note: '电话 138****0000' }, { masked: true });
    expect(joinAccounts(masked, open)).toEqual(open);
    expect(joinAccounts(open, masked)).toEqual(open);
  });

  test('takes the reading of which less was withheld', () => {
    const whole = said({ withheld: [] });
    const less = withholdFrom(whole, ['author']);
    expect(less.report.post.author).toEqual({});
    expect(joinAccounts(less, whole)).toEqual(whole);
  });
});

describe('accounts of several reviewers', () => {
  test('are joined alike in any order, each reviewer once, by id', () => {
    const lists = fc
      .array(anybodys, { maxLength: 6 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(lists, ([list, shuffled]) => {
        const joined = joinAll(list);
        expect(joinAll(shuffled, list)).toEqual(joined);
        const ids = joined.map(({ reviewer }) => reviewer.id);
        expect(ids).toEqual([...new Set(ids)].sort());
      }),
    );
  });
});

test('an account holds neither others’ accounts nor what files brought', () => {
  const report = { ...makeReport(), accounts: [said({})], adopted: 'r1' };
  const history = [
    { seq: 2, reportId: 'x', at: 9, action: 'merged' as const },
    { seq: 1, reportId: 'x', at: 4, action: 'filed' as const, by: '安', before: { note: '旧' } },
  ];
  const { report: held, steps } = accountOf({ report, history }, ANNA);
  expect(held).toEqual(makeReport());
  expect(steps).toEqual([{ at: 4, action: 'filed', by: '安' }]);
});
