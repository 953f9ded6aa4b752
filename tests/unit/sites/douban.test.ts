import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/douban';
import { answerUrl, commentUrl } from '@/utils/sites/douban/addresses';
import { readAnswer } from '@/utils/sites/douban/answers';
import { postsOfData } from '@/utils/sites/douban/read-data';

const WWW = 'https://www.douban.com';
const MOVIE = 'https://movie.douban.com';

test.each([
  [`${WWW}/`, 'feed'],
  [`${WWW}/group/explore`, 'feed'],
  [`${WWW}/group/700001/?ref=sidebar`, 'feed'],
  [`${WWW}/gallery/topic/12345/`, 'feed'],
  [`${MOVIE}/review/best/`, 'feed'],
  [`${WWW}/group/topic/300000001/`, 'detail'],
  [`${WWW}/note/850000001/`, 'detail'],
  [`${WWW}/people/ceshi/status/9400000001/`, 'detail'],
  [`${MOVIE}/review/15000001/`, 'detail'],
  [`${MOVIE}/subject/30000001/`, 'detail'],
  [`${MOVIE}/subject/30000001/reviews`, 'detail'],
  [`${MOVIE}/subject/30000001/comments?status=P`, 'comments'],
  ['https://book.douban.com/subject/30000001/comments/', 'comments'],
  ['https://m.douban.com/movie/subject/30000001/comments', 'comments'],
  [`${WWW}/people/ceshi/`, 'profile'],
  [`${WWW}/people/ceshi/notes`, 'profile'],
  [`${WWW}/group/search?q=x`, 'search'],
  [`${WWW}/search?q=x`, 'search'],
  [`${MOVIE}/`, undefined],
  [`${MOVIE}/chart`, undefined],
  ['https://accounts.douban.com/passport/login', undefined],
  ['https://sec.douban.com/b?r=/note/850000001/', undefined],
])('%s is %s', (url, surface) => expect(site.surfaceOf(new URL(url))).toBe(surface));

describe('addresses', () => {
  test.each([
    [`${MOVIE}/subject/30000001/?from=x`, `${MOVIE}/subject/30000001/comments?comment_id=7`],
    [`${WWW}/group/topic/300000001/?start=100`, `${WWW}/group/topic/300000001/#comment-7`],
  ])('a comment on %s', (page, url) => expect(commentUrl('7', new URL(page))).toBe(url));

  test.each([
    ['note', '/review/1', `${MOVIE}/review/1/`, `${MOVIE}/review/1/`],
    ['thread', '/group/topic/5', `${WWW}/doubanapp/dispatch?uri=/group/topic/5`, `${WWW}/group/topic/5/`],
    ['comment', '/group/topic/5/comments', undefined, `${WWW}/group/topic/5/#comment-5`],
    ['comment', '/book/9/interests', undefined, 'https://book.douban.com/subject/9/comments?comment_id=5'],
    ['pin', '/status/5', `${WWW}/people/1/status/5/?x=1`, `${WWW}/people/1/status/5/`],
  ] as const)('a %s of %s', (kind, path, link, url) => {
    expect(answerUrl(kind, '5', new URL(`https://m.douban.com/rexxar/api/v2${path}`), link)).toBe(url);
  });
});

describe('data', () => {
  const common = { id: '5', create_time: '2026-11-10 11:00:00', user: { name: '测试', id: '1' } };

  test.each([
    [{ ...common, comment: '好看' }, ['comment']],
    [{ ...common, text: '好看' }, ['comment']],
    [{ ...common, text: '好看', type: 'status' }, ['pin']],
    [{ ...common, title: '长评', type: 'review' }, ['note']],
    [{ ...common, title: '日记', url: `${WWW}/note/5/` }, ['note']],
    [{ ...common, title: '讨论', group: { id: '7' } }, ['thread']],
    [{ ...common, comment: '' }, []],
    [{ ...common, title: '电影', type: 'movie' }, []],
    [{ ...common, comment: '好看', user: {} }, []],
    [{ ...common, id: 'abc', text: '好看' }, []],
  ])('%j', (item, kinds) => expect(postsOfData({ items: [item] }).map(({ kind }) => kind)).toEqual(kinds));

  test('anything else is no post', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(postsOfData(value)).toEqual([]);
      }),
    );
  });
});

test.each([
  ['https://frodo.douban.com/api/v2/group/topic/5', true],
  ['https://m.douban.com/rexxar/api/v2/note/5', true],
  ['https://douban.com.example/api/', false],
])('%s is an endpoint of the site: %s', (url, isOwn) => {
  expect(readAnswer(new URL(url), {}) !== undefined).toBe(isOwn);
});
