import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pacer, PER_MINUTE } from '@/utils/evidence/desk/pace';
import { AT_ONCE, MediaQueue, MOST_WAITING, PATIENCE, type Turn } from '@/utils/evidence/desk/queue';
import { TestClock } from './test-clock';

type Outcome = Awaited<ReturnType<Turn['take']>>;

/** A queue, and files that take as long as they are told to. */
function setUp() {
  const clock = new TestClock();
  const log: { host: string; name: number; at: number; what: 'took' | 'ended' | 'passed' }[] = [];
  const queue = new MediaQueue(new Pacer({}), clock, async () => undefined);
  let names = 0;
  const add = (host: string, { ms = 100, outcome = 'answered' as Outcome, urgent = false } = {}): Turn => {
    const name = names++;
    const say = (what: 'took' | 'ended' | 'passed') => log.push({ host, name, at: clock.now(), what });
    const turn: Turn = {
      host,
      isUrgent: urgent,
      take: () =>
        new Promise((resolve) => {
          say('took');
          clock.after(ms, () => {
            say('ended');
            resolve(outcome);
          });
        }),
      pass: () => say('passed'),
    };
    queue.add(turn);
    return turn;
  };
  const names_ = (what: string) => log.filter((each) => each.what === what).map(({ name }) => name);
  return { clock, queue, add, log, names: names_ };
}

describe('the queue', () => {
  test('lets a few go at a time, in the order of their coming', async () => {
    const { add, clock, names } = setUp();
    for (let i = 0; i < 5; i++) add('a');
    await clock.pass(0);
    expect(names('took')).toEqual([0, 1]);
    await clock.pass(100);
    expect(names('took')).toEqual([0, 1, 2, 3]);
    await clock.pass(1_000);
    expect(names('ended')).toEqual([0, 1, 2, 3, 4]);
  });

  test('lets what the reader asked for go first, also when that was said late', async () => {
    const { add, clock, names } = setUp();
    const turns = [0, 1, 2, 3, 4].map(() => add('a'));
    add('a', { urgent: true });
    turns[4]!.isUrgent = true;
    await clock.pass(1_000);
    expect(names('took')).toEqual([0, 1, 4, 5, 2, 3]);
  });

  test('waits for a host’s next minute, and lets others go meanwhile', async () => {
    const { add, clock, log } = setUp();
    for (let i = 0; i <= PER_MINUTE; i++) add('a', { ms: 10 });
    await clock.pass(1_000);
    add('b');
    await clock.pass(1_000);
    const took = (host: string) => log.filter((each) => each.host === host && each.what === 'took');
    expect(took('a')).toHaveLength(PER_MINUTE);
    expect(took('b')).toHaveLength(1);
    await clock.pass(60_000);
    expect(took('a')).toHaveLength(PER_MINUTE + 1);
    expect(took('a').at(-1)!.at - took('a')[0]!.at).toBeGreaterThanOrEqual(60_000);
  });

  test('passes what has waited too long', async () => {
    const { add, clock, names } = setUp();
    for (let i = 0; i < 4 * PER_MINUTE; i++) add('a', { ms: 10 });
    await clock.pass(PATIENCE);
    expect(names('passed').length).toBeGreaterThan(0);
    expect(names('took').length + names('passed').length).toBe(4 * PER_MINUTE);
  });

  test('passes all of a host that has refused several, and does not ask it again', async () => {
    const { add, clock, names } = setUp();
    for (let i = 0; i < 10; i++) add('a', { outcome: 'refused' });
    await clock.pass(60_000);
    expect(names('took')).toEqual([0, 1, 2, 3]);
    expect(names('passed')).toEqual([4, 5, 6, 7, 8, 9]);
    add('a');
    await clock.pass(1_000);
    expect(names('passed')).toHaveLength(7);
  });

  test('takes only so many', async () => {
    const { add, names } = setUp();
    for (let i = 0; i < MOST_WAITING + AT_ONCE + 3; i++) add(`host-${i}`);
    expect(names('passed')).toHaveLength(3);
  });

  test('forgets what is removed', async () => {
    const { add, queue, clock, names } = setUp();
    const turns = [0, 1, 2].map(() => add('a'));
    queue.remove(turns[2]!);
    await clock.pass(1_000);
    expect(names('took')).toEqual([0, 1]);
  });

  test('keeps to all of it, whatever comes when: no file is left without an end', async () => {
    const asked = fc.record({
      host: fc.constantFrom('a', 'b', 'c'),
      gap: fc.nat(3_000),
      ms: fc.nat(20_000),
      outcome: fc.constantFrom<Outcome>('answered', 'refused', 'unknown'),
      urgent: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 120 }), async (all) => {
        const { add, clock, log } = setUp();
        for (const { host, gap, ...how } of all) {
          add(host, how);
          await clock.pass(gap);
        }
        await clock.pass(PATIENCE + 60_000);
        const ended = log.filter(({ what }) => what !== 'took').map(({ name }) => name);
        expect(ended.sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
        let running = 0;
        for (const { what } of log) {
          if (what === 'took') running++;
          if (what === 'ended') running--;
          expect(running).toBeLessThanOrEqual(AT_ONCE);
        }
        for (const host of ['a', 'b', 'c']) {
          const begun = log.filter((each) => each.host === host && each.what === 'took').map(({ at }) => at);
          for (const [i, at] of begun.entries()) {
            const later = begun[i + PER_MINUTE];
            if (later !== undefined) expect(later - at).toBeGreaterThanOrEqual(60_000);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
