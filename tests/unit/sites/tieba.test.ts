// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/tieba';
import { commentUrl, PERSON_LINK, THREAD_LINK, threadIn } from '@/utils/sites/tieba/addresses';
import { readAnswer } from '@/utils/sites/tieba/answers';
import { hitReply, hitThread, newFloor, threadAround } from '@/utils/sites/tieba/ids';
import { readFloor, readPosts, readThread } from '@/utils/sites/tieba/read-data';

const ORIGIN = 'https://tieba.baidu.com';
const at = (path: string) => new URL(path, ORIGIN);
const element = (html: string) => {
  const found = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  if (!found) throw new Error('no element');
  return found;
};

describe('addresses', () => {
  test.each([
    ['/p/7000000001?pn=2', 'detail'],
    ['/p/7000000001/', 'detail'],
    ['/p/comment?tid=1&pid=2', 'comments'],
    ['/p/totalComment?tid=1', 'comments'],
    ['/f?kw=x', 'feed'],
    ['/f/good?kw=x', 'feed'],
    ['/', 'feed'],
    ['/index.html', 'feed'],
    ['/f/search/res?qw=x', 'search'],
    ['/home/main?id=tb.1.x', 'profile'],
    ['/hottopic/browse/topicList?res_type=1', 'hot'],
    ['/hottopic/browse/hottopic?topic_id=1', 'feed'],
    ['/p/', undefined],
    ['/p/abc', undefined],
    ['/f/like/level?kw=x', undefined],
    ['/i/i/forum', undefined],
  ])('%s is %s', (path, surface) => {
    expect(site.surfaceOf(at(path))).toBe(surface);
  });

  test.each([
    ['/p/7000000001?pn=2', '7000000001'],
    ['/p/comment?tid=7000000002&pid=3', '7000000002'],
    ['/c/f/pb/page_pc?kz=7000000003', '7000000003'],
    ['/p/comment?tid=x', undefined],
    ['/f?kw=x', undefined],
  ])('%s names the thread %s', (path, tid) => expect(threadIn(at(path))).toBe(tid));

  test('links to people lose what follows the id', () => {
    const bare = (link: string) => PERSON_LINK.exec(link)?.[0];
    expect(bare('/home/main?id=tb.1.a.b?t=160&fr=pb')).toBe('/home/main?id=tb.1.a.b');
    expect(bare('/home/main/?un=%E7%94%B2&ie=utf-8')).toBe('/home/main/?un=%E7%94%B2');
    expect(bare('/home/opis?id=1')).toBeUndefined();
  });

  test('addresses of threads and their floors lead back to the thread', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 13n), fc.bigInt(1n, 10n ** 13n), (tid, pid) => {
        const url = new URL(commentUrl(String(pid), String(tid)));
        expect(site.surfaceOf(url)).toBe('detail');
        expect(threadIn(url)).toBe(String(tid));
        expect(THREAD_LINK.exec(url.href)?.[1]).toBe(String(tid));
      }),
    );
  });
});

describe('ids of elements', () => {
  const hit = (href: string, text: string) => element(`<div><a href="${href}">${text}</a></div>`);

  test.each([
    ['/p/1?pid=2&cid=#2', '标题', '1', undefined],
    ['/p/1?pid=2&cid=0#2', '回复:标题', undefined, '2'],
    ['/p/1?pid=2&cid=3#3', '回复：标题', undefined, '3'],
    ['/p/1#4', '回复：标题', undefined, '4'],
    ['/p/1', '回复标题怎么写', '1', undefined],
    ['/f?kw=x', '标题', undefined, undefined],
  ])('%s with %s', (href, text, thread, reply) => {
    expect(hitThread(hit(href, text), 'a')).toBe(thread);
    expect(hitReply(hit(href, text), 'a')).toBe(reply);
  });

  test('a row of several floors is the row of none', () => {
    const one = element('<div data-id="5"><p class="pb-comment-item"></p></div>');
    const two = element(
      '<div data-id="5"><p class="pb-comment-item"></p><p class="pb-comment-item"></p></div>',
    );
    expect(newFloor(one.children[0] as Element)).toBe('5');
    expect(newFloor(two.children[0] as Element)).toBeUndefined();
    expect(newFloor(element('<p class="pb-comment-item" data-id="6"></p>'))).toBe('6');
    expect(newFloor(element('<p class="pb-comment-item" data-id="floor-6"></p>'))).toBeUndefined();
  });

  test('the thread of a floor stands in the floor before the address', () => {
    const floor = element(`<div class="l_post" data-field='{"content":{"thread_id":7}}'><i></i></div>`);
    expect(threadAround(floor.children[0] as Element, at('/p/8'))).toBe('7');
    expect(threadAround(element('<li></li>'), at('/p/8'))).toBe('8');
    expect(threadAround(element('<li></li>'))).toBeUndefined();
  });
});

describe('data', () => {
  test('the first floor is the thread, and its text joins the title', () => {
    const body = {
      thread: { id: 7, title: 'T', author: { id: 1, name_show: 'A' } },
      first_floor: { id: 70, floor: 1, author_id: 1, content: [{ type: 0, text: 'x' }] },
    };
    expect(readPosts(body)).toEqual([
      {
        kind: 'thread',
        id: '7',
        tid: '7',
        fields: { title: 'T', text: 'x', author: { name: 'A', id: '1' }, counts: {} },
      },
    ]);
  });

  test('floors of an unknown thread are kept, a first floor of one is not', () => {
    const content = [{ type: 0, text: 'x' }];
    expect(readPosts([{ id: 71, floor: 2, content }])).toEqual([
      { kind: 'comment', id: '71', fields: { text: 'x', counts: {} } },
    ]);
    expect(readPosts([{ id: 70, floor: 1, content }])).toEqual([]);
    expect(readAnswer(at('/c/f/pb/page'), [{ id: 71, floor: 2, content }])?.[0]?.url).toBe(
      'https://tieba.baidu.com/p/#71',
    );
  });

  test('forums, people and rounded ids are no posts', () => {
    expect(readPosts({ forum: { id: 1, name: 'x' }, user: { id: 2, name: 'y', portrait: 'z' } })).toEqual([]);
    expect(readThread({ id: 2 ** 60, title: 'x', author: {} })).toBeUndefined();
    expect(readFloor({ id: '5', floor: 2 })).toBeUndefined();
  });

  test('other hosts are not read', () => {
    expect(readAnswer(new URL('https://www.baidu.com/p/1'), {})).toBeUndefined();
    expect(readAnswer(new URL('https://tieba.baidu.com.example/'), {})).toBeUndefined();
  });

  test('nothing in an answer throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (content, author, title) => {
        const item = { id: 5, tid: 6, floor: 2, content, author, title, time: content, agree: author };
        for (const post of readAnswer(at('/c/f/pb/page_pc'), { thread: item, post_list: [item, content] }) ??
          []) {
          expect(post.url).toMatch(/^https:\/\/tieba\.baidu\.com\/p\//);
        }
      }),
    );
  });
});
