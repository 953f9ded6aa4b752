import '../../support/indexeddb';
import { describe, expect, test } from 'vitest';
import type { CheckAnswer, ReportDraft } from '@/utils/model/report';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeDraft, makePost } from '../../support/builders';
import { useStore, whole } from './support';

const session = useStore();

/** Everything that is stored of a report, as one text. */
async function allOf(reportId: string): Promise<string> {
  return JSON.stringify(await whole(session.store, reportId));
}
const AUTHOR = '山间小院';
const answer = (zh_CN: string, given: CheckAnswer['answer']): CheckAnswer => ({
  category: '2025-3/fake-staged',
  question: { zh_CN, en: zh_CN },
  answer: given,
});
const again = (draft: ReportDraft, parts: Partial<ReportDraft>): ReportDraft => ({ ...draft, ...parts });

describe('parts that the reader withholds', () => {
  test('are not stored, even if the draft still holds them', async () => {
    const { reportId } = await session.store.file(
      makeDraft({ withheld: ['author', 'publishedAt', 'counts', 'hashtags', 'media'] }),
    );
    const { report } = await whole(session.store, reportId);
    expect(report.post).toMatchObject({ author: {}, counts: {}, hashtags: [], text: makePost().text });
    expect(report.post).not.toHaveProperty('publishedAt');
    expect(report.withheld).toEqual(['author', 'publishedAt', 'counts', 'hashtags', 'media']);
    expect(await allOf(reportId)).not.toContain(AUTHOR);
  });

  test('are gone when the same filing is said again without them', async () => {
    const draft = makeDraft();
    const first = await session.store.file(draft);
    expect(await allOf(first.reportId)).toContain(AUTHOR);
    const second = await session.store.file(again(draft, { withheld: ['author'] }));
    expect(second).toEqual(first);
    expect(await allOf(first.reportId)).not.toContain(AUTHOR);
  });

  test('come back when the same filing is said again with them', async () => {
    const draft = makeDraft({ withheld: ['author'] });
    const { reportId } = await session.store.file(draft);
    await session.store.file(again(draft, { withheld: [] }));
    const { report } = await whole(session.store, reportId);
    expect(report.post.author.name).toBe(AUTHOR);
    expect(report.withheld).toEqual([]);
  });

  test('are taken out of a note taken in between, and of every earlier reading in the history', async () => {
    const { reportId } = await session.store.file(makeDraft());
    const draft = makeDraft({ post: makePost({ text: '改过的正文' }) });
    const filed = await session.store.file(draft);
    await session.store.edit(reportId, { action: 'note', note: '备注' });
    expect(await session.store.file(again(draft, { withheld: ['author'] }))).toEqual(filed);
    const { report, history } = await whole(session.store, reportId);
    expect(report.note).toBe('备注');
    expect(history.map(({ action }) => action)).toEqual(['filed', 'filed-again', 'note']);
    expect(await allOf(reportId)).not.toContain(AUTHOR);
  });

  test('stay out when the post is reported again, in the same words or others', async () => {
    const { reportId } = await session.store.file(makeDraft({ withheld: ['author'] }));
    await session.store.file(makeDraft({ withheld: ['counts'] }));
    const { report } = await whole(session.store, reportId);
    expect(report.withheld).toEqual(['author', 'counts']);
    expect(await allOf(reportId)).not.toContain(AUTHOR);
    expect((await session.store.decided([report.postKey])).reported[0]?.withheld).toEqual([
      'author',
      'counts',
    ]);
  });

  test('do not come back by undoing the filing that took them out', async () => {
    const { reportId } = await session.store.file(makeDraft());
    const { seq } = await session.store.file(makeDraft({ note: '第二次', withheld: ['author'] }));
    expect(await session.store.undoFiling(reportId, seq)).toBe(true);
    const { report } = await whole(session.store, reportId);
    expect(report).toMatchObject({ note: '', withheld: ['author'] });
    expect(await allOf(reportId)).not.toContain(AUTHOR);
  });
});

describe('the same filing said again', () => {
  test('takes the newer values in place of the older', async () => {
    await session.store.file(makeDraft({ categories: ['2025-4/ai-label-missing'], note: '先前' }));
    const draft = makeDraft({ categories: ['a', 'b'], note: '一' });
    const { reportId } = await session.store.file(draft);
    await session.store.file(again(draft, { categories: ['b'], note: '', readAt: 7, adapter: 'newer' }));
    const { report } = await whole(session.store, reportId);
    expect(report).toMatchObject({
      categories: ['2025-4/ai-label-missing', 'b'],
      note: '先前',
      readAt: 7,
      adapter: 'newer',
    });
  });

  test('leaves details alone that were edited since', async () => {
    const draft = makeDraft({ note: '一', answers: [answer('甲？', 'yes')] });
    const { reportId } = await session.store.file(draft);
    await session.store.edit(reportId, { action: 'note', note: '' });
    await session.store.edit(reportId, { action: 'categories', categories: ['x'] });
    await session.store.edit(reportId, { action: 'answers', answers: [] });
    await session.store.file(again(draft, { withheld: ['counts'] }));
    const { report } = await whole(session.store, reportId);
    expect(report).toMatchObject({ note: '', categories: ['x'], answers: [], withheld: ['counts'] });
  });

  test('keeps the status that was set since, and then can no longer be undone', async () => {
    const draft = makeDraft();
    const { reportId, seq } = await session.store.file(draft);
    await session.store.edit(reportId, { action: 'status', status: 'confirmed' });
    await session.store.file(again(draft, { withheld: ['author'] }));
    expect((await whole(session.store, reportId)).report.status).toBe('confirmed');
    expect(await session.store.undoFiling(reportId, seq)).toBe(false);
  });

  test('after it was undone is a filing of its own', async () => {
    await session.store.file(makeDraft({ note: '先前' }));
    const draft = makeDraft({ note: '后来' });
    const undone = await session.store.file(draft);
    await session.store.undoFiling(undone.reportId, undone.seq);
    const { reportId, seq } = await session.store.file(draft);
    expect(seq).not.toBe(undone.seq);
    const { report, history } = await whole(session.store, reportId);
    expect(report.note).toBe('后来');
    expect(history.map(({ action }) => action)).toEqual(['filed', 'filed-again', 'undone', 'filed-again']);
  });

  test('keeps the picture that it brought', async () => {
    const draft = makeDraft();
    await session.store.file(draft, new Blob(['picture']));
    expect(await session.store.file(draft)).toMatchObject({ screenshot: true });
    expect(await session.store.file(makeDraft())).toMatchObject({ screenshot: false });
  });
});

