import { describe, expect, test } from 'vitest';
import { QueueList } from '@/components/queue/queue-list';
import { tagsIn } from '@/components/queue/TagDialog';
import { editWords, targetWords, undoneWords } from '@/entrypoints/reports/queue/action-words';
import { type TargetPlace, targetAt } from '@/entrypoints/reports/queue/targets';
import { makePost, makeReport } from '../../support/builders';
import { useLanguage } from '../../support/setup';

const list = new QueueList(
  [{ id: 'x', problem: '' }],
  [
    { id: 'a', members: ['a'] },
    { id: 'b', members: ['b', 'c'] },
  ],
);
const place = (parts: Partial<TargetPlace>): TargetPlace => ({
  list,
  picked: new Set(),
  current: 1,
  openId: undefined,
  isThere: () => true,
  titleOf: () => '标题',
  ...parts,
});

describe('what a key acts on', () => {
  test('the current row, with its copies', () => {
    expect(targetAt(place({}))).toMatchObject({ of: 'row', ids: ['a'], words: undefined });
    expect(targetAt(place({ current: 2 }))).toEqual({
      of: 'row',
      ids: ['b', 'c'],
      words: '2 copies of “标题”',
    });
    expect(targetAt(place({ current: 2, titleOf: () => undefined }))?.words).toBeUndefined();
  });
  test('before it what is selected and still there', () => {
    const picked = new Set(['c', 'z']);
    expect(targetAt(place({ picked, isThere: (id) => id !== 'z' }))).toMatchObject({
      of: 'picked',
      ids: ['c'],
    });
  });
  test('the open report when the list does not show it any more, never another one in its place', () => {
    expect(targetAt(place({ openId: 'z' }))).toMatchObject({ of: 'open', ids: ['z'] });
    expect(targetAt(place({ openId: 'c', current: 2 }))).toMatchObject({ of: 'row' });
    expect(targetAt(place({ openId: 'z', isThere: () => false }))).toMatchObject({ of: 'row' });
  });
  test('nothing without a row, or on one that cannot be read', () => {
    expect(targetAt(place({ current: -1 }))).toBeUndefined();
    expect(targetAt(place({ current: 0 }))).toBeUndefined();
  });
});

describe('what was done, in words', () => {
  const store = {
    rows: async (ids: readonly string[]) =>
      ids.map((id) =>
        id === 'bad'
          ? { id }
          : { ...makeReport({ id, post: makePost({ title: '晚霞' }) }), rev: 1, seal: '', chain: '' },
      ),
  };
  test('one report by its title, many by their number', async () => {
    expect(await targetWords(store, ['a'])).toBe('晚霞');
    expect(await targetWords(store, ['bad'])).toBe('bad');
    expect(await targetWords(store, Array.from({ length: 1_200 }, String))).toBe('1,200 reports');
  });
  test.each([
    [{ action: 'status', status: 'confirmed' }, 'Confirmed: 晚霞', '已确认：晚霞'],
    [{ action: 'assignee', assignee: '小林' }, 'Assigned to 小林: 晚霞', '已指派给 小林：晚霞'],
    [{ action: 'assignee', assignee: '' }, 'Assigned to nobody: 晚霞', '已取消指派：晚霞'],
    [
      { action: 'tags', add: ['摆拍', '待复核'], remove: [] },
      'Tagged #摆拍, 待复核: 晚霞',
      '已加自定标签 #摆拍、待复核：晚霞',
    ],
    [{ action: 'tags', add: [], remove: ['摆拍'] }, 'Tag #摆拍 removed: 晚霞', '已去掉自定标签 #摆拍：晚霞'],
  ] as const)('%o', (edit, english, chinese) => {
    expect(editWords(edit as never, '晚霞')).toBe(english);
    useLanguage('zh_CN');
    expect(editWords(edit as never, '晚霞')).toBe(chinese);
  });
  test('what was taken back, and what was not', () => {
    expect(undoneWords('X', { undone: ['a'], kept: [] })).toBe('Taken back: X');
    expect(undoneWords('X', { undone: [], kept: ['a'] })).toContain('changed again since: X');
    expect(undoneWords('X', { undone: ['a', 'b'], kept: ['c'] })).toMatch(/for 2; 1 were .*: X/);
  });
});

test.each([
  ['摆拍', ['摆拍']],
  [' #摆拍，＃待复核、 再看, ,# ', ['摆拍', '待复核', '再看']],
  ['a,a', ['a']],
  [' ， ', []],
])('tags as they are typed: %s', (typed, tags) => {
  expect(tagsIn(typed)).toEqual(tags);
});
