import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draftOf, PointedPost } from '@/entrypoints/scanner.content/pointed-post';
import { containsComposed } from '@/utils/composed';
import type { ScannedFound } from '@/utils/scan/page-index';

let stop: AbortController;
let pointed: PointedPost;
/** What the page shows at this moment. */
let shown: ScannedFound[];

beforeEach(() => {
  stop = new AbortController();
  pointed = new PointedPost();
  shown = [];
  pointed.follow(document, stop.signal, at);
});
afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

/** The innermost of what is shown around an element; those inside others come later. */
function at(target: Element): ScannedFound | undefined {
  return shown.findLast(({ root }) => containsComposed(root, target));
}

function found(id: string, parent: Element = document.body): ScannedFound {
  const root = document.createElement('article');
  root.style.cssText = 'width: 200px; min-height: 60px; padding: 8px; margin: 8px';
  root.tabIndex = 0;
  root.append(Object.assign(document.createElement('p'), { textContent: id }));
  parent.append(root);
  const post = { key: `demo:note:${id}`, id } as ScannedFound['post'];
  return {
    key: post.key,
    post,
    root,
    fields: {},
    findings: [],
  };
}

describe('PointedPost', () => {
  test('the menu means the innermost post under the right-click', async () => {
    const [outer, other] = [found('outer'), found('other')];
    const inner = found('comment', outer.root);
    shown = [outer, other, inner];
    await userEvent.click(inner.root.querySelector('p')!, { button: 'right' });
    expect(pointed.ofMenu()?.post.id).toBe('comment');
  });

  test('the menu means the post that stood there when it opened, whatever the site shows there later', async () => {
    shown = [found('before')];
    await userEvent.click(shown[0]!.root, { button: 'right' });
    shown = [{ ...shown[0]!, post: { ...shown[0]!.post, id: 'after' } }];
    expect(pointed.ofMenu()?.post.id).toBe('before');
  });

  test('a forged right-click points nowhere', () => {
    shown = [found('a'), found('b')];
    shown[0]!.root.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
    expect(pointed.ofMenu()).toBeUndefined();
  });

  test('a right-click beside all posts means none', async () => {
    shown = [found('a'), found('b')];
    const aside = document.createElement('aside');
    aside.textContent = 'menu';
    document.body.append(aside);
    await userEvent.click(aside, { button: 'right' });
    expect(pointed.ofMenu()).toBeUndefined();
  });

  test('the shortcut means the focused post first', () => {
    shown = [found('a'), found('b')];
    (shown[1]!.root as HTMLElement).focus();
    expect(pointed.ofShortcut(document, at)?.post.id).toBe('b');
  });

  test('posts inside an open shadow root are pointed at like any other', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const shadow = host.attachShadow({ mode: 'open' });
    const [one, two] = [found('one'), found('two')];
    shadow.append(one.root, two.root);
    shown = [one, two];
    await userEvent.click(two.root.querySelector('p')!, { button: 'right' });
    expect(pointed.ofMenu()?.post.id).toBe('two');
    (one.root as HTMLElement).focus();
    expect(pointed.ofShortcut(document, at)?.post.id).toBe('one');
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
