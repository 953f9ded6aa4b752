import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MediaBook } from '@/utils/evidence/page/media-book';
import type { MediaCheck, MediaTrouble } from '@/utils/model/media-check';
import { type Media, postKey } from '@/utils/model/post';
import { HINT, LABEL, makeCheck } from '../../../support/media-checks';

const key = postKey('demo', 'note', '1');
const url = 'https://demo.example/1';
const picture = (name: string, query = ''): Media => ({
  type: 'image',
  url: `https://img.example/${name}.jpg${query}`,
});
const [A, B] = [picture('a'), picture('b')] as const;
const NOTHING = (media: Media): MediaCheck => makeCheck({ media });
const marked = (media: Media): MediaCheck => makeCheck({ media, verdict: 'ai', evidence: [LABEL] });
const kept = (trouble: MediaTrouble) => (media: Media) =>
  makeCheck({ media, verdict: 'unreadable', trouble });

function bookOf(media: Media[], checkOf = NOTHING): MediaBook {
  const book = new MediaBook();
  book.end(key, book.begin(key, media, false), checkOf);
  return book;
}

describe('asking', () => {
  test('is done once for each address, also while it is asked about', () => {
    const book = new MediaBook();
    expect(book.begin(key, [A, B, A], false)).toEqual([A, B]);
    expect(book.begin(key, [A], false)).toEqual([]);
    book.end(key, [A, B], NOTHING);
    expect(book.begin(key, [picture('b', '#top')], false)).toEqual([]);
    const other = picture('a', '?id=2');
    expect(book.begin(key, [other], false), 'a query may name another file').toEqual([other]);
    expect(book.begin(key, [{ ...A, url: A.url.replace('https', 'http') }], true)).toEqual([]);
    expect(book.begin(postKey('demo', 'note', '2'), [A], false)).toEqual([A]);
  });

  test('is done again where something passing was in the way and the reader asks', () => {
    for (const trouble of ['not-allowed', 'refused', 'network', 'slow', 'paused', 'stopped'] as const) {
      const book = bookOf([A], kept(trouble));
      expect(book.begin(key, [A], false)).toEqual([]);
      expect(book.begin(key, [A], true)).toEqual([A]);
      expect(book.begin(key, [A], true)).toEqual([]);
    }
    for (const trouble of ['stream', 'damaged', 'budget', 'unchecked'] as const)
      expect(bookOf([A], kept(trouble)).begin(key, [A], true)).toEqual([]);
  });

  test('is not done for ever where a page gives its picture one address after another', () => {
    const book = new MediaBook();
    let asked = 0;
    for (let second = 0; second < 5_000; second++) {
      const media = book.begin(key, [picture('a', `?at=${second}`)], false);
      asked += media.length;
      book.end(key, media, NOTHING);
    }
    expect(asked).toBe(300);
    expect(book.begin(key, [B], true), 'but for the reader').toEqual([B]);
  });

  test('is done again by itself for what was forgotten', () => {
    const book = new MediaBook();
    book.begin(key, [A, B], false);
    book.end(key, [A], kept('not-allowed'));
    book.forgetPassing();
    expect(book.begin(key, [A, B], false)).toEqual([A]);
    book.end(key, [A, B], NOTHING);
    book.forgetPassing();
    expect(book.begin(key, [A, B], false)).toEqual([]);
  });

  test('without an answer leaves the file as if it had not been asked about', () => {
    const book = bookOf([A], () => undefined as unknown as MediaCheck);
    expect(book.progressOf([key])).toEqual({ done: 0, total: 0 });
    expect(book.begin(key, [A], false)).toEqual([A]);
  });
});

