import { afterEach, describe, expect, test } from 'vitest';
import { Feed } from '@/scripts/bench/page/inside/feed';
import { counterNodes } from '@/scripts/bench/page/inside/post-element';
import { readings, site } from '@/scripts/bench/page/inside/site';
import { readPage } from '@/utils/sites/read-page';
import { posts } from './support';

const URL_OF_FEED = new URL('https://bench.qingjian.example/');
const read = () => readPage(site, document, URL_OF_FEED, new Date('2026-11-22T00:00:00Z')).found;
const nodesIn = (root: Element) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  let count = 1;
  while (walker.nextNode()) count++;
  return count;
};

afterEach(() => document.body.replaceChildren());

describe('the generated feed', () => {
  test('has posts of about as many nodes as those of real sites', () => {
    const counts = new Feed(posts).posts.map(nodesIn);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(55);
    expect(Math.max(...counts)).toBeLessThanOrEqual(85);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(60);
    expect(mean).toBeLessThan(72);
  });

  test('is read by its definition, every field of it', () => {
    new Feed(posts.slice(0, 40));
    const found = read().map(({ post }) => post);
    expect(found.map(({ id }) => id)).toEqual(posts.slice(0, 40).map(({ id }) => id));
    found.forEach((post, i) => {
      const { authorId, author, title, body, counts } = posts[i]!;
      expect(post.author).toMatchObject({ id: authorId, name: author });
      expect([post.title === '', post.labels.state]).toEqual([
        title === '',
        posts[i]!.label ? 'seen' : 'none',
      ]);
      const [like, comment, collect, share] = counts;
      expect(post.counts).toEqual({ like, comment, collect, share });
      expect(post.hashtags).toEqual(body.flatMap(({ kind, text }) => (kind === 'tag' ? [text] : [])));
      expect(post.publishedAt).toBeDefined();
      expect(post.text.replace(/[\s\u200b]/g, '')).toBe(
        body
          .map(({ kind, text }) => (kind === 'tag' ? `#${text}` : text))
          .join('')
          .replace(/[\s\u200b]/g, ''),
      );
    });
  });

  test.each(['reuse', 'renew'] as const)('%s lets other posts pass through as many places', (how) => {
    const feed = new Feed(posts.slice(0, 6));
    const before = feed.posts;
    feed[how](posts.slice(6, 8));
    expect(read().map(({ post }) => post.id)).toEqual(posts.slice(2, 8).map(({ id }) => id));
    const isSame = before.every((element) => element.isConnected);
    expect(isSame).toBe(how === 'reuse');
  });

  test('gives its counters, which can be counted up', () => {
    const feed = new Feed(posts.slice(0, 2));
    const counters = feed.posts.flatMap(counterNodes);
    expect(counters).toHaveLength(8);
    counters[4]!.nodeValue = '77';
    expect(read()[1]!.post.counts.like).toBe(77);
  });

  test('counts how often its posts are read', () => {
    new Feed(posts.slice(0, 5));
    readings.count = 0;
    for (const { post } of read()) expect(post.url).toMatch(/^https:/);
    expect(readings.count).toBe(5);
  });
});