describe('answers', () => {
  test('of a later report take the place of those to the same questions', async () => {
    const { reportId } = await session.store.file(
      makeDraft({ answers: [answer('甲？', 'yes'), answer('乙？', 'no')] }),
    );
    await session.store.file(makeDraft({ answers: [answer('甲？', 'no')] }));
    const { report } = await whole(session.store, reportId);
    expect(report.answers).toEqual([answer('乙？', 'no'), answer('甲？', 'no')]);
  });

  test('edited later are logged with those before, and go with an undo', async () => {
    const { reportId, seq } = await session.store.file(makeDraft());
    await session.store.edit(reportId, { action: 'answers', answers: [answer('甲？', 'yes')] });
    const { history } = await whole(session.store, reportId);
    expect(history.at(-1)).toMatchObject({ action: 'answers', before: { answers: [] } });
    expect(await session.store.undoFiling(reportId, seq)).toBe(true);
  });
});

test('a number that names no filing undoes nothing', async () => {
  const { reportId } = await session.store.file(makeDraft());
  await session.store.edit(reportId, { action: 'note', note: '备注' });
  const note = (await whole(session.store, reportId)).history.at(-1)!;
  expect(await session.store.undoFiling(reportId, note.seq)).toBe(false);
  expect((await whole(session.store, reportId)).report.note).toBe('备注');
});

describe('what the files of a post say of their making', () => {
  const check = makeMediaCheck();
  const other = makeMediaCheck({ verdict: 'none', evidence: [] });
  const post = makePost({ media: [check.media] });
  const draftWith = (parts: Partial<ReportDraft>) => makeDraft({ post, ...parts });
  const checksOf = async (reportId: string) => (await whole(session.store, reportId)).report.mediaChecks;

  test('is kept with the report, and stays when the same filing is said again', async () => {
    const draft = draftWith({ mediaChecks: [check] });
    const { reportId } = await session.store.file(draft);
    await session.store.file(again(draft, { note: '一' }));
    expect(await checksOf(reportId)).toEqual([check]);
  });

  test('is not there where no file was looked into', async () => {
    for (const parts of [{}, { mediaChecks: [] }]) {
      const { reportId } = await session.store.file(draftWith(parts));
      expect((await whole(session.store, reportId)).report).not.toHaveProperty('mediaChecks');
    }
  });

  test('is read anew with the post, and comes back when that is undone', async () => {
    const { reportId } = await session.store.file(draftWith({ mediaChecks: [check] }));
    const second = await session.store.file(draftWith({ mediaChecks: [other] }));
    expect(await checksOf(reportId)).toEqual([other]);
    const { history } = await whole(session.store, reportId);
    expect(history.at(-1)?.before).toMatchObject({ mediaChecks: [check] });
    expect(await session.store.undoFiling(reportId, second.seq)).toBe(true);
    expect(await checksOf(reportId)).toEqual([check]);
  });

  test('that was not there before is gone again when the filing is undone', async () => {
    const { reportId } = await session.store.file(draftWith({}));
    const second = await session.store.file(draftWith({ mediaChecks: [check] }));
    expect(await session.store.undoFiling(reportId, second.seq)).toBe(true);
    expect((await whole(session.store, reportId)).report).not.toHaveProperty('mediaChecks');
  });

  test('goes with the addresses of the files, from the report and from all its history', async () => {
    const { reportId } = await session.store.file(draftWith({ mediaChecks: [check] }));
    const { seq } = await session.store.file(draftWith({ mediaChecks: [check], withheld: ['media'] }));
    expect(await allOf(reportId)).not.toContain(check.media.url);
    expect(await session.store.undoFiling(reportId, seq)).toBe(true);
    expect(await checksOf(reportId)).toBeUndefined();
    await session.store.file(draftWith({ mediaChecks: [other] }));
    expect(await allOf(reportId)).not.toContain(check.media.url);
  });

  test('does not come back by reverting to an entry before', async () => {
    const first = await session.store.file(draftWith({ mediaChecks: [check] }));
    await session.store.file(draftWith({ mediaChecks: [check], withheld: ['media'] }));
    await session.store.revertTo(first.reportId, first.seq);
    expect(await allOf(first.reportId)).not.toContain(check.media.url);
  });
});
