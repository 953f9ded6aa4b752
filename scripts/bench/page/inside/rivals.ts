import Mark from 'mark.js';
import { loadFoldTable } from '../../../../utils/rules/fold/index.ts';
import { TermMatcher } from '../../../../utils/rules/matcher/term-matcher.ts';
import type { Feed } from './feed.ts';

/** Marks words in some posts, once. */
export type MarkPosts = (posts: readonly Element[]) => void;

/** The least that any method does: it reads what the posts say. */
export const readPosts: MarkPosts = (posts) => {
  for (const post of posts) if (post.textContent === null) throw new Error('An element without a text');
};

/** As mark.js is used for many words: one pattern of all of them. */
export function createMarkJs(terms: readonly string[]): MarkPosts {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map((term) => RegExp.escape(term)).join('|'), 'gi');
  return (posts) => new Mark(posts).markRegExp(pattern);
}

/** The usual way: every text node is searched, and what is found is put into an element of its own. */
export function createWrapper(terms: readonly string[]): MarkPosts {
  const matcher = TermMatcher.build(terms, loadFoldTable());
  return (posts) => {
    for (const post of posts) {
      const nodes: Text[] = [];
      const walker = document.createTreeWalker(post, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
      for (const node of nodes) wrapHits(node, matcher);
    }
  };
}

function wrapHits(node: Text, matcher: TermMatcher): void {
  const { count, triples } = matcher.scan(node.data);
  const words = Array.from({ length: count }, (_, i) => [triples[3 * i]!, triples[3 * i + 1]!] as const);
  let end = node.length;
  // From the last to the first, so that offsets stay; of words over one another the last is taken.
  for (const [from, to] of words.reverse()) {
    if (to > end) continue;
    const word = node.splitText(from);
    word.splitText(to - from);
    const mark = document.createElement('mark');
    word.replaceWith(mark);
    mark.append(word);
    end = from;
  }
}

/** Marks nothing: puts one element over the page, as any site does with a button or a notice. */
export class AddedElement {
  readonly #element = document.createElement('div');

  once(): void {
    this.#element.style.cssText = 'position: fixed; inset: auto 8px 8px auto; width: 24px; height: 24px';
    document.documentElement.append(this.#element);
  }

  start(): void {
    this.once();
  }

  stop(): void {
    this.#element.remove();
  }
}

/** Marks what is there, and what is added later. Its own changes are not answered. */
export class Rival {
  readonly #observer: MutationObserver;

  constructor(
    readonly feed: Feed,
    readonly mark: MarkPosts,
  ) {
    this.#observer = new MutationObserver((records) => {
      this.mark(records.flatMap(({ addedNodes }) => [...addedNodes].filter(isPost)));
      this.#observer.takeRecords();
    });
  }

  once(): void {
    this.mark(this.feed.posts);
  }

  start(): void {
    this.once();
    this.#observer.observe(this.feed.element, { childList: true, subtree: true });
  }

  stop(): void {
    this.#observer.disconnect();
  }
}

function isPost(node: Node): node is Element {
  return node instanceof Element && node.matches('article.post');
}
