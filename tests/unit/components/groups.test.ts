import { expect, test } from 'vitest';
import { groupPosts } from '@/components/groups';
import type { Finding } from '@/utils/model/finding';
import type { ScannedPost } from '@/utils/model/page';
import { makeFinding, makePost } from '../../support/builders';

const scanned = (id: string, findings: Finding[]): ScannedPost => ({
  ...makePost({ id, title: id }),
  findings,
});
const nothing = { reported: [], dismissed: [] };
const name = (id: string) => id.toUpperCase();

test('a post counts once per category, with its strongest finding there', () => {
  const posts = [
    scanned('a', [makeFinding({ confidence: 'clue' }), makeFinding({ confidence: 'likely' })]),
    scanned('b', [makeFinding({ category: 'x', confidence: 'clue' })]),
    scanned('c', []),
    scanned('d', [makeFinding({ category: 'y', confidence: 'strong' })]),
    scanned('e', [makeFinding({ confidence: 'strong' })]),
  ];
  const { marked, clues, dismissed } = groupPosts(posts, nothing, name);
  const shown = marked.map((group) => [
    group.name,
    ...group.posts.map((post) => `${post.text} ${post.confidence}`),
  ]);
  expect(shown).toEqual([
    ['2025-3/FAKE-STAGED', 'e strong', 'a likely'],
    ['Y', 'd strong'],
  ]);
  expect(clues.map(({ name, posts }) => [name, posts.length])).toEqual([['X', 1]]);
  expect(dismissed).toBe(0);
});

test('posts that the reader dismissed are counted apart, reported ones are told', () => {
  const posts = [scanned('a', [makeFinding()]), scanned('b', [makeFinding()])];
  const [a, b] = posts.map(({ key }) => key) as [string, string];
  const { marked, dismissed } = groupPosts(posts, { reported: [a], dismissed: [b] }, name);
  expect(marked[0]?.posts.map(({ reported }) => reported)).toEqual([true]);
  expect(dismissed).toBe(1);
});
