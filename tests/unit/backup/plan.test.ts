import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BackupCheck,
  type BackupRun,
  backupName,
  daysSince,
  isOverdue,
  isRunning,
  type LastBackup,
  nextDue,
  readBackupRun,
  readCheck,
  readLast,
  readPlan,
} from '@/utils/backup/plan';

const NOW = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const last = (at: number): LastBackup => ({
  at,
  rev: 7,
  fingerprint: 'f',
  reports: 3,
  size: 900,
  file: 'x.zip',
});
const check = (at: number, outcome: BackupCheck['outcome']): BackupCheck => ({ at, outcome });
const NEVER = { last: undefined, check: undefined };

describe('when a backup is due', () => {
  test('never, while none is planned', () => {
    expect(nextDue({ every: 'off' }, { last: last(0), check: undefined }, NOW)).toBeUndefined();
  });

  test('now, when there was none, or none but in the future', () => {
    expect(nextDue({ every: 'day' }, NEVER, NOW)).toBe(NOW);
    expect(nextDue({ every: 'week' }, { last: last(NOW + 1), check: undefined }, NOW)).toBe(NOW);
  });

  test('a day or a week after the last, whoever made it', () => {
    const done = { last: last(NOW - HOUR), check: check(NOW - 3 * DAY, 'saved') };
    expect(nextDue({ every: 'day' }, done, NOW)).toBe(NOW - HOUR + DAY);
    expect(nextDue({ every: 'week' }, done, NOW)).toBe(NOW - HOUR + 7 * DAY);
  });

  test('as long after nothing new was found', () => {
    const state = { last: last(NOW - 9 * DAY), check: check(NOW - HOUR, 'nothing-new') };
    expect(nextDue({ every: 'day' }, state, NOW)).toBe(NOW - HOUR + DAY);
  });

  test('an hour after a failure, but not sooner than it would be without', () => {
    const failed = check(NOW - HOUR / 2, 'download');
    expect(nextDue({ every: 'day' }, { last: undefined, check: failed }, NOW)).toBe(NOW + HOUR / 2);
    const early = { last: last(NOW - HOUR), check: failed };
    expect(nextDue({ every: 'day' }, early, NOW)).toBe(NOW - HOUR + DAY);
  });

  test('never put off for longer than its interval, and never for ever', () => {
    const time = fc.integer({ min: NOW - 30 * DAY, max: NOW + 30 * DAY });
    const outcome = fc.constantFrom<BackupCheck['outcome']>('saved', 'nothing-new', 'permission', 'unknown');
    fc.assert(
      fc.property(fc.option(time), fc.option(fc.tuple(time, outcome)), (at, checked) => {
        const state = {
          last: at === null ? undefined : last(at),
          check: checked ? check(...checked) : undefined,
        };
        const due = nextDue({ every: 'day' }, state, NOW);
        expect(due).toBeGreaterThan(Number.NEGATIVE_INFINITY);
        expect(due).toBeLessThanOrEqual(NOW + DAY);
      }),
    );
  });
});

test('a run keeps others away for half an hour, and not when it began in the future', () => {
  const run: BackupRun = { id: 'a', startedAt: NOW };
  expect(isRunning(undefined, NOW)).toBe(false);
  expect(isRunning(run, NOW)).toBe(true);
  expect(isRunning(run, NOW + HOUR / 2 - 1)).toBe(true);
  expect(isRunning(run, NOW + HOUR / 2)).toBe(false);
  expect(isRunning(run, NOW - 1)).toBe(false);
});

test('the name says the local day and minute, and is one that any disk takes', () => {
  expect(backupName(new Date(2026, 10, 22, 18, 30).getTime())).toBe('qingjian-backup-20261122-1830.zip');
  expect(backupName(new Date(2027, 0, 2, 3, 4).getTime())).toBe('qingjian-backup-20270102-0304.zip');
});

test('days are whole ones, and none of the future', () => {
  expect([0, DAY - 1, DAY, 9.5 * DAY, -DAY].map((ago) => daysSince(NOW - ago, NOW))).toEqual([0, 0, 1, 9, 0]);
});

test.each([
  [21, 14, true],
  [20, 14, false],
  [21, 13, false],
  [500, 400, true],
])('%i changes in %i days: overdue is %s', (changed, days, overdue) => {
  expect(isOverdue(changed, NOW - days * DAY, NOW)).toBe(overdue);
});

test('without anything to count from nothing is overdue', () => {
  expect(isOverdue(0, undefined, NOW)).toBe(false);
});

describe('what is stored', () => {
  test('comes back as it was', () => {
    const run: BackupRun = { id: 'a', startedAt: NOW, saving: { ...last(NOW), download: 4 } };
    expect(readPlan({ every: 'week' })).toEqual({ every: 'week' });
    expect(readLast(last(NOW))).toEqual(last(NOW));
    expect(readCheck(check(NOW, 'download'))).toEqual(check(NOW, 'download'));
    expect(readBackupRun(run)).toEqual(run);
    expect(readBackupRun({ id: 'a', startedAt: NOW })).toEqual({ id: 'a', startedAt: NOW });
  });

  test.each([[null], [undefined], [7], ['day'], [[]], [{}], [{ every: 'hour' }]])(
    '%o is nothing',
    (stored) => {
      expect(readPlan(stored)).toEqual({ every: 'off' });
      expect(readLast(stored)).toBeUndefined();
      expect(readCheck(stored)).toBeUndefined();
      expect(readBackupRun(stored)).toBeUndefined();
    },
  );

  test('is nothing when a part of it does not fit', () => {
    expect(readLast({ ...last(NOW), size: '900' })).toBeUndefined();
    expect(readCheck({ at: NOW, outcome: 'lost' })).toBeUndefined();
    expect(readBackupRun({ id: 'a', startedAt: NOW, saving: last(NOW) })).toBeUndefined();
  });

  test('never makes a reader fail', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        for (const read of [readPlan, readLast, readCheck, readBackupRun])
          expect(() => read(stored)).not.toThrow();
      }),
    );
  });
});
