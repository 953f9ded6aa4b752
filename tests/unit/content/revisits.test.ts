import { beforeEach, describe, expect, test, vi } from 'vitest';
import { call } from '@/entrypoints/scanner.content/background';
import { Decisions } from '@/entrypoints/scanner.content/decisions';
import { Revisits } from '@/entrypoints/scanner.content/revisits';
import type { Post, PostKey } from '@/utils/model/post';
import type { ReportedPost } from '@/utils/model/report';
import type { LiveScan } from '@/utils/scan/live-scan';
import { makePost } from '../../support/builders';
import { makeReported } from '../../support/card-data';

vi.mock('@/entrypoints/scanner.content/background', () => ({ call: vi.fn() }));

const GONE = 'https://www.xiaohongshu.com/explore/gone';
const { key } = makePost();
const edited = { reportId: 'r0', changes: ['edited'], title: '改过的标题', labels: makePost().labels };

let answers: Record<string, () => unknown>;
let shown: Map<PostKey, Post>;
let scan: { url: string; surface: string | null; health: { status: string } };
let showGone: ReturnType<typeof vi.fn<(reports: readonly ReportedPost[]) => void>>;
let decisions: Decisions;
let revisits: Revisits;

beforeEach(() => {
  answers = { getReportsAt: () => [], recordVisit: () => undefined };
  vi.mocked(call as (type: string) => Promise<unknown>)
    .mockReset()
    .mockImplementation(async (type) => answers[type]?.());
  shown = new Map();
  scan = { url: GONE, surface: 'detail', health: { status: 'ok' } };
  showGone = vi.fn();
  decisions = new Decisions(() => undefined);
  const live = {
    peek: (of: PostKey) => (shown.has(of) ? { post: shown.get(of) } : undefined),
    get scan() {
      return scan;
    },
  } as unknown as LiveScan;
  revisits = new Revisits(live, decisions, { showGone });
});

/** What the background was told or asked, in order. */
const told = (type: string) =>
  vi.mocked(call).mock.calls.flatMap(([each, data]) => (each === type ? [data as unknown] : []));
const show = (parts: Partial<Post> = {}) => {
  const post = makePost(parts);
  shown.set(post.key, post);
};
const noAnswer = () => {
  throw new Error('no answer');
};

describe('a reported post that is seen again', () => {
  beforeEach(() => decisions.setReported(key, makeReported()));

  test('is noted once, as it was found', async () => {
    show();
    await revisits.note();
    await revisits.note();
    expect(told('recordVisit')).toEqual([{ reportId: 'r0', changes: ['same'], labels: makePost().labels }]);
  });

  test('is noted again when it has changed since, and once for that too', async () => {
    show();
    await revisits.note();
    show({ title: '改过的标题' });
    await revisits.note();
    await revisits.note();
    expect(told('recordVisit').slice(1)).toEqual([edited]);
    expect(decisions.reportOf(key)?.lastChanges).toEqual(['edited']);
  });

  test('is not noted while the page does not show it', async () => {
    await revisits.note();
    expect(told('recordVisit')).toEqual([]);
  });

  test('is noted at the next look when there was no answer', async () => {
    show();
    answers.recordVisit = noAnswer;
    await revisits.note();
    expect(decisions.reportOf(key)?.lastChanges).toEqual([]);
    answers.recordVisit = () => undefined;
    await revisits.note();
    await revisits.note();
    expect(told('recordVisit')).toHaveLength(2);
    expect(decisions.reportOf(key)?.lastChanges).toEqual(['same']);
  });

  test('is noted once also when a second look comes before the answer', async () => {
    show();
    const { promise, resolve } = Promise.withResolvers<void>();
    answers.recordVisit = () => promise;
    const looks = [revisits.note(), revisits.note()];
    resolve();
    await Promise.all(looks);
    expect(told('recordVisit')).toHaveLength(1);
  });

  test('each is noted by itself', async () => {
    decisions.setReported(makePost({ id: '2' }).key, makeReported({ reportId: 'r2' }));
    show();
    show({ id: '2', text: '另一段话，与报告里的不同' });
    await revisits.note();
    expect(told('recordVisit')).toMatchObject([
      { reportId: 'r0', changes: ['same'] },
      { reportId: 'r2', changes: ['edited'] },
    ]);
  });
});

describe('a page that shows its post no more', () => {
  const reports = [makeReported(), makeReported({ reportId: 'r1' })];
  beforeEach(() => {
    scan.health.status = 'not-a-post';
    answers.getReportsAt = () => reports;
  });

  test('says so, and notes it of every report of its address', async () => {
    await revisits.note();
    expect(told('getReportsAt')).toEqual([GONE]);
    expect(told('recordVisit')).toEqual([
      { reportId: 'r0', changes: ['gone'] },
      { reportId: 'r1', changes: ['gone'] },
    ]);
    expect(showGone.mock.calls).toEqual([[reports]]);
  });

  test('is asked about once for each address, whatever place in the page that names', async () => {
    await revisits.note();
    scan.url = `${GONE}#comments`;
    await revisits.note();
    expect(told('getReportsAt')).toEqual([GONE]);
    scan.url = `${GONE}-too#comments`;
    await revisits.note();
    expect(told('getReportsAt')).toEqual([GONE, `${GONE}-too`]);
    expect(showGone).toHaveBeenCalledTimes(2);
  });

  test('is asked about once also when a second look comes before the answer', async () => {
    const { promise, resolve } = Promise.withResolvers<readonly ReportedPost[]>();
    answers.getReportsAt = () => promise;
    const looks = [revisits.note(), revisits.note()];
    resolve(reports);
    await Promise.all(looks);
    expect(told('getReportsAt')).toHaveLength(1);
    expect(showGone).toHaveBeenCalledTimes(1);
  });

  test.each(['getReportsAt', 'recordVisit'])('is asked about again when %s had no answer', async (type) => {
    const answer = answers[type];
    answers[type] = noAnswer;
    await revisits.note();
    expect(showGone).not.toHaveBeenCalled();
    answers[type] = answer!;
    await revisits.note();
    expect(showGone.mock.calls).toEqual([[reports]]);
  });

  test.each([
    ['has not been read yet', 'detail', 'waiting'],
    ['has another layout', 'detail', 'layout-changed'],
    ['holds no posts anyway', null, 'not-a-post'],
  ])('is not what a page is that %s', async (_, surface, status) => {
    Object.assign(scan, { surface, health: { status } });
    await revisits.note();
    expect(told('getReportsAt')).toEqual([]);
  });
});