describe('what is known of a post', () => {
  test('are the checks of its own files in its order, each as the post names it now', () => {
    const book = bookOf([A, B, picture('elsewhere')], marked);
    const now = { ...A, url: A.url.replace('https', 'http') };
    const post = { key, url, media: [B, now] };
    expect(book.checksOf(post).map(({ media }) => media)).toEqual([B, now]);
    expect(book.viewOf(post)).toMatchObject({ files: 2, isRunning: false });
    expect(book.checksOf({ key, url })).toEqual([]);
  });

  test('is a film without an address under that of the post', () => {
    const film: Media = { type: 'video', url };
    const book = bookOf([film], kept('stream'));
    expect(book.viewOf({ key, url, media: [A] })).toMatchObject({
      files: 2,
      checks: [{ media: film, trouble: 'stream' }],
    });
    expect(new MediaBook().viewOf({ key, url, media: [A] })).toEqual({
      files: 1,
      checks: [],
      isRunning: false,
    });
  });

  test('is being found out while one of its files is asked about', () => {
    const book = bookOf([A]);
    book.begin(key, [B], false);
    expect(book.viewOf({ key, url, media: [A, B] })).toMatchObject({
      isRunning: true,
      checks: [{ media: A }],
    });
    expect(book.viewOf({ key, url, media: [A] }).isRunning).toBe(false);
    expect(book.progressOf([key, postKey('demo', 'note', '2')])).toEqual({ done: 1, total: 2 });
  });

  test('is evidence for rules only where it counts', () => {
    expect(bookOf([A], marked).evidenceOf(key)).toEqual({ kind: 'ai', strength: 'B1' });
    expect(bookOf([A]).evidenceOf(key)).toBeUndefined();
    const hinted = (media: Media) => makeCheck({ media, verdict: 'ai', evidence: [HINT] });
    expect(bookOf([A], hinted).evidenceOf(key)).toBeUndefined();
    expect(new MediaBook().evidenceOf(key)).toBeUndefined();
  });
});

describe('memory', () => {
  const keyOf = (number: number) => postKey('demo', 'note', String(number));

  test('holds two thousand posts, and those that are asked about besides', () => {
    const book = new MediaBook();
    for (let i = 0; i <= 2_001; i++) {
      book.begin(keyOf(i), [A], false);
      if (i !== 1) book.end(keyOf(i), [A], marked);
    }
    const known = (number: number) => book.progressOf([keyOf(number)]).total;
    expect([0, 1, 2, 3, 2_001].map(known)).toEqual([0, 1, 0, 1, 1]);
    expect(book.evidenceOf(keyOf(0))).toBeUndefined();
  });

  test('asks for each file once and has all of it done, in whatever order things come', () => {
    const names = ['a', 'b', 'c', 'd'];
    const step = fc.oneof(
      fc.record({
        ask: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
        post: fc.constantFrom(1, 2, 3),
        sign: fc.constantFrom('', '#s=1', '#s=2'),
      }),
      fc.record({ answer: fc.nat(5) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const book = new MediaBook();
        const asked = new Map<string, number>();
        const open: { post: number; media: Media[] }[] = [];
        const answer = (at: number) => {
          for (const { post, media } of open.splice(at, 1)) book.end(keyOf(post), media, NOTHING);
        };
        for (const each of steps) {
          if ('answer' in each) answer(each.answer);
          else {
            const wanted = each.ask.map((name) => picture(name, each.sign));
            const media = book.begin(keyOf(each.post), wanted, false);
            for (const { url: address } of media) {
              const file = `${each.post} ${address.split('#')[0]}`;
              asked.set(file, (asked.get(file) ?? 0) + 1);
            }
            if (media.length > 0) open.push({ post: each.post, media });
          }
          const { done, total } = book.progressOf([1, 2, 3].map(keyOf));
          expect(total - done).toBe(open.flatMap(({ media }) => media).length);
        }
        while (open.length > 0) answer(0);
        const { done, total } = book.progressOf([1, 2, 3].map(keyOf));
        expect([done, total]).toEqual([asked.size, asked.size]);
        expect([...asked.values()].every((times) => times === 1)).toBe(true);
      }),
    );
  });
});
