import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, NEWEST_FIRST, type SavedView } from '@/utils/model/queue';
import { readViews, writeViews } from '@/utils/views/stored-views';
import { anyViews } from './arbitraries';

const VIEW: SavedView = { id: 'v1', name: '知乎', query: EVERYTHING, sort: NEWEST_FIRST, grouped: false };

describe('stored views', () => {
  test('are read as they were written, through the storage', () => {
    fc.assert(
      fc.property(anyViews, (views) => {
        const stored: unknown = JSON.parse(JSON.stringify(writeViews({ views, unread: [] })));
        expect(readViews(stored)).toEqual({ views, unread: [] });
      }),
    );
  });

  test('of an earlier version lack what it did not know', () => {
    const stored = [{ id: 'v1', name: '知乎', query: { text: '', sites: ['zhihu'] } }];
    expect(readViews(stored).views).toEqual([{ ...VIEW, query: { ...EVERYTHING, sites: ['zhihu'] } }]);
  });

  test.each([
    ['a status of a later version', { ...VIEW, query: { ...EVERYTHING, statuses: ['new', 'archived'] } }],
    ['a filter of a later version', { ...VIEW, query: { ...EVERYTHING, colours: ['red'] } }],
    ['a day that there is not', { ...VIEW, query: { ...EVERYTHING, from: '2026-02-30' } }],
    ['no name', { ...VIEW, name: '  ' }],
    ['another sort', { ...VIEW, sort: { by: 'colour', descending: true } }],
    ['nothing of a view', 'view'],
    ['nothing at all', null],
  ])('with %s are not shown with less, but kept', (_, entry) => {
    const read = readViews([VIEW, entry]);
    expect(read).toEqual({ views: [VIEW], unread: [entry] });
    expect(writeViews(read)).toEqual([VIEW, entry]);
  });

  test('two with one id are not shown as one', () => {
    const other = { ...VIEW, name: '另一个' };
    expect(readViews([VIEW, other])).toEqual({ views: [VIEW], unread: [other] });
  });

  test.each([undefined, null, {}, 'x', 7])('%j is no list and holds no views', (stored) => {
    expect(readViews(stored)).toEqual({ views: [], unread: [] });
  });

  test('nothing that is stored is ever lost', () => {
    const entries = fc.array(fc.oneof(fc.anything(), fc.constant(VIEW)));
    fc.assert(
      fc.property(entries, (stored) => {
        const { views, unread } = readViews(stored);
        expect(views.length + unread.length).toBe(stored.length);
      }),
    );
  });
});
