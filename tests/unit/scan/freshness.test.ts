// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Post } from '@/utils/model/post';
import { Freshness } from '@/utils/scan/freshness';
import type { FoundPost } from '@/utils/sites/read-post';
import { makePost } from '../../support/builders';

type Shown = FoundPost['shown'];
const A: Shown = { title: '第一条', text: '甲的正文', author: '甲' };
const B: Shown = { title: '第二条', text: '乙的正文', author: '乙' };
const EMPTY: Shown = { title: '', text: '', author: '' };

const base = (post: Post) => ({ key: post.key, kind: post.kind, id: post.id, post, fields: {} });

/** One look at a page that shows this under that address. */
function look(
  freshness: Freshness,
  id: string,
  shown: Shown,
  now: number,
  idFrom: FoundPost['idFrom'] = 'address',
) {
  const root = document.createElement('article');
  const { found, pending } = freshness.sift(
    [{ ...base(makePost({ id })), root, idFrom, shown }],
    `https://www.example.com/${id}`,
    now,
  );
  return { ids: found.map(({ post }) => post.id), pending };
}
const seen = (id: string) => ({ ids: [id], pending: false });
const held = { ids: [], pending: true };

describe('Freshness', () => {
  test('the first post of a page is taken as it is', () => {
    expect(look(new Freshness(), 'a', A, 0)).toEqual(seen('a'));
  });

  test('the first post after a page that showed none may be filled in before its address comes', () => {
    const freshness = new Freshness();
    freshness.sift([], 'https://www.example.com/list', 0);
    expect(look(freshness, 'removed', A, 100)).toEqual(held);
    expect(look(freshness, 'a', A, 150)).toEqual(held);
    expect(look(freshness, 'a', A, 450)).toEqual(seen('a'));
  });

  test('content that has not followed the address is held back, however long it takes', () => {
    const freshness = new Freshness();
    look(freshness, 'a', A, 0);
    for (const now of [10, 400, 5_000, 60_000]) expect(look(freshness, 'b', A, now)).toEqual(held);
  });

  test('new content under a new address is taken when it has stood still', () => {
    const freshness = new Freshness();
    look(freshness, 'a', A, 0);
    expect(look(freshness, 'b', { ...A, title: B.title }, 100)).toEqual(held);
    expect(look(freshness, 'b', B, 200)).toEqual(held);
    expect(look(freshness, 'b', B, 300)).toEqual(held);
    expect(look(freshness, 'b', B, 500)).toEqual(seen('b'));
  });

  test('content that runs ahead of the address is held back', () => {
    const freshness = new Freshness();
    look(freshness, 'a', A, 0);
    expect(look(freshness, 'a', B, 1_000)).toEqual(held);
    expect(look(freshness, 'a', B, 5_900)).toEqual(held);
    look(freshness, 'b', B, 5_950);
    expect(look(freshness, 'b', B, 6_300)).toEqual(seen('b'));
  });

  test('content that is replaced and keeps its address was edited, as titles of live rooms are', () => {
    const freshness = new Freshness();
    look(freshness, 'a', A, 0);
    expect(look(freshness, 'a', { ...A, title: '换了标题' }, 1_000)).toEqual(held);
    expect(look(freshness, 'a', { ...A, title: '换了标题' }, 6_000)).toEqual(seen('a'));
  });

  test('a post that is filled in, unfolded or named later stays the same post', () => {
    const freshness = new Freshness();
    look(freshness, 'a', { title: '', text: '这是一段很长的正文，先折叠…', author: '' }, 0);
    expect(
      look(freshness, 'a', { title: '', text: '这是一段很长的正文，先折叠后来展开了', author: '' }, 10),
    ).toEqual(seen('a'));
    expect(
      look(freshness, 'a', { title: '题', text: '这是一段很长的正文，先折叠后来展开了', author: '甲' }, 20),
    ).toEqual(seen('a'));
  });

  test('going back to where the content is from needs no waiting', () => {
    const freshness = new Freshness();
    look(freshness, 'a', A, 0);
    look(freshness, 'b', A, 10);
    expect(look(freshness, 'a', A, 20)).toEqual(seen('a'));
  });

  test('a page that shows nothing is taken as it was loaded, and held back after a navigation', () => {
    const freshness = new Freshness();
    expect(look(freshness, 'a', EMPTY, 0)).toEqual(seen('a'));
    expect(look(freshness, 'b', EMPTY, 10)).toEqual(held);
    expect(look(freshness, 'a', EMPTY, 20)).toEqual(held);
  });

  test.each(['element', 'component'] as const)('an id from the %s itself needs no guard', (idFrom) => {
    const freshness = new Freshness();
    look(freshness, 'a', A, 0, idFrom);
    expect(look(freshness, 'b', A, 1, idFrom)).toEqual(seen('b'));
  });

  describe('what people say under a post', () => {
    const said = (id: string, root: Element, text: string): FoundPost => ({
      ...base(makePost({ id, kind: 'comment' })),
      root,
      idFrom: 'derived',
      shown: { title: '', text, author: '读者' },
    });
    const at = (page: string) => `https://www.example.com/${page}`;
    const ids = ({ found }: { found: FoundPost[] }) => found.map(({ post }) => post.id);

    test('is held back while its words belong to the post before', () => {
      const freshness = new Freshness();
      const root = document.createElement('li');
      expect(ids(freshness.sift([said('a-1', root, '好看')], at('a'), 0))).toEqual(['a-1']);
      expect(freshness.sift([said('b-1', root, '好看')], at('b'), 5_000)).toEqual({
        found: [],
        pending: true,
      });
      freshness.sift([said('b-2', root, '真好')], at('b'), 5_100);
      expect(ids(freshness.sift([said('b-2', root, '真好')], at('b'), 5_500))).toEqual(['b-2']);
    });

    test('is held back together with a post that has not followed the address, whatever its own id is', () => {
      const freshness = new Freshness();
      const root = document.createElement('article');
      const post = (id: string): FoundPost => ({
        ...base(makePost({ id })),
        root,
        idFrom: 'address',
        shown: A,
      });
      const comment: FoundPost = { ...said('1', document.createElement('li'), '好看'), idFrom: 'element' };
      expect(ids(freshness.sift([post('a'), comment], at('a'), 0))).toHaveLength(2);
      expect(ids(freshness.sift([post('b'), comment], at('b'), 10))).toEqual([]);
    });

    test('on the first page it is there at once', () => {
      const comment = said('a-1', document.createElement('li'), '好看');
      expect(ids(new Freshness().sift([comment], at('a'), 0))).toEqual(['a-1']);
    });
  });

  test('whatever the order in which address and content change, no post gets content of another', () => {
    const contents: Record<string, Shown> = {
      a: A,
      b: B,
      c: { title: '第三条', text: '丙的正文', author: '甲' },
    };
    const ids = fc.constantFrom('a', 'b', 'c');
    // Each step moves the address or the content; time passes between looks.
    const steps = fc.array(
      fc.tuple(fc.constantFrom('address', 'content'), ids, fc.integer({ min: 1, max: 250 })),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(steps, (moves) => {
        const freshness = new Freshness();
        let [address, content, now] = ['a', 'a', 0];
        look(freshness, address, contents[content]!, now);
        for (const [what, to, passed] of moves) {
          // A site brings the two together again before it moves on.
          if (address !== content) {
            if (what === 'address') address = content;
            else content = address;
          } else if (what === 'address') address = to;
          else content = to;
          now += passed;
          const { ids: shown } = look(freshness, address, contents[content]!, now);
          if (address !== content) expect(shown).toEqual([]);
        }
        now += 1_000;
        if (address === content) {
          look(freshness, address, contents[content]!, now);
          expect(look(freshness, address, contents[content]!, now + 400)).toEqual(seen(address));
        }
      }),
    );
  });
});
