// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/x';
import { readAnswer } from '@/utils/sites/x/answers';
import { bridge } from '@/utils/sites/x/bridge';
import { createdAt, linkedPost, postUrl } from '@/utils/sites/x/post-id';
import { readTweet } from '@/utils/sites/x/read-data';

const ID = '1991000000000000001';
const TIME = 'Wed Nov 19 03:00:00 +0000 2025';
const status = (fields: Record<string, unknown> = {}) => ({
  id_str: ID,
  created_at: TIME,
  full_text: 'Words',
  user: { screen_name: 'jun_k', name: 'Jun' },
  ...fields,
});
const labelsOf = (fields: Record<string, unknown>) => readTweet(status(fields))?.fields.labels;

describe('surfaces', () => {
  test.each([
    ['/', 'feed'],
    ['/home', 'feed'],
    ['/notifications/mentions', 'feed'],
    ['/i/lists/1', 'feed'],
    ['/explore/tabs/for-you', 'feed'],
    ['/search?q=a', 'search'],
    ['/hashtag/pottery', 'search'],
    [`/jun_k/status/${ID}`, 'detail'],
    [`/jun_k/status/${ID}/photo/1`, 'detail'],
    [`/i/web/status/${ID}`, 'detail'],
    [`/i/status/${ID}`, 'detail'],
    ['/jun_k', 'profile'],
    ['/jun_k/with_replies', 'profile'],
    ['/i', undefined],
    ['/i/flow/login', undefined],
    ['/settings/account', undefined],
    ['/messages/1-2', undefined],
    ['/login', undefined],
    ['/compose/post', undefined],
  ])('%s is %s', (path, surface) => {
    expect(site.surfaceOf(new URL(path, 'https://x.com'))).toBe(surface);
  });
});

describe('ids', () => {
  test.each([
    ['/jun_k/status/123456', { handle: 'jun_k', id: '123456' }],
    ['https://twitter.com/jun_k/statuses/123456?s=20', { handle: 'jun_k', id: '123456' }],
    ['/jun_k/status/123456/photo/1', { handle: 'jun_k', id: '123456' }],
    ['/jun_k', undefined],
    ['/jun_k/status/', undefined],
  ])('%s', (link, expected) => {
    expect(linkedPost(link)).toEqual(expected);
  });

  test('a post has the short form as its address while nobody says whose it is', () => {
    expect(postUrl('123456')).toBe('https://x.com/i/status/123456');
  });

  test('the high bits of an id are its time', () => {
    // 2,000,000,000 milliseconds after the first day of such ids.
    expect(createdAt(String(2_000_000_000n << 22n))).toBe('2010-11-27T05:16:14.657Z');
    expect(createdAt('20')).toBeUndefined();
    expect(createdAt('x')).toBeUndefined();
  });

  test('any time comes back from the id made of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 900_000_000_000 }), fc.nat(4_194_303), (ms, low) => {
        const id = (BigInt(ms) << 22n) | BigInt(low);
        expect(createdAt(String(id))).toBe(new Date(1_288_834_974_657 + ms).toISOString());
      }),
    );
  });
});

describe('labels of data', () => {
  const pivot = { title: 'Readers added context', subtitle: { text: 'From 2019.' } };
  test.each([
    ['a note', { birdwatch_pivot: pivot, has_birdwatch_notes: true }, ['note']],
    ['an advert', { promoted: true }, ['ad']],
    ['an advert of the page’s store', { promoted_content: { impression_id: '1' } }, ['ad']],
    ['an advert with a note', { birdwatch_pivot: pivot, promoted: true }, ['note', 'ad']],
    ['a note that is not shown', { has_birdwatch_notes: true }, []],
    ['no note', { has_birdwatch_notes: false }, []],
    ['an empty pivot', { birdwatch_pivot: null }, []],
    ['a flag of a recorder', { promoted: false }, undefined],
    ['no field', {}, undefined],
  ])('%s', (_, fields, kinds) => {
    expect(labelsOf(fields)?.items.map(({ kind }) => kind)).toEqual(kinds);
    if (kinds) expect(labelsOf(fields)?.field.split(' · ').sort()).toEqual(Object.keys(fields).sort());
  });
});

