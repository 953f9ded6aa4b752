import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Post } from '@/utils/model/post';
import { NO_LABELS, UNKNOWN_LABELS } from '@/utils/model/post';
import { collect } from '@/utils/scan/collect';
import type { Place } from '@/utils/scan/page-index';
import { Slices } from '@/utils/scan/slices';
import { makeFinding, makePost } from '../../support/builders';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

interface Parts {
  title?: string;
  labels?: Post['labels'];
  isFound?: boolean;
}

/** A place with a post that was read there; its element stands at the end of the page. */
function place(id: string, { title = '标题', labels = NO_LABELS, isFound = false }: Parts = {}): Place {
  const root = document.body.appendChild(document.createElement('article'));
  const post = makePost({ id, title, labels });
  const shape = { kind: 'note', required: ['title'] };
  const found = { key: post.key, root, fields: {}, post, findings: isFound ? [makeFinding()] : [] };
  const reading = { ...post, shape, root, showsAnything: true };
  return { root, reading, found, isAwaited: false, isBeside: false } as unknown as Place;
}
const known = { status: 'ok' as const, posts: 99, missing: [] };

describe('collect', () => {
  test('makes plain data of the posts that rules found, in the order of the document', async () => {
    const [one, two, three] = [place('1', { isFound: true }), place('2'), place('3', { isFound: true })];
    const { posts } = await collect([three, two, one], 'found');
    expect(posts.map(({ id }) => id)).toEqual(['1', '3']);
    expect(posts[0]).toEqual({ ...one.found!.post, findings: [makeFinding()] });
    expect(structuredClone(posts)).toEqual(posts);
  });

  test('gives all of them where all are asked for', async () => {
    const { posts } = await collect([place('1', { isFound: true }), place('2')], 'all');
    expect(posts.map(({ findings }) => findings.length)).toEqual([1, 0]);
  });

  test('counts labels and lacks of all posts, also of those that it does not give', async () => {
    const all = [
      place('1'),
      place('2', { title: '' }),
      place('3', { labels: UNKNOWN_LABELS }),
      { ...place('4'), reading: undefined } as unknown as Place,
    ];
    const { posts, judge } = await collect(all, 'found');
    expect(posts).toEqual([]);
    expect(judge(known, document)).toEqual({
      status: 'partial',
      posts: 3,
      missing: ['note.title'],
      labelsRead: 2,
    });
  });

  test.each(['waiting', 'layout-changed', 'not-a-post'] as const)(
    'leaves it at that a page is %s',
    async (status) => {
      const { judge } = await collect([place('1')], 'all');
      const health = { status, posts: 0, missing: [] };
      expect(judge(health, document)).toEqual({ ...health, labelsRead: 1 });
    },
  );

  test('lets the page have its turn between two posts', async () => {
    const breathe = vi.spyOn(Slices.prototype, 'breathe');
    await collect([place('1', { isFound: true }), place('2')], 'found');
    expect(breathe).toHaveBeenCalledTimes(3);
  });
});
