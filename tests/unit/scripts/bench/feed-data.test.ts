import { describe, expect, test } from 'vitest';
import { generateFeed } from '@/scripts/bench/page/feed-data';
import { createPack } from '@/scripts/bench/page/pack';
import { generateTerms } from '@/scripts/bench/terms';
import { UNKNOWN_LABELS } from '@/utils/model/post';
import { compilePacks } from '@/utils/rules/compile';
import { linkRules, matchPost } from '@/utils/rules/match';

const list = generateTerms(12_000);
const terms = list.slice(0, 2_000);
const feed = generateFeed(list, 900);
const textOf = (index: number) => feed[index]!.body.map(({ text }) => text).join('');

describe('a generated feed', () => {
  test('is the same in every run', () => {
    expect(generateFeed(list, 30)).toEqual(feed.slice(0, 30));
    expect(generateFeed(list, 30, 14)).not.toEqual(feed.slice(0, 30));
  });

  test('shows every post once, and the same author under the same name', () => {
    expect(new Set(feed.map(({ id }) => id)).size).toBe(feed.length);
    const names = new Map(feed.map(({ authorId, author }) => [authorId, author]));
    expect(names.size).toBeLessThan(feed.length);
    expect(feed.every(({ authorId, author }) => names.get(authorId) === author)).toBe(true);
  });

  test('has bodies in pieces, titles and labels on some posts, and times that a reader sees', () => {
    const share = (test: (post: (typeof feed)[number]) => boolean) => feed.filter(test).length / feed.length;
    expect(share(({ title }) => title !== '')).toBeCloseTo(1 / 3, 2);
    expect(share(({ label }) => label !== '')).toBeGreaterThan(0.01);
    expect(share(({ label }) => label !== '')).toBeLessThan(0.1);
    expect(share(({ body }) => body.length > 2)).toBeGreaterThan(0.8);
    expect(share(({ body }) => body.some(({ kind }) => kind === 'tag'))).toBeGreaterThan(0.5);
    for (const kind of ['strong', 'link'])
      expect(share(({ body }) => body.some((one) => one.kind === kind))).toBeGreaterThan(0.3);
    expect(feed.every(({ time }) => /^2026-1[01]-\d\d \d\d:\d\d$/.test(time))).toBe(true);
    expect(feed.every(({ body }) => body.every(({ text }) => text !== '' && text.isWellFormed()))).toBe(true);
  });
});

describe('the pack of the bench', () => {
  const pack = createPack(terms);
  const program = compilePacks([pack], []);
  const rules = linkRules(program);
  const find = (text: string) =>
    matchPost(rules, { title: '', text, hashtags: [], labels: UNKNOWN_LABELS, kind: 'note', author: {} });

  test('spreads all terms over rules of every category', () => {
    expect(program.rules).toHaveLength(40);
    expect(new Set(program.rules.map(({ category }) => category)).size).toBe(17);
    expect(new Set(program.rules.map(({ id }) => id)).size).toBe(40);
  });

  test('marks a post for any of its terms, and no other post', () => {
    for (const term of [terms[0]!, terms[49]!, terms[50]!, terms.at(-1)!]) {
      const found = find(`。${term}。`);
      expect(found.flatMap(({ spans }) => spans.map(({ text }) => text))).toContain(term);
      expect(found.every(({ confidence }) => confidence === 'likely')).toBe(true);
    }
    expect(find('。')).toEqual([]);
  });

  test('finds its words in some posts of the feed, not in most', () => {
    const marked = feed.filter((_, index) => find(textOf(index)).length > 0).length / feed.length;
    expect(marked).toBeGreaterThan(0.05);
    expect(marked).toBeLessThan(0.5);
  });
});