describe('texts of data', () => {
  const text = (fields: Record<string, unknown>) => readTweet(status(fields))?.fields.text;

  test('only links that the site appended are left out', () => {
    const media = { entities: { media: [{ url: 'https://t.co/one' }] } };
    expect(text({ full_text: 'See https://t.co/two https://t.co/one', ...media })).toBe(
      'See https://t.co/two',
    );
    expect(text({ full_text: 'https://t.co/one stays here', ...media })).toBe('https://t.co/one stays here');
    expect(text({ full_text: 'https://t.co/one', ...media })).toBeUndefined();
  });

  test('a text of nothing but such links is read in bounded time', () => {
    const media = { entities: { media: [{ url: 'https://t.co/one' }] } };
    expect(text({ full_text: 'https://t.co/one '.repeat(30_000), ...media })).toMatch(/^https/);
  });

  test('entities are decoded once', () => {
    expect(text({ full_text: '&amp;lt; &lt;b&gt;' })).toBe('&lt; <b>');
  });
});

test('what is no post is none', () => {
  const without = (key: string) => ({ ...status(), [key]: undefined });
  for (const item of [
    {},
    without('id_str'),
    without('created_at'),
    without('full_text'),
    status({ id_str: 'x' }),
  ])
    expect(readTweet(item)).toBeUndefined();
  expect(readTweet(status({ retweeted_status: status() }))).toBeUndefined();
});

test('people may stand apart from their posts', () => {
  const body = {
    globalObjects: {
      tweets: { [ID]: { id_str: ID, created_at: TIME, full_text: 'Words', user_id_str: '5' } },
      users: { 5: { id_str: '5', name: 'Jun', screen_name: 'jun_k' } },
    },
  };
  const [post] = readAnswer(new URL('https://twitter.com/i/api/2/timeline/home.json'), body) ?? [];
  expect(post?.author).toEqual({ name: 'Jun', id: 'jun_k', url: 'https://x.com/jun_k' });
});

test('answers of other hosts are not read', () => {
  for (const host of ['notx.com', 'x.com.example', 'abs.twimg.com', 'example.org'])
    expect(readAnswer(new URL(`https://${host}/i/api/graphql/a/HomeTimeline`), status())).toBeUndefined();
});

describe('the bridge', () => {
  const element = (props: unknown) =>
    Object.assign(document.createElement('article'), { __reactProps$a1: props });

  test('takes an object that has the shape of a status, and of a repost the post', () => {
    expect(bridge.ofElement?.(element({ tweet: status() }))?.id).toBe(ID);
    const repost = status({ id_str: '1991000000000000002', retweeted_status: status() });
    expect(bridge.ofElement?.(element({ tweet: repost }))?.id).toBe(ID);
  });

  test('takes nothing else', () => {
    for (const props of [
      {},
      { tweet: { id_str: ID } },
      { tweet: { full_text: 'a' } },
      { user: status().user },
    ])
      expect(bridge.ofElement?.(element(props))).toBeUndefined();
  });
});

test('nothing that stands in an answer throws', () => {
  const item = fc.record(
    {
      rest_id: fc.oneof(fc.constant(ID), fc.anything()),
      id: fc.anything(),
      created_at: fc.oneof(fc.constant(TIME), fc.anything()),
      full_text: fc.oneof(fc.string(), fc.anything()),
      legacy: fc.anything(),
      core: fc.anything(),
      user: fc.anything(),
      entities: fc.anything(),
      extended_entities: fc.anything(),
      mediaDetails: fc.anything(),
      views: fc.anything(),
      note_tweet: fc.anything(),
      article: fc.anything(),
      birdwatch_pivot: fc.anything(),
      tweet_results: fc.anything(),
      promotedMetadata: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), (items) => {
      for (const post of readAnswer(new URL('https://x.com/i/api/graphql/a/b'), { data: items }) ?? [])
        expect(post.id).toMatch(/^\d+$/);
    }),
  );
});
