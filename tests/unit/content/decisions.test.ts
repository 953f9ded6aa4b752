import { beforeEach, describe, expect, test, vi } from 'vitest';
import { call } from '@/entrypoints/scanner.content/background';
import { Decisions } from '@/entrypoints/scanner.content/decisions';
import { NO_LABELS, type PostKey } from '@/utils/model/post';
import type { ReportedPost } from '@/utils/model/report';

vi.mock('@/entrypoints/scanner.content/background', () => ({ call: vi.fn() }));
const asked = vi.mocked(call);
const key = (id: string | number): PostKey => `zhihu:answer:${id}`;
const reported = (id: string | number, parts: Partial<ReportedPost> = {}): ReportedPost => ({
  key: key(id),
  reportId: `report-${id}`,
  status: 'new',
  categories: [],
  createdAt: 1,
  title: '',
  text: '正文',
  labels: NO_LABELS,
  lastChanges: [],
  ...parts,
});
const answer = (reports: ReportedPost[], dismissed: PostKey[] = []) => ({ reported: reports, dismissed });
/** What each question named. */
const questions = () => asked.mock.calls.map(([, keys]) => keys as unknown as PostKey[]);
/** A question whose answer the test gives when it likes. */
function held() {
  const answering = Promise.withResolvers<ReturnType<typeof answer>>();
  asked.mockReturnValueOnce(answering.promise);
  return answering;
}

let changed: ReturnType<typeof vi.fn<() => void>>;
let decisions: Decisions;
beforeEach(() => {
  asked.mockReset().mockResolvedValue(answer([]));
  changed = vi.fn<() => void>();
  decisions = new Decisions(changed);
});

describe('what was decided before', () => {
  test('is asked about once for each post and remembered', async () => {
    asked.mockResolvedValueOnce(answer([reported(1)], [key(2)]));
    expect(await decisions.learn([key(1), key(2), key(2)])).toBe(true);
    expect(await decisions.learn([key(1), key(2)])).toBe(false);
    expect(questions()).toEqual([[key(1), key(2)]]);
    expect(decisions.reportOf(key(1))).toEqual(reported(1));
    expect([1, 2].map((id) => decisions.isReported(key(id)))).toEqual([true, false]);
    expect([1, 2].map((id) => decisions.isDismissed(key(id)))).toEqual([false, true]);
  });

  test('is no news where nothing was decided', async () => {
    expect(await decisions.learn([key(1)])).toBe(false);
  });

  test('is asked about in questions of at most 2,000 posts', async () => {
    asked.mockResolvedValueOnce(answer([])).mockResolvedValueOnce(answer([reported(2_500)]));
    const keys = Array.from({ length: 4_100 }, (_, i) => key(i));
    expect(await decisions.learn(keys)).toBe(true);
    expect(questions().map(({ length }) => length)).toEqual([2_000, 2_000, 100]);
    expect(questions().flat()).toEqual(keys);
    expect(decisions.isReported(key(2_500))).toBe(true);
  });

  test('is asked about again at the next scan when there was no answer', async () => {
    asked.mockRejectedValueOnce(new Error('no answer')).mockResolvedValueOnce(answer([reported(1)]));
    expect(await decisions.learn([key(1)])).toBe(false);
    expect(await decisions.learn([key(1)])).toBe(true);
  });

  test('of all that was not answered is asked again, and of no more', async () => {
    asked.mockResolvedValueOnce(answer([reported(1)])).mockRejectedValueOnce(new Error('no answer'));
    const keys = Array.from({ length: 4_100 }, (_, i) => key(i));
    expect(await decisions.learn(keys)).toBe(true);
    expect(asked).toHaveBeenCalledTimes(2);
    await decisions.learn(keys);
    expect(questions().slice(2).flat()).toEqual(keys.slice(2_000));
  });

  test('takes bounded room: what was longest not seen is forgotten and asked about again', async () => {
    asked.mockResolvedValueOnce(answer([reported(0)], [key(1)]));
    await decisions.learn([key(0), key(1), key(2)]);
    const shown = Array.from({ length: 9_998 }, (_, i) => key(i + 2));
    await decisions.learn(shown);
    expect([decisions.isReported(key(0)), decisions.isDismissed(key(1))]).toEqual([true, true]);
    await decisions.learn([...shown, key('new')]);
    expect([decisions.isReported(key(0)), decisions.isDismissed(key(1))]).toEqual([false, true]);
    const before = asked.mock.calls.length;
    await decisions.learn([key(0), key(2)]);
    expect(questions().slice(before)).toEqual([[key(0)]]);
  });
});

