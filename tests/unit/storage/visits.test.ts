import '../../support/indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { NO_LABELS } from '@/utils/model/post';
import type { Change, Visit } from '@/utils/model/report';
import { makePost } from '../../support/builders';
import { AI_LABEL, draftAt, postOf, useStore, whole } from './support';

const session = useStore();
const SEEN: Visit['labels'] = { state: 'seen', items: [AI_LABEL] };
const key = makePost().key;

async function fileAt(time: number) {
  session.time = time;
  return (await session.store.file(draftAt(time))).reportId;
}
async function visit(reportId: string, changes: Change[], parts: Partial<Visit> = {}) {
  session.time++;
  const labels = changes.includes('gone') ? {} : { labels: NO_LABELS };
  await session.store.recordVisit({ reportId, changes, ...labels, ...parts });
}
const changesOf = async (reportId: string) =>
  (await whole(session.store, reportId)).visits.map(({ changes }) => changes);
const lastChanges = async () => (await session.store.decided([key])).reported[0]?.lastChanges;

describe('a visit to a reported post', () => {
  test('that finds nothing new writes nothing', async () => {
    const reportId = await fileAt(1_000);
    await visit(reportId, ['same']);
    expect(await changesOf(reportId)).toEqual([]);
    expect(await lastChanges()).toEqual([]);
  });

  test('is kept when it differs from the visit before, also when all is again as reported', async () => {
    const reportId = await fileAt(1_000);
    await visit(reportId, ['edited'], { text: '改过' });
    await visit(reportId, ['edited'], { text: '改过' });
    await visit(reportId, ['edited'], { text: '又改过' });
    await visit(reportId, ['edited', 'labelled'], { text: '又改过', labels: SEEN });
    await visit(reportId, ['labelled', 'edited'], { text: '又改过', labels: SEEN });
    await visit(reportId, ['same']);
    await visit(reportId, ['gone']);
    expect(await changesOf(reportId)).toEqual([
      ['edited'],
      ['edited'],
      ['edited', 'labelled'],
      ['same'],
      ['gone'],
    ]);
    expect(await lastChanges()).toEqual(['gone']);
    expect((await whole(session.store, reportId)).visits[2]).toMatchObject({ at: 1_004, labels: SEEN });
  });

  test('is kept when only the label has other words', async () => {
    const reportId = await fileAt(1_000);
    await visit(reportId, ['labelled'], { labels: SEEN });
    await visit(reportId, ['labelled'], {
      labels: { state: 'seen', items: [{ ...AI_LABEL, text: '疑似AI' }] },
    });
    expect(await changesOf(reportId)).toHaveLength(2);
  });

  test('to a report that is gone writes nothing', async () => {
    const reportId = await fileAt(1_000);
    const [full] = await session.store.removeMany([reportId]);
    await visit(reportId, ['gone']);
    await session.store.restoreMany([full!]);
    expect(await changesOf(reportId)).toEqual([]);
  });

  test('counts against the reading that the report holds: a new one starts anew, its undo goes back', async () => {
    const reportId = await fileAt(1_000);
    await visit(reportId, ['edited'], { text: '改过' });
    session.time = 2_000;
    const { seq } = await session.store.file(draftAt(2_000, { post: makePost({ text: '改过' }) }));
    expect(await lastChanges()).toEqual([]);
    await visit(reportId, ['same']);
    expect(await changesOf(reportId)).toEqual([['edited']]);
    await session.store.undoFiling(reportId, seq);
    expect(await lastChanges()).toEqual(['edited']);
  });

  test('goes with its report and comes back with it', async () => {
    const reportId = await fileAt(1_000);
    await visit(reportId, ['labelled'], { labels: SEEN });
    const before = await whole(session.store, reportId);
    const [removed] = await session.store.removeMany([reportId]);
    const other = await session.store.file(draftAt(1_000, { post: postOf('other') }));
    expect(await changesOf(other.reportId)).toEqual([]);
    await session.store.restoreMany([removed!]);
    const { visits } = await whole(session.store, reportId);
    expect(visits).toMatchObject(before.visits.map(({ seq: _seq, seal: _seal, ...visit }) => visit));
    expect(visits).toHaveLength(1);
  });

  test('takes the place of the oldest where a page changes its post without end', async () => {
    const reportId = await fileAt(1_000);
    for (let i = 0; i < 60; i++) await visit(reportId, ['edited'], { text: `第${i}次` });
    const { visits } = await whole(session.store, reportId);
    expect(visits).toHaveLength(50);
    expect([visits[0]?.text, visits.at(-1)?.text]).toEqual(['第10次', '第59次']);
  });

  test('is seen by who watches the decisions', async () => {
    const reportId = await fileAt(1_000);
    const seen: (string | undefined)[] = [];
    const subscription = session.store
      .watch((store) => store.decided([key]))
      .subscribe(({ reported }) => void seen.push(reported[0]?.lastChanges.join()));
    await vi.waitFor(() => expect(seen).toEqual(['']));
    await visit(reportId, ['labelled'], { labels: SEEN });
    await vi.waitFor(() => expect(seen.at(-1)).toBe('labelled'));
    subscription.unsubscribe();
  });
});

describe('reports at an address', () => {
  const at = async (address: string) => (await session.store.reportsAt(address)).map(({ title }) => title);
  async function fileUrl(title: string, url: string) {
    session.time++;
    await session.store.file(draftAt(1, { post: makePost({ id: title, title, url }) }));
  }

  test('are found whatever the site adds to the address, and by all that the post needs of it', async () => {
    await fileUrl('note', 'https://www.xiaohongshu.com/explore/1');
    await fileUrl('longer', 'https://www.xiaohongshu.com/explore/12');
    await fileUrl('query', 'https://mp.weixin.qq.com/s?__biz=a&mid=1');
    await fileUrl('other query', 'https://mp.weixin.qq.com/s?__biz=a&mid=2');
    expect(await at('https://www.xiaohongshu.com/explore/1')).toEqual(['note']);
    expect(await at('https://www.xiaohongshu.com/explore/1/?xsec_token=x#top')).toEqual(['note']);
    expect(await at('https://mp.weixin.qq.com/s?mid=2&__biz=a&chksm=1')).toEqual(['other query']);
    expect(await at('https://mp.weixin.qq.com/s?mid=3&__biz=a')).toEqual([]);
    expect(await at('https://mp.weixin.qq.com/s')).toEqual([]);
    expect(await at('https://www.zhihu.com/explore/1')).toEqual([]);
  });

  test('are all that stand there, the newest first, with what a page is told', async () => {
    const titles = ['first', 'second', 'third', 'fourth', 'fifth', 'new'];
    for (const title of titles) await fileUrl(title, 'https://www.zhihu.com/question/1');
    expect(await at('https://www.zhihu.com/question/1')).toEqual(titles.toReversed());
    expect((await session.store.reportsAt('https://www.zhihu.com/question/1'))[0]).toEqual({
      key: makePost({ id: 'new' }).key,
      reportId: expect.any(String),
      status: 'new',
      categories: ['2025-3/fake-staged'],
      createdAt: 1_006,
      title: 'new',
      text: makePost().text,
      labels: NO_LABELS,
      lastChanges: [],
    });
  });
});
