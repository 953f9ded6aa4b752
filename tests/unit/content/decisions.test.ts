import { beforeEach, describe, expect, test, vi } from 'vitest';
import { call } from '@/entrypoints/scanner.content/background';
import { Decisions } from '@/entrypoints/scanner.content/decisions';
import type { PostKey } from '@/utils/model/post';

vi.mock('@/entrypoints/scanner.content/background', () => ({ call: vi.fn() }));
const asked = vi.mocked(call);
const key = (id: string): PostKey => `zhihu:answer:${id}`;

beforeEach(() => {
  asked.mockReset();
});

describe('Decisions', () => {
  test('asks about each post once and remembers the answer', async () => {
    asked.mockResolvedValue({ reported: [key('1')], dismissed: [key('2')] });
    const decisions = new Decisions(vi.fn());
    expect(await decisions.learn([key('1'), key('2')])).toBe(true);
    expect(await decisions.learn([key('1'), key('2')])).toBe(false);
    expect(asked).toHaveBeenCalledTimes(1);
    expect([
      decisions.isReported(key('1')),
      decisions.isDismissed(key('2')),
      decisions.isReported(key('2')),
    ]).toEqual([true, true, false]);
  });

  test('asks again at the next scan when there was no answer', async () => {
    asked
      .mockRejectedValueOnce(new Error('no answer'))
      .mockResolvedValueOnce({ reported: [key('1')], dismissed: [] });
    const decisions = new Decisions(vi.fn());
    expect(await decisions.learn([key('1')])).toBe(false);
    expect(await decisions.learn([key('1')])).toBe(true);
  });

  test('tells of every decision made on this page', () => {
    const changed = vi.fn();
    const decisions = new Decisions(changed);
    decisions.setReported(key('1'), true);
    decisions.setReported(key('1'), false);
    decisions.setDismissed(key('1'), true);
    expect(changed).toHaveBeenCalledTimes(3);
    expect(decisions.isReported(key('1'))).toBe(false);
    expect(decisions.isDismissed(key('1'))).toBe(true);
  });
});
