import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, NEWEST_FIRST, type SavedView } from '@/utils/model/queue';
import { START } from '@/utils/views/query';
import {
  addView,
  nameProblem,
  removeView,
  renameView,
  updateView,
  type ViewChange,
} from '@/utils/views/saved-views';
import { anyState, anyView, anyViews } from './arbitraries';

const view = (id: string, name = id): SavedView => ({
  id,
  name,
  query: EVERYTHING,
  sort: NEWEST_FIRST,
  grouped: false,
});
const VIEWS = [view('a'), view('b'), view('c')];

describe('saved views', () => {
  test('a new one comes last', () => {
    expect(addView(VIEWS, view('d')).views.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
  test('a name is trimmed and changes nothing else', () => {
    expect(renameView(VIEWS, 'b', ' 知乎 ').views).toEqual([view('a'), view('b', '知乎'), view('c')]);
  });
  test('what is shown replaces what was saved, not the name', () => {
    const state = { ...START, query: { ...EVERYTHING, copies: true }, grouped: true };
    expect(updateView(VIEWS, 'b', { ...state }).views[1]).toEqual({ ...state, id: 'b', name: 'b' });
  });
  test('one that another window has removed stays removed', () => {
    expect(updateView(VIEWS, 'gone', START).views).toEqual(VIEWS);
    expect(removeView(VIEWS, 'gone').undo(VIEWS)).toEqual(VIEWS);
  });

  test('every change can be taken back', () => {
    fc.assert(
      fc.property(anyViews, anyView, anyState, (views, added, state) => {
        const id = views[0]?.id ?? 'none';
        const changes: ViewChange[] = [
          addView(views, added),
          renameView(views, id, 'x'),
          updateView(views, id, state),
          removeView(views, id),
        ];
        for (const change of changes) expect(change.undo(change.views)).toEqual(views);
      }),
    );
  });

  test('taking a change back leaves what was done in between', () => {
    const removed = removeView(VIEWS, 'b');
    const later = addView(renameView(removed.views, 'a', 'A').views, view('d')).views;
    expect(removed.undo(later)).toEqual([view('a', 'A'), view('b'), view('c'), view('d')]);
    expect(removed.undo(removed.undo(later))).toEqual(removed.undo(later));
    const renamed = renameView(VIEWS, 'b', 'B');
    expect(renamed.undo(removeView(renamed.views, 'b').views)).toEqual([view('a'), view('c')]);
  });
});

describe('names', () => {
  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['长'.repeat(81), 'long'],
    ['a', 'taken'],
    [' b ', 'taken'],
    ['d', undefined],
    ['长'.repeat(80), undefined],
  ])('%j: %s', (name, problem) => {
    expect(nameProblem(name, VIEWS)).toBe(problem);
  });
  test('a view may keep its own', () => {
    expect(nameProblem('a', VIEWS, 'a')).toBeUndefined();
    expect(nameProblem('b', VIEWS, 'a')).toBe('taken');
  });
});
