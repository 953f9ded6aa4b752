import { afterEach, describe, expect, test } from 'vitest';
import { Feed } from '@/scripts/bench/page/inside/feed';
import { ReadSpy } from '@/scripts/bench/page/inside/read-spy';
import { registered } from '@/scripts/bench/page/inside/registered';
import { createMarkJs, createWrapper, Rival, readPosts } from '@/scripts/bench/page/inside/rivals';
import { posts } from './support';

afterEach(() => {
  document.body.replaceChildren();
  CSS.highlights.clear();
});

function element(html: string): Element {
  const post = document.createElement('article');
  post.className = 'post';
  post.innerHTML = html;
  document.body.append(post);
  return post;
}

const marked = () => Array.from(document.querySelectorAll('mark'), ({ textContent }) => textContent);

describe('what ours is measured beside', () => {
  test('the wrapper puts every word into a span of its own and leaves the text', () => {
    const post = element('<p>甲乙丙<b>丁戊</b></p>己甲乙');
    const text = post.textContent;
    createWrapper(['甲乙', '乙丙', '丁戊', '己'])([post]);
    expect(marked()).toEqual(['乙丙', '丁戊', '己', '甲乙']);
    expect(post.textContent).toBe(text);
  });

  test('mark.js marks the longest of words that start alike, and takes signs as they are', () => {
    createMarkJs(['甲乙', '甲乙丙', 'a.b'])([element('<p>甲乙丙 aXb A.B</p>')]);
    expect(marked()).toEqual(['甲乙丙', 'A.B']);
  });

  test('the floor changes nothing', () => {
    const post = element('<p>甲乙</p>');
    const before = post.outerHTML;
    readPosts([post]);
    expect(post.outerHTML).toBe(before);
  });

  test('a rival marks what is there and what comes, its own changes left out', async () => {
    const feed = new Feed(posts.slice(0, 3));
    const calls: number[] = [];
    const wrap = createWrapper(posts.slice(0, 5).map(({ author }) => author));
    const rival = new Rival(feed, (all) => {
      calls.push(all.length);
      wrap(all);
    });
    rival.start();
    feed.append(posts.slice(3, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toEqual([3, 2]);
    expect(marked().length).toBeGreaterThanOrEqual(5);
    rival.stop();
    feed.append(posts.slice(5, 7));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toEqual([3, 2]);
  });
});

describe('the spy on reading', () => {
  test.each<[how: string, css: string, look: (element: HTMLElement) => unknown]>([
    ['the text', '.text', ({ textContent }) => textContent],
    ['the words as shown', '.card', ({ innerText }) => innerText],
    ['the children', '.text', ({ firstChild }) => firstChild],
    ['a query', '.card', (card) => card.querySelectorAll('.count')],
  ])('sees a post that is looked into by %s', (_, css, look) => {
    const feed = new Feed(posts.slice(0, 3));
    const element = feed.posts[1]!.querySelector<HTMLElement>(css)!;
    const spy = new ReadSpy();
    look(element);
    look(element);
    expect(spy.take()).toEqual({ posts: 1, lookups: 2 });
    expect(spy.take()).toEqual({ posts: 0, lookups: 0 });
    spy.stop();
    look(element);
    expect(spy.take()).toEqual({ posts: 0, lookups: 0 });
  });

  test('walking up from a change and asking the whole page is no look into a post', () => {
    const feed = new Feed(posts.slice(0, 3));
    const count = feed.posts[0]!.querySelector('.count')!;
    const spy = new ReadSpy();
    count.closest('article');
    count.parentNode?.parentNode?.contains(count);
    document.querySelectorAll('article');
    expect(spy.take()).toEqual({ posts: 0, lookups: 0 });
    spy.stop();
  });
});

test('registered ranges are counted, live ones and those left behind too', () => {
  const post = element('<p>甲</p><p>乙</p>');
  const [first, second] = post.querySelectorAll('p') as unknown as [Element, Element];
  const place = (node: Element) => ({
    startContainer: node,
    startOffset: 0,
    endContainer: node,
    endOffset: 1,
  });
  const live = document.createRange();
  live.selectNodeContents(first);
  CSS.highlights.set('a', new Highlight(new StaticRange(place(first)), live));
  CSS.highlights.set('b', new Highlight(new StaticRange(place(second))));
  expect(registered()).toEqual({ ranges: 3, live: 1, detached: 0 });
  second.remove();
  expect(registered()).toEqual({ ranges: 3, live: 1, detached: 1 });
});
