// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PostKey } from '@/utils/model/post';
import { Guard } from '@/utils/scan/guard';
import { PageIndex, type Place } from '@/utils/scan/page-index';
import type { ShapePlan } from '@/utils/scan/shape-plan';
import type { PostReading } from '@/utils/sites/post-reading';

const A = new URL('https://example.com/post/a?from=feed#comments');
const B = new URL('https://example.com/post/b');
const plan = { order: 0, shape: { kind: 'note' } } as ShapePlan;

let index: PageIndex;
let guard: Guard;
beforeEach(() => {
  vi.useFakeTimers();
  index = new PageIndex();
  guard = new Guard(index);
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

interface Parts {
  idFrom?: PostReading['idFrom'];
  kind?: string;
  words?: string;
}

function read(root: Element, id: string, { idFrom = 'address', kind = 'note', words = id }: Parts = {}) {
  const shown = { title: words && `标题${words}`, text: words && `正文${words}`, author: '' };
  const key: PostKey = `demo:note:${id}`;
  return { root, key, id, kind, idFrom, shape: plan.shape, shown, showsAnything: words !== '', author: {} };
}

/** Puts a post into an element of its own. */
function place(id: string, parts?: Parts): Place {
  const added = index.add(document.body.appendChild(document.createElement('article')), plan)!;
  return show(added, id, parts);
}

/** Shows another post in the place of the one before. */
function show(at: Place, id: string, parts?: Parts): Place {
  index.set(at, read(at.root, id, parts) as unknown as PostReading, []);
  return at;
}

describe('Guard', () => {
  test('lets through what a page shows under the address that it was loaded from', () => {
    const one = place('a');
    guard.sift(A);
    expect([guard.holds(one), guard.isHolding, guard.revision]).toEqual([false, false, 0]);
  });

  test('holds back a post whose address has gone on before its words, and tells so once', () => {
    const one = place('a');
    guard.sift(A);
    show(one, 'b', { words: 'a' });
    guard.sift(B);
    guard.sift(B);
    expect([guard.holds(one), guard.isHolding, guard.revision]).toEqual([true, true, 1]);
    show(one, 'b');
    guard.sift(B);
    vi.advanceTimersByTime(300);
    guard.sift(B);
    expect([guard.holds(one), guard.isHolding, guard.revision]).toEqual([false, false, 2]);
  });

  test('does not take a fragment for another address', () => {
    const one = place('a', { words: '' });
    guard.sift(A);
    guard.sift(new URL('#top', A));
    expect(guard.holds(one)).toBe(false);
  });

  test('knows what a page showed under the address before the first one that is sifted', () => {
    const one = place('a');
    guard.prime([one.reading!], A);
    show(one, 'b', { words: 'a' });
    guard.sift(B);
    expect(guard.holds(one)).toBe(true);
  });

  test('holds nothing back that says itself which post it is', () => {
    const [own, addressed] = [place('x', { idFrom: 'element' }), place('a')];
    guard.sift(A);
    show(addressed, 'b', { words: 'a' });
    guard.sift(B);
    expect([guard.holds(own), guard.holds(addressed)]).toEqual([false, true]);
  });

  test('holds back what is said under a post that is held back', () => {
    const [post, comment] = [place('a'), place('c', { kind: 'comment', idFrom: 'element' })];
    guard.sift(A);
    show(post, 'b', { words: 'a' });
    guard.sift(B);
    expect(guard.holds(comment)).toBe(true);
  });

  test('holds nothing any more when the post has gone, and tells so', () => {
    const one = place('a');
    guard.sift(A);
    show(one, 'b', { words: 'a' });
    guard.sift(B);
    index.remove(one);
    guard.sift(B);
    expect([guard.isHolding, guard.revision]).toEqual([false, 2]);
  });

  test('remembers the address of a page whose posts need no guard', () => {
    const [one] = [place('feed', { idFrom: 'element' })];
    guard.sift(A);
    index.remove(one);
    const late = place('b', { words: '' });
    guard.sift(B);
    expect(guard.holds(late)).toBe(true);
  });
});
