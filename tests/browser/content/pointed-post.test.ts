import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draftOf, PointedPost } from '@/entrypoints/scanner.content/pointed-post';
import type { ScannedFound } from '@/utils/scan/scanner';

let stop: AbortController;
let pointed: PointedPost;

beforeEach(() => {
  stop = new AbortController();
  pointed = new PointedPost();
  pointed.follow(document, stop.signal);
});
afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

function found(id: string, parent: Element = document.body): ScannedFound {
  const root = document.createElement('article');
  root.style.cssText = 'width: 200px; min-height: 60px; padding: 8px; margin: 8px';
  root.tabIndex = 0;
  root.append(Object.assign(document.createElement('p'), { textContent: id }));
  parent.append(root);
  const post = { key: `demo:note:${id}`, id } as ScannedFound['post'];
  return { post, root, idFrom: 'element' as const, fields: {}, findings: [] };
}

describe('PointedPost', () => {
  test('the menu means the innermost post under the right-click', async () => {
    const [outer, other] = [found('outer'), found('other')];
    const inner = found('comment', outer.root);
    await userEvent.click(inner.root.querySelector('p')!, { button: 'right' });
    expect(pointed.pick(document, 'menu', [outer, other, inner])?.post.id).toBe('comment');
  });

  test('a forged right-click points nowhere', () => {
    const posts = [found('a'), found('b')];
    posts[0]!.root.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
    expect(pointed.pick(document, 'menu', posts)).toBeUndefined();
  });

  test('the shortcut means the focused post first', () => {
    const posts = [found('a'), found('b')];
    (posts[1]!.root as HTMLElement).focus();
    expect(pointed.pick(document, 'shortcut', posts)?.post.id).toBe('b');
  });

  test('on a page with one post there is no doubt', () => {
    expect(pointed.pick(document, 'menu', [found('only')])?.post.id).toBe('only');
  });

  test('where no post is meant, none is taken', async () => {
    const posts = [found('a'), found('b')];
    const aside = document.createElement('aside');
    aside.textContent = 'menu';
    document.body.append(aside);
    await userEvent.click(aside, { button: 'right' });
    expect(pointed.pick(document, 'menu', posts)).toBeUndefined();
  });
});

describe('draftOf', () => {
  test('proposes the categories that mark, not the clues, and names each filing anew', () => {
    const one = found('a');
    const finding = (category: string, confidence: 'clue' | 'likely') => ({
      rule: category,
      category,
      confidence,
      spans: [],
      counter: [],
    });
    one.findings = [finding('2025-3/fake-staged', 'likely'), finding('2025-2/no-source-label', 'clue')];
    const draft = draftOf(one, 'card');
    expect(draft.categories).toEqual(['2025-3/fake-staged']);
    expect(draft.filing).not.toBe(draftOf(one, 'card').filing);
  });
});
