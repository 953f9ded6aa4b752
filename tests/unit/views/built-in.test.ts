import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '@/utils/model/queue';
import { categoryChoices } from '@/utils/rules/describe';
import { addressOf, readAddress } from '@/utils/views/address';
import { ALL, type BuiltInContext, builtInViews } from '@/utils/views/built-in';
import { isSameView, START } from '@/utils/views/query';
import { readViews } from '@/utils/views/stored-views';

const CONTEXT: BuiltInContext = {
  reviewer: '林',
  categories: new Set(categoryChoices.map(({ id }) => id)),
  today: new Date(2026, 10, 22, 9),
};
const byId = (parts: Partial<BuiltInContext> = {}) =>
  new Map(builtInViews({ ...CONTEXT, ...parts }).map((view) => [view.id, view]));

describe('views that the extension comes with', () => {
  test('begin with everything, newest first', () => {
    const [first] = builtInViews(CONTEXT);
    expect(first?.id).toBe(ALL);
    expect(isSameView(first!, START)).toBe(true);
  });
  test('no two are called or mean the same', () => {
    const views = builtInViews(CONTEXT);
    expect(new Set(views.map(({ id }) => id)).size).toBe(views.length);
    expect(new Set(views.map(({ name }) => name)).size).toBe(views.length);
    for (const [at, view] of views.entries()) {
      expect(views.slice(at + 1).filter((other) => isSameView(view, other))).toEqual([]);
    }
  });
  test('are sound: they can be put into an address, and saved', () => {
    for (const { id, name, ...state } of builtInViews(CONTEXT)) {
      expect(readAddress(addressOf('queue', state, id))).toMatchObject({ ...state, base: id, dropped: [] });
      expect(readViews([{ id, name, ...state }]).unread).toEqual([]);
    }
  });
  test('nothing is mine without a name', () => {
    expect(byId().get('mine')?.query).toEqual({ ...EVERYTHING, assignees: ['林'] });
    expect(byId({ reviewer: '' }).has('mine')).toBe(false);
  });
  test('missing AI labels are asked for where a pack has the category, as the installed ones do', () => {
    expect(byId().get('unlabelled')?.query.categories).toEqual(['2025-4/ai-label-missing']);
    expect(byId({ categories: new Set() }).has('unlabelled')).toBe(false);
  });
  test('the last days are counted from today', () => {
    expect(byId().get('week')?.query.from).toBe('2026-11-16');
  });
});
