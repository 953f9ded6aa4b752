import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byCategory,
  type Decisions,
  decidable,
  inPageOrder,
  listPosts,
  openPosts,
  tallyCategories,
} from '@/components/groups';
import { CONFIDENCES, type Finding, marksPage, strongest } from '@/utils/model/finding';
import type { ScannedPost } from '@/utils/model/page';
import type { PostKey } from '@/utils/model/post';
import { makeFinding, makePost } from '../../support/builders';

const scanned = (id: string, findings: Finding[]): ScannedPost => ({
  ...makePost({ id, title: id }),
  findings,
});
const NOTHING: Decisions = { reported: [], changed: [], dismissed: [] };
const name = (id: string) => id.toUpperCase();
const texts = (posts: readonly { text: string }[]) => posts.map(({ text }) => text);

describe('the posts of a page', () => {
  const posts = [
    scanned('a', [makeFinding({ confidence: 'clue' }), makeFinding({ confidence: 'likely' })]),
    scanned('b', [makeFinding({ category: 'x', confidence: 'clue' })]),
    scanned('c', []),
    scanned('d', [
      makeFinding({ category: 'y', confidence: 'strong' }),
      makeFinding({ category: 'x', confidence: 'clue' }),
    ]),
    scanned('e', [makeFinding({ confidence: 'strong' })]),
  ];
  const lists = listPosts(posts, NOTHING, name);

  test('count once per category, with their strongest finding there', () => {
    const shown = byCategory('marked', lists).map((group) => [group.name, ...texts(group.posts)]);
    expect(shown).toEqual([
      ['2025-3/FAKE-STAGED', 'e', 'a'],
      ['Y', 'd'],
    ]);
    expect(lists.marked[0]?.categories).toEqual([
      { id: '2025-3/fake-staged', name: '2025-3/FAKE-STAGED', confidence: 'likely' },
    ]);
    const clues = byCategory('clues', lists);
    expect(clues.map((group) => [group.name, ...texts(group.posts)])).toEqual([['X', 'b', 'd']]);
  });

  test('tell all their categories, the strongest first, wherever they are listed', () => {
    expect(lists.marked.find(({ text }) => text === 'd')?.categories.map(({ id }) => id)).toEqual(['y', 'x']);
    expect(tallyCategories(lists.listed)).toEqual([
      {
        id: '2025-3/fake-staged',
        name: '2025-3/FAKE-STAGED',
        counts: { clue: 0, likely: 1, strong: 1 },
        total: 2,
      },
      { id: 'x', name: 'X', counts: { clue: 2, likely: 0, strong: 0 }, total: 2 },
      { id: 'y', name: 'Y', counts: { clue: 0, likely: 0, strong: 1 }, total: 1 },
    ]);
  });

  test('stand in one group in the order of the page', () => {
    expect(inPageOrder('marked', lists).map((group) => texts(group.posts))).toEqual([['a', 'd', 'e']]);
    expect(inPageOrder('clues', lists).map((group) => texts(group.posts))).toEqual([['b']]);
    expect(inPageOrder('marked', listPosts([], NOTHING, name))).toEqual([]);
  });

  test('are decided about together, but marked ones not for a clue', () => {
    const [clue] = byCategory('clues', lists);
    expect(texts(decidable('clues', clue!.posts))).toEqual(['b']);
    expect(texts(decidable('marked', byCategory('marked', lists)[0]!.posts))).toEqual(['e', 'a']);
  });

  test('name each rule once, for a dismissal', () => {
    const rules = ['r/one', 'r/two', 'r/one'].map((rule) => makeFinding({ rule }));
    expect(listPosts([scanned('a', rules)], NOTHING, name).marked[0]?.rules).toEqual(['r/one', 'r/two']);
  });
});

test('dismissed posts are listed apart, also when they were reported; reported ones are told, and changed ones', () => {
  const posts = ['a', 'b', 'c', 'd'].map((id) => scanned(id, [makeFinding()]));
  const [a, b, c] = posts.map(({ key }) => key) as [PostKey, PostKey, PostKey];
  const { marked, dismissed } = listPosts(posts, { reported: [a, b, c], changed: [b], dismissed: [c] }, name);
  expect(marked.map(({ standing }) => standing)).toEqual(['reported', 'changed', 'open']);
  expect(texts(dismissed)).toEqual(['c']);
  expect(texts(openPosts(marked))).toEqual(['d']);
});

const finding = fc.record({
  category: fc.constantFrom('x', 'y', 'z'),
  confidence: fc.constantFrom(...CONFIDENCES),
  rule: fc.constantFrom('r/1', 'r/2', 'r/3'),
});
const page = fc
  .array(fc.tuple(fc.array(finding, { maxLength: 4 }), fc.constantFrom('open', 'reported', 'dismissed')))
  .map((parts) =>
    parts.map(([findings, decision], i) => ({
      post: scanned(`p${i}`, findings.map(makeFinding)),
      decision,
    })),
  );

test('every post with findings is in one list and in a group for each of its categories, no other is', () => {
  fc.assert(
    fc.property(page, (parts) => {
      const posts = parts.map(({ post }) => post);
      const keysOf = (decision: string) =>
        parts.filter((part) => part.decision === decision).map(({ post }) => post.key);
      const lists = listPosts(
        posts,
        { reported: keysOf('reported'), changed: [], dismissed: keysOf('dismissed') },
        name,
      );
      const listed = [...lists.marked, ...lists.clues, ...lists.dismissed].map(({ key }) => key);
      const withFindings = posts.filter(({ findings }) => findings.length > 0).map(({ key }) => key);
      expect(listed.toSorted()).toEqual(withFindings.toSorted());
      for (const { post } of parts) {
        const isMarked = lists.marked.some(({ key }) => key === post.key);
        const isClue = lists.clues.some(({ key }) => key === post.key);
        const strong = strongest(post.findings);
        if (isMarked || isClue) expect(isMarked).toBe(strong !== undefined && strong !== 'clue');
      }
      for (const kind of ['marked', 'clues'] as const) {
        const members = byCategory(kind, lists).flatMap((group) =>
          group.posts.map(({ key }) => `${group.category} ${key}`),
        );
        const expected = posts
          .filter(({ key }) => lists.listed.some((each) => each.key === key))
          .flatMap(({ key, findings }) =>
            [...Map.groupBy(findings, ({ category }) => category)]
              .filter(([, own]) => own.some(marksPage) === (kind === 'marked'))
              .map(([category]) => `${category} ${key}`),
          );
        expect(members.toSorted()).toEqual(expected.toSorted());
      }
    }),
  );
});
