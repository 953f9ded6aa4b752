import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/reddit';
import { readAnswer } from '@/utils/sites/reddit/answers';
import { isAiFlair } from '@/utils/sites/reddit/flair';
import { isGone } from '@/utils/sites/reddit/gone';
import { commentUrl, postIdIn, postUrl } from '@/utils/sites/reddit/thing-id';

const read = (body: unknown) => readAnswer(new URL('https://www.reddit.com/r/slowboats.json'), body);

describe('surfaces', () => {
  test.each([
    ['/', 'feed'],
    ['/hot', 'feed'],
    ['/r/slowboats/', 'feed'],
    ['/r/slowboats+ships/top/?t=week', 'feed'],
    ['/r/slowboats/comments/1zaaaa1/we_painted/', 'detail'],
    ['/r/slowboats/comments/1zaaaa1/comment/naaaaa1/', 'detail'],
    ['/user/test_sailor/comments/1zaaaa1/mine/', 'detail'],
    ['/comments/1zaaaa1', 'detail'],
    ['/search/?q=a', 'search'],
    ['/r/slowboats/search?q=a', 'search'],
    ['/user/test_sailor/', 'profile'],
    ['/u/test_sailor/comments/', 'profile'],
    ['/settings', undefined],
    ['/r/slowboats/wiki/index', undefined],
    ['/r/slowboats/about', undefined],
  ])('%s is %s', (path, surface) => {
    expect(site.surfaceOf(new URL(path, 'https://www.reddit.com'))).toBe(surface);
  });
});

describe('links', () => {
  test.each([
    [
      't3_1zaaaa1',
      '/r/slowboats/comments/1zaaaa1/we_painted/?utm=1',
      '/r/slowboats/comments/1zaaaa1/we_painted/',
    ],
    ['t3_1zaaaa1', 'https://old.reddit.com/r/slowboats/comments/1zaaaa1/', '/r/slowboats/comments/1zaaaa1/'],
    ['t3_1zaaaa1', '/user/test_sailor/comments/1zaaaa1/mine/', '/user/test_sailor/comments/1zaaaa1/mine/'],
    ['t3_1zaaaa1', '/r/slowboats/comments/1zother/else/', '/comments/1zaaaa1/'],
    ['t3_1zaaaa1', undefined, '/comments/1zaaaa1/'],
  ])('post %s at %s', (id, link, path) => {
    expect(postUrl(id, link)).toBe(`https://www.reddit.com${path}`);
  });

  test.each([
    [
      '/r/slowboats/comments/1zaaaa1/comment/naaaaa1/',
      undefined,
      '/r/slowboats/comments/1zaaaa1/comment/naaaaa1/',
    ],
    [
      '/r/slowboats/comments/1zaaaa1/we_painted/naaaaa1/',
      undefined,
      '/r/slowboats/comments/1zaaaa1/comment/naaaaa1/',
    ],
    [undefined, 't3_1zaaaa1', '/comments/1zaaaa1/comment/naaaaa1/'],
    [undefined, undefined, '/api/info/?id=t1_naaaaa1'],
  ])('comment at %s', (link, post, path) => {
    expect(commentUrl('t1_naaaaa1', link, post)).toBe(`https://www.reddit.com${path}`);
  });

  test('any text gives a post id or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (link) => {
        expect(postIdIn(link) ?? 't3_a').toMatch(/^t3_[a-z0-9]{1,13}$/);
        expect(() => new URL(postUrl('t3_1zaaaa1', link))).not.toThrow();
        expect(() => new URL(commentUrl('t1_naaaaa1', link))).not.toThrow();
      }),
    );
  });
});

describe('flairs', () => {
  test.each([
    ['AI Generated', true],
    ['AI-Generated', true],
    [':robot: AI generated', true],
    ['🤖 Made with AI', true],
    ['AIGC', true],
    ['AI生成', true],
    ['Not AI generated', false],
    ['No AI-generated content', false],
    ['AI generated?', false],
    ['AI-generated art debate', false],
    ['AI discussion', false],
    ['AI', false],
    ['Boomer Story', false],
    ['Maine', false],
    ['', false],
  ])('%s', (flair, expected) => {
    expect(isAiFlair(flair)).toBe(expected);
  });

  test('any text can be asked', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (flair) => {
        expect(isAiFlair(flair)).toBeTypeOf('boolean');
      }),
    );
  });
});

test.each([
  ['[deleted]', true],
  ['[removed]', true],
  ['[ Removed by Reddit ]', true],
  ['[deleted by user]', true],
  ['Comment removed by moderator', true],
  ['Post deleted by user', true],
  ['[deleted] was the whole message', false],
  ['I removed it', false],
  ['', false],
])('%j is gone: %j', (text, expected) => {
  expect(isGone(text)).toBe(expected);
});

describe('data', () => {
  const post = { name: 't3_1zaaaa1', title: 'A', selftext: 'B', author: 'test_sailor' };

  test.each([
    ['a post', post, ['reddit:thread:t3_1zaaaa1']],
    [
      'an old archive’s post',
      { ...post, name: undefined, id: '1zaaaa1', subreddit: 'a' },
      ['reddit:thread:t3_1zaaaa1'],
    ],
    ['a bare id alone', { ...post, name: undefined, id: '1zaaaa1' }, []],
    ['an advert', { ...post, promoted: true }, []],
    ['a removed post', { ...post, removed_by_category: 'moderator' }, []],
    ['a deleted text', { ...post, selftext: '[deleted]' }, []],
    ['a community', { name: 't5_aaaaa', title: 'A', author: 'x' }, []],
    ['a comment', { name: 't1_naaaaa1', body: 'A', author: 'b' }, ['reddit:comment:t1_naaaaa1']],
    ['a deleted comment', { name: 't1_naaaaa1', body: '[removed]', author: '[deleted]' }, []],
  ])('%s', (_, item, keys) => {
    expect(read({ data: item })?.map(({ key }) => key)).toEqual(keys);
  });

  test('a closed account is nobody, and no flair proves nothing', () => {
    const [found] = read({ ...post, author: '[deleted]', link_flair_text: null }) ?? [];
    expect(found?.author).toEqual({});
    expect(found?.labels.state).toBe('unknown');
  });

  test('answers of other hosts are not read', () => {
    expect(readAnswer(new URL('https://notreddit.com/r/a.json'), post)).toBeUndefined();
  });

  test('nothing that stands in an answer throws', () => {
    const item = fc.record(
      {
        name: fc.oneof(fc.constantFrom('t3_1zaaaa1', 't1_naaaaa1'), fc.anything()),
        title: fc.anything(),
        body: fc.anything(),
        author: fc.oneof(fc.string(), fc.anything()),
        selftext: fc.anything(),
        created_utc: fc.anything(),
        media: fc.anything(),
        media_metadata: fc.anything(),
        link_flair_text: fc.anything(),
        score: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (items) => {
        expect(Array.isArray(read({ data: { children: items } }))).toBe(true);
      }),
    );
  });
});
