import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UndoStack } from '@/entrypoints/reports/queue/undo-stack';
import { WorkLine } from '@/entrypoints/reports/queue/work-line';

const undoable = (words: string) => ({ words, undo: async () => ({ undone: [], kept: [] }) });

describe('work in a line', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

  test('is done in the order asked, and a failure holds up nothing behind it', async () => {
    const line = new WorkLine(() => undefined);
    const done: string[] = [];
    const slow = line.run(async () => {
      await sleep(50);
      done.push('slow');
    });
    const failing = line.run(() => Promise.reject(new Error('full')));
    const quick = line.run(async () => done.push('quick'));
    const fails = expect(failing).rejects.toThrow('full');
    await vi.runAllTimersAsync();
    await Promise.all([slow, fails, quick]);
    expect(done).toEqual(['slow', 'quick']);
  });

  test('is busy when it takes longer than a second, and only then', async () => {
    const busy: boolean[] = [];
    const line = new WorkLine((is) => busy.push(is));
    void line.run(() => sleep(900));
    await vi.advanceTimersByTimeAsync(950);
    expect(busy).toEqual([false]);
    void line.run(() => sleep(700));
    void line.run(() => sleep(700));
    await vi.advanceTimersByTimeAsync(1_050);
    expect(busy).toEqual([false, true]);
    await vi.advanceTimersByTimeAsync(400);
    expect(busy).toEqual([false, true, false]);
  });
});

test('the last change is on top, whichever was taken back', () => {
  const [one, two, three] = ['1', '2', '3'].map(undoable) as [never, never, never];
  const stack = new UndoStack().with(one).with(two).with(three);
  expect(stack.top).toBe(three);
  expect(stack.without(two).without(three).top).toBe(one);
  expect(stack.without(two).has(two)).toBe(false);
  expect(new UndoStack().top).toBeUndefined();
});
