import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ALL_OFF,
  type Dated,
  isDays,
  isRunDue,
  MAX_DAYS,
  planRetention,
  RETENTION_RULES,
  type RetentionRules,
  readRules,
  readRun,
} from '@/utils/care/retention';
import { REPORT_STATUSES } from '@/utils/model/report';

const DAY = 24 * 60 * 60 * 1_000;
const NOW = 1_000 * DAY;
const rules = (parts: Partial<RetentionRules>): RetentionRules => ({ ...ALL_OFF, ...parts });
const aged = (id: string, status: Dated['status'], days: number, touched = days) => ({
  id,
  status,
  decidedAt: status === 'new' ? undefined : NOW - days * DAY,
  updatedAt: NOW - touched * DAY,
});

describe('what the rules would remove', () => {
  test('dismissed and submitted reports from their day on, each by its own rule', () => {
    const digests = [
      aged('a', 'dismissed', 30),
      aged('b', 'dismissed', 29.999),
      aged('c', 'submitted', 60),
      aged('d', 'submitted', 59),
      aged('e', 'confirmed', 900),
      aged('f', 'new', 900),
    ];
    const plan = planRetention(digests, new Map(), rules({ dismissed: 30, submitted: 60 }), NOW);
    expect(plan).toEqual({ reports: ['a', 'c'], withPictures: [], pictures: 0 });
    expect(planRetention(digests, new Map(), rules({ submitted: 60 }), NOW).reports).toEqual(['c']);
  });

  test('pictures of decided reports that stay, counted', () => {
    const digests = [
      aged('a', 'dismissed', 30),
      aged('b', 'confirmed', 30),
      aged('c', 'submitted', 5),
      aged('d', 'new', 90),
      aged('e', 'confirmed', 30),
    ];
    const pictures = new Map([
      ['a', 4],
      ['b', 2],
      ['c', 1],
      ['d', 1],
    ]);
    const plan = planRetention(digests, pictures, rules({ dismissed: 20, pictures: 10 }), NOW);
    expect(plan).toEqual({ reports: ['a'], withPictures: ['b'], pictures: 2 });
  });

  test('a report that was changed after its decision counts from that change', () => {
    const digests = [aged('a', 'dismissed', 100, 3)];
    expect(planRetention(digests, new Map(), rules({ dismissed: 30 }), NOW).reports).toEqual([]);
    expect(planRetention(digests, new Map(), rules({ dismissed: 3 }), NOW).reports).toEqual(['a']);
  });

  test('a decision from before its time was kept counts from the last change', () => {
    const digests = [{ id: 'a', status: 'dismissed' as const, updatedAt: NOW - 40 * DAY }];
    expect(planRetention(digests, new Map(), rules({ dismissed: 40 }), NOW).reports).toEqual(['a']);
    expect(planRetention(digests, new Map(), rules({ dismissed: 41 }), NOW).reports).toEqual([]);
  });

  const digest = fc.record({
    id: fc.uuid(),
    status: fc.constantFrom(...REPORT_STATUSES),
    decidedAt: fc.option(fc.integer({ min: 0, max: 2 * NOW }), { nil: undefined }),
    updatedAt: fc.integer({ min: 0, max: 2 * NOW }),
  });
  const days = fc.option(fc.integer({ min: 1, max: MAX_DAYS }), { nil: null });
  const anyRules = fc.record({ dismissed: days, submitted: days, pictures: days });

  test('never an undecided or a confirmed report, nothing that is younger, nothing twice, nothing while all is off', () => {
    fc.assert(
      fc.property(fc.array(digest), anyRules, (digests, rules) => {
        const pictures = new Map(digests.map(({ id }) => [id, 1]));
        const byId = new Map(digests.map((each) => [each.id, each]));
        const plan = planRetention(digests, pictures, rules, NOW);
        expect(planRetention(digests, pictures, ALL_OFF, NOW)).toEqual({
          reports: [],
          withPictures: [],
          pictures: 0,
        });
        for (const id of plan.reports) {
          const { status, updatedAt } = byId.get(id)!;
          expect(['dismissed', 'submitted']).toContain(status);
          expect(NOW - updatedAt).toBeGreaterThanOrEqual(rules[status as 'dismissed']! * DAY);
        }
        for (const id of plan.withPictures) expect(byId.get(id)!.status).not.toBe('new');
        const all = [...plan.reports, ...plan.withPictures];
        expect(new Set(all).size).toBe(all.length);
        expect(plan.pictures).toBe(plan.withPictures.length);
      }),
    );
  });

  test('more days never remove more', () => {
    fc.assert(
      fc.property(fc.array(digest), fc.integer({ min: 1, max: 500 }), (digests, days) => {
        const some = planRetention(digests, new Map(), rules({ dismissed: days }), NOW).reports;
        const fewer = planRetention(digests, new Map(), rules({ dismissed: days + 7 }), NOW).reports;
        expect(some).toEqual(expect.arrayContaining(fewer));
      }),
    );
  });
});

describe('what is stored', () => {
  test('is read back', () => {
    expect(readRules({ dismissed: 1, submitted: null, pictures: MAX_DAYS })).toEqual({
      dismissed: 1,
      submitted: null,
      pictures: MAX_DAYS,
    });
    const run = { at: 5, reports: 2, pictures: 3, stopped: 'full' };
    expect(readRun(run)).toEqual(run);
    expect(readRun({ ...run, stopped: undefined })?.stopped).toBeNull();
  });

  test('turns nothing on when it is not what it should be', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const read = readRules(stored);
        for (const rule of RETENTION_RULES) expect(read[rule] === null || isDays(read[rule])).toBe(true);
      }),
    );
    for (const wrong of [0, -1, 1.5, MAX_DAYS + 1, '30', true, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(readRules({ dismissed: wrong })).toEqual(ALL_OFF);
    }
    for (const wrong of [null, undefined, 3, {}, { at: 'x', reports: 0, pictures: 0 }]) {
      expect(readRun(wrong)).toBeUndefined();
    }
  });
});

test('a run is due once a day, and after the clock was set back', () => {
  const run = { at: NOW, reports: 0, pictures: 0, stopped: null };
  expect(isRunDue(undefined, NOW)).toBe(true);
  expect(isRunDue(run, NOW)).toBe(false);
  expect(isRunDue(run, NOW + DAY - 1)).toBe(false);
  expect(isRunDue(run, NOW + DAY)).toBe(true);
  expect(isRunDue(run, NOW - 1)).toBe(true);
});
