import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/instagram';
import { readAnswer } from '@/utils/sites/instagram/answers';
import { declaredLabels } from '@/utils/sites/instagram/declared';
import { codeOfPk, createdAt, pkOfCode } from '@/utils/sites/instagram/media-code';
import { parseState } from '@/utils/sites/instagram/state';

const MAX_PK = (1n << 64n) - 1n;
const read = (path: string, body: unknown) =>
  readAnswer(new URL(path, 'https://www.instagram.com'), body)?.map(({ key }) => key);

describe('surfaces', () => {
  test.each([
    ['/', 'feed'],
    ['/p/Cg-3qKYogBl/', 'detail'],
    ['/p/Cg-3qKYogBl/c/18000000000000001/', 'detail'],
    ['/reel/Cg-3qKYogBl/?igsh=a', 'detail'],
    ['/lena.paints/p/Cg-3qKYogBl/', 'detail'],
    ['/lena.paints/reel/Cg-3qKYogBl/', 'detail'],
    ['/explore/', 'search'],
    ['/explore/tags/boats/', 'search'],
    ['/lena.paints/', 'profile'],
    ['/lena.paints/reels/', 'profile'],
    ['/reels/Cg-3qKYogBl/', undefined],
    ['/stories/lena.paints/1/', undefined],
    ['/accounts/login/', undefined],
    ['/direct/inbox/', undefined],
  ])('%s is %s', (path, surface) => {
    expect(site.surfaceOf(new URL(path, 'https://www.instagram.com'))).toBe(surface);
  });
});

describe('codes', () => {
  test.each([
    ['1', 'B'],
    ['63', '_'],
    ['64', 'BA'],
    ['4095', '__'],
    ['2900000000000000101', 'Cg-3qKYogBl'],
    ['3700000000000000002', 'DNZCmWE8gAC'],
    ['18446744073709551615', 'P__________'],
  ])('%s is %s', (pk, code) => {
    expect(codeOfPk(pk)).toBe(code);
    expect(pkOfCode(code)).toBe(pk);
  });

  test('every number comes back from its code', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, MAX_PK), (pk) => {
        const code = codeOfPk(String(pk)) ?? '';
        expect(code).toMatch(/^[\w-]{1,11}$/);
        expect(pkOfCode(code)).toBe(String(pk));
      }),
    );
  });

  test('what is no number has no code, what is no code has no number', () => {
    for (const pk of ['', '0', '007', '-1', '1.5', '1e9', '18446744073709551616', '9'.repeat(400)])
      expect(codeOfPk(pk)).toBeUndefined();
    for (const code of ['', 'A', 'AAAA', 'a b', 'Cg+3', '_'.repeat(12), '_'.repeat(20)])
      expect(pkOfCode(code)).toBeUndefined();
  });

  test('codes of closed accounts begin with the code of their number', () => {
    expect(pkOfCode(`Cg-3qKYogBl${'x'.repeat(28)}`)).toBe('2900000000000000101');
  });

  test('a code tells when its post was uploaded, and no string throws', () => {
    expect(createdAt('Cg-3qKYogBl')).toBe('2022-08-08T02:49:21.418Z');
    fc.assert(
      fc.property(fc.string(), (code) => {
        expect(createdAt(code) ?? '2011').toMatch(/^20\d\d|^2011/);
      }),
    );
  });
});

describe('labels of data', () => {
  const ai = (by: string) => [['ai', by]];
  test.each([
    [{ gen_ai_detection_method: { detection_method: 'NONE' } }, []],
    [{ gen_ai_detection_method: null, is_paid_partnership: false }, []],
    [{ gen_ai_detection_method: { detection_method: 'SELF_DISCLOSURE_FLOW' } }, ai('author')],
    [{ gen_ai_detection_method: { detection_method: 'C2PA_METADATA' } }, ai('platform')],
    [{ gen_ai_detection_method: { detection_method: 'UNKNOWN' } }, undefined],
    [{ gen_ai_detection_method: {} }, undefined],
    [{ is_paid_partnership: true }, [['ad', 'author']]],
    [{ sponsor_tags: [{ sponsor: { username: 'shoes' } }] }, [['ad', 'author']]],
    [{ is_paid_partnership: false, sponsor_tags: [] }, undefined],
    [{}, undefined],
  ])('%j', (item, expected) => {
    expect(declaredLabels(item)?.items.map(({ kind, by }) => [kind, by])).toEqual(expected);
    if (expected) expect(declaredLabels(item)?.field).toBe(Object.keys(item).join(' · '));
  });
});

describe('shapes of data', () => {
  const post = { taken_at: 1_659_926_891, user: { username: 'lena.paints' } };

  test.each([
    ['a code', { ...post, code: 'Cg-3qKYogBl' }],
    ['a shortcode', { ...post, shortcode: 'Cg-3qKYogBl' }],
    ['a number', { ...post, pk: '2900000000000000101' }],
    ['a number with the author’s', { ...post, id: '2900000000000000101_52' }],
    [
      'a link',
      {
        id: '17900000000000001',
        media_type: 'IMAGE',
        username: 'lena.paints',
        permalink: 'https://www.instagram.com/p/Cg-3qKYogBl/',
      },
    ],
  ])('%s says which post it is', (_, item) => {
    expect(read('/api/v1/feed/timeline/', item)).toEqual(['instagram:note:Cg-3qKYogBl']);
  });

  test.each([
    ['a rounded number alone', { ...post, pk: 2_900_000_000_000_000_000 }],
    ['a story', { ...post, code: 'Cg-3qKYogBl', product_type: 'story' }],
    ['a person', { pk: '52', username: 'lena.paints', profile_pic_url: 'a' }],
    ['nobody’s', { code: 'Cg-3qKYogBl', taken_at: 1 }],
  ])('%s is no post', (_, item) => {
    expect(read('/api/v1/feed/timeline/', item)).toEqual([]);
  });

  test('answers of other hosts are not read', () => {
    expect(readAnswer(new URL('https://instagram.com.example/api'), post)).toBeUndefined();
  });
});

test('inline JSON that is none, or holds no post, is no state', () => {
  for (const json of ['', '{"taken_at":', '{"a":1}', '{"taken_at":1}', `"${'taken_at'.repeat(9)}"`])
    expect(parseState(json).size).toBe(0);
});

test('nothing that stands in an answer throws', () => {
  const item = fc.record(
    {
      code: fc.oneof(fc.constant('Cg-3qKYogBl'), fc.anything()),
      pk: fc.anything(),
      id: fc.anything(),
      taken_at: fc.anything(),
      user: fc.oneof(fc.constant({ username: 'a' }), fc.anything()),
      owner: fc.anything(),
      caption: fc.anything(),
      text: fc.anything(),
      created_at: fc.anything(),
      carousel_media: fc.anything(),
      image_versions2: fc.anything(),
      edge_media_to_caption: fc.anything(),
      gen_ai_detection_method: fc.anything(),
      sponsor_tags: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), (items) => {
      expect(Array.isArray(read('/graphql/query/', { items }))).toBe(true);
    }),
  );
});
