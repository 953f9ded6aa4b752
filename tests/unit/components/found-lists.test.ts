// @vitest-environment happy-dom
import '../../support/cleanup';
import { act, renderHook } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { type FoundGroup, type FoundPost, listPosts } from '@/components/groups';
import { useMore } from '@/components/use-more';
import { useSelection } from '@/components/use-selection';
import { foundPost } from '../../support/page-panel';

const foundPosts = (count: number): readonly FoundPost[] =>
  listPosts(
    Array.from({ length: count }, (_, i) => foundPost(`${i}`, { x: 'likely' })),
    { reported: [], changed: [], dismissed: [] },
    (id) => id,
  ).marked;
const group = (count: number): FoundGroup => ({ category: 'x', name: 'X', posts: foundPosts(count) });

describe('long lists', () => {
  test('are cut so that all groups together hold the limit, and show as many more when asked', () => {
    const { result } = renderHook(() => useMore(200, 4));
    const long = group(300);
    expect(result.current.shown('one', long)).toHaveLength(50);
    expect(result.current.left('one', long)).toEqual({ next: 200, all: 250 });
    act(() => result.current.show('one'));
    expect(result.current.shown('one', long)).toHaveLength(250);
    expect(result.current.left('one', long)).toEqual({ next: 50, all: 50 });
    expect(result.current.shown('two', long)).toHaveLength(50);
    act(() => result.current.show('one'));
    expect(result.current.left('one', long)).toEqual({ next: 0, all: 0 });
  });

  test('a few posts are shown of every group, and none is asked for more than it has', () => {
    const { result } = renderHook(() => useMore(40, 30));
    expect(result.current.shown('one', group(9))).toHaveLength(5);
    expect(result.current.left('one', group(3))).toEqual({ next: 0, all: 0 });
    const none = renderHook(() => useMore(40, 0));
    expect(none.result.current.shown('one', group(60))).toHaveLength(40);
  });
});

describe('a selection', () => {
  const [a, b, c] = foundPosts(3) as [FoundPost, FoundPost, FoundPost];

  test('holds what was added and not taken out, in the order of the list', () => {
    const { result } = renderHook(() => useSelection([a, b, c]));
    act(() => result.current.set([c], true));
    act(() => result.current.set([a, b], true));
    act(() => result.current.set([b], false));
    expect(result.current.posts).toEqual([a, c]);
    expect([a, b, c].map(({ key }) => result.current.has(key))).toEqual([true, false, true]);
    act(() => result.current.clear());
    expect(result.current.posts).toEqual([]);
  });

  test('forgets what cannot be selected any more as soon as it is changed', () => {
    const { result, rerender } = renderHook((posts: FoundPost[]) => useSelection(posts), {
      initialProps: [a, b],
    });
    act(() => result.current.set([a, b], true));
    rerender([b]);
    expect(result.current.posts).toEqual([b]);
    expect(result.current.has(a.key)).toBe(false);
    act(() => result.current.set([b], false));
    rerender([a, b]);
    expect(result.current.posts).toEqual([]);
  });
});