test('what is shown now is not forgotten, however long ago it was asked about', async () => {
  asked.mockResolvedValueOnce(answer([reported(0)]));
  const keys = Array.from({ length: 10_000 }, (_, i) => key(i));
  await decisions.learn(keys);
  const before = asked.mock.calls.length;
  await decisions.learn([...keys.slice(0, 9_999), key('new')]);
  expect(decisions.isReported(key(0))).toBe(true);
  await decisions.learn([key(0), key(9_999)]);
  expect(questions().slice(before)).toEqual([[key('new')], [key(9_999)]]);
});

describe('what was decided elsewhere', () => {
  test('is asked about anew, and what stood stands until the answer', async () => {
    asked.mockResolvedValueOnce(answer([reported(1)], [key(2)]));
    await decisions.learn([key(1), key(2)]);
    const answering = held();
    const refreshed = decisions.refresh([key(1), key(2)]);
    expect([decisions.isReported(key(1)), decisions.isDismissed(key(2))]).toEqual([true, true]);
    answering.resolve(answer([reported(2, { status: 'confirmed' })]));
    await refreshed;
    expect([decisions.isReported(key(1)), decisions.isDismissed(key(2))]).toEqual([false, false]);
    expect(decisions.reportOf(key(2))?.status).toBe('confirmed');
    expect(changed).toHaveBeenCalledOnce();
  });

  test('about posts that this page never showed is none of its business', async () => {
    await decisions.refresh([key(1)]);
    expect(asked).not.toHaveBeenCalled();
  });

  test('counts by the newest question, whichever answer comes last', async () => {
    const first = held();
    const learned = decisions.learn([key(1)]);
    asked.mockResolvedValueOnce(answer([], [key(1)]));
    await decisions.refresh([key(1)]);
    first.resolve(answer([reported(1)]));
    expect(await learned).toBe(false);
    expect([decisions.isReported(key(1)), decisions.isDismissed(key(1))]).toEqual([false, true]);
  });
});

describe('an answer to an older question', () => {
  test('that comes while the newer one is under way is not taken for it', async () => {
    const [first, second] = [held(), held()];
    const learned = decisions.learn([key(1)]);
    const refreshed = decisions.refresh([key(1)]);
    first.resolve(answer([reported(1)]));
    await learned;
    expect(decisions.isReported(key(1))).toBe(false);
    second.resolve(answer([], [key(1)]));
    await refreshed;
    expect([decisions.isReported(key(1)), decisions.isDismissed(key(1))]).toEqual([false, true]);
  });
});

test('what a visit has found is known to the next one', async () => {
  asked.mockResolvedValueOnce(answer([reported(1)]));
  await decisions.learn([key(1)]);
  decisions.noteChanges(key(1), ['edited']);
  decisions.noteChanges(key(2), ['edited']);
  expect(decisions.reportOf(key(1))).toEqual(reported(1, { lastChanges: ['edited'] }));
  expect(decisions.reportOf(key(2))).toBeUndefined();
});

describe('a decision on this page', () => {
  test('is told of each time', () => {
    decisions.setReported(key(1), reported(1));
    decisions.setReported(key(1), undefined);
    decisions.setDismissed(key(1), true);
    expect(changed).toHaveBeenCalledTimes(3);
    expect([decisions.isReported(key(1)), decisions.isDismissed(key(1))]).toEqual([false, true]);
    decisions.setDismissed(key(1), false);
    expect(decisions.isDismissed(key(1))).toBe(false);
  });

  test('is not overwritten by an answer to a question from before it', async () => {
    const answering = held();
    const learned = decisions.learn([key(1), key(2), key(3)]);
    decisions.setReported(key(1), reported(1));
    decisions.setDismissed(key(2), true);
    answering.resolve(answer([reported(3)]));
    expect(await learned).toBe(true);
    expect([1, 2, 3].map((id) => decisions.isReported(key(id)))).toEqual([true, false, true]);
    expect(decisions.isDismissed(key(2))).toBe(true);
    await decisions.learn([key(1), key(2), key(3)]);
    expect(questions()[1]).toEqual([key(1), key(2)]);
  });
});
