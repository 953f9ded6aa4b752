import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BLOCKED_MS, Blockage } from '@/utils/storage/failures';

/** The clock stands still, as it seems to where a timer rings a moment early. */
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());
const never = new Promise<never>(() => undefined);

/** What became of a promise by now. */
async function outcome(promise: Promise<unknown>): Promise<unknown> {
  return Promise.race([promise.catch((error) => error), Promise.resolve().then(() => 'waiting')]);
}

describe('an upgrade that another context keeps waiting', () => {
  test('is told when the time is over, to those who wait and those who come then', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(0);
    const blockage = new Blockage();
    blockage.begin();
    const early = blockage.guard(never);
    vi.advanceTimersByTime(BLOCKED_MS - 1);
    expect(await outcome(early)).toBe('waiting');
    vi.advanceTimersByTime(1);
    await expect(early).rejects.toMatchObject({ reason: 'blocked' });
    await expect(blockage.guard(never)).rejects.toMatchObject({ reason: 'blocked' });
    vi.restoreAllMocks();
  });

  test('is not told once it has gone on, and counts anew when it happens again', async () => {
    const blockage = new Blockage();
    blockage.begin();
    vi.advanceTimersByTime(BLOCKED_MS - 1);
    blockage.end();
    blockage.begin();
    const waiting = blockage.guard(never);
    vi.advanceTimersByTime(BLOCKED_MS - 1);
    expect(await outcome(waiting)).toBe('waiting');
    blockage.end();
    vi.advanceTimersByTime(BLOCKED_MS);
    expect(await outcome(waiting)).toBe('waiting');
  });

  test('does not change what the work itself says', async () => {
    const blockage = new Blockage();
    blockage.begin();
    await expect(blockage.guard(Promise.resolve(3))).resolves.toBe(3);
    await expect(blockage.guard(Promise.reject(new Error('other')))).rejects.toThrow('other');
  });
});
