import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/toutiao';
import { LINKS, postUrl } from '@/utils/sites/toutiao/addresses';
import { readAnswer } from '@/utils/sites/toutiao/answers';
import { readBaseData } from '@/utils/sites/toutiao/base-data';
import { declarationsIn, isDeclaration } from '@/utils/sites/toutiao/declaration';
import { postsOfData } from '@/utils/sites/toutiao/read-data';
import { parseRenderData } from '@/utils/sites/toutiao/state';

const ID = '7600000000000000001';
const HOME = 'https://www.toutiao.com';

describe('surfaces', () => {
  test.each([
    [`${HOME}/`, 'feed'],
    [`${HOME}/?wid=1`, 'feed'],
    [`${HOME}/ch/news_tech/`, 'feed'],
    [`${HOME}/trending/${ID}/?rank=1`, 'feed'],
    [`${HOME}/article/${ID}/?log_from=x`, 'detail'],
    [`${HOME}/w/1800000000000001/`, 'detail'],
    [`${HOME}/video/${ID}`, 'detail'],
    [`${HOME}/group/${ID}/`, 'detail'],
    [`${HOME}/i${ID}/`, 'detail'],
    [`${HOME}/a3642705768/`, 'detail'],
    ['https://m.toutiao.com/is/iRabc12/', 'detail'],
    [`https://www.ixigua.com/${ID}?logTag=x`, 'detail'],
    ['https://www.ixigua.com/home/62000000001/', 'profile'],
    [`${HOME}/c/user/token/MS4wLjABAAAAtest/?tab=article`, 'profile'],
    [`${HOME}/c/user/62000000001/`, 'profile'],
    [`${HOME}/search/?keyword=x`, 'search'],
    ['https://so.toutiao.com/search?keyword=x', 'search'],
    ['https://so.toutiao.com/', undefined],
    [`${HOME}/license/`, undefined],
    [`${HOME}/article/`, undefined],
    [`${HOME}/auth/login/`, undefined],
  ])('%s is %s', (url, surface) => expect(site.surfaceOf(new URL(url))).toBe(surface));
});

describe('links', () => {
  test.each([
    ['article', `${HOME}/article/${ID}/#comment`],
    ['article', `/group/${ID}//#comment_area`],
    ['article', `/i${ID}/`],
    ['article', `/search/jump?url=http%3A%2F%2Fwww.toutiao.com%2Fa${ID}%2F%3Fchannel%3D&aid=4916`],
    ['note', `${HOME}/w/${ID}/?source=feed`],
    ['video', `${HOME}/video/${ID}/`],
    ['video', `https://www.ixigua.com/${ID}?id=1`],
  ] as const)('%s: %s', (kind, link) => {
    expect(LINKS[kind].exec(link)?.[1]).toBe(ID);
    const others = Object.entries(LINKS).filter(([name]) => name !== kind);
    expect(others.map(([, form]) => form.exec(link))).toEqual([null, null]);
  });

  test('a permalink leads back to its id', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('article', 'note', 'video'),
        fc.bigInt(10n ** 15n, 10n ** 19n),
        (kind, id) => {
          const url = postUrl(kind, String(id));
          expect(LINKS[kind].exec(url)?.[1]).toBe(String(id));
          expect(site.surfaceOf(new URL(url))).toBe('detail');
        },
      ),
    );
  });
});

describe('declarations', () => {
  test.each([
    '作品声明：内容取材于网络',
    '作品声明：个人观点、仅供参考',
    '作品声明: 个人观点，仅供参考',
    '作品声明：取材网络、个人观点，仅供参考',
    '作品声明：引用AI',
    '作品声明：含 AI 生成内容',
    '作品声明：虚构演绎，故事经历',
    '作品声明：健康医疗分享，仅供参考',
    '作者声明：内容为转载',
    '创作声明：内容含营销信息',
  ])('%s is one', (text) => expect(isDeclaration(text)).toBe(true));

  test.each([
    '',
    '作品声明',
    '作品声明：',
    '作者声明：本文原创，禁止转载',
    '作者声明：图片来源于网络，侵删',
    '个人观点，仅供参考',
    '内容由AI生成',
    '他在文末写了作品声明：内容取材于网络',
    '作品声明：内容取材于网络。下面开始讲故事',
    `作品声明：${'取材网络、'.repeat(40)}取材网络`,
  ])('%s is none', (text) => expect(isDeclaration(text)).toBe(false));

  test('count only at the two ends of a body', () => {
    const body = ['第一段', '第二段', '第三段', '作品声明：引用AI', '第五段', '第六段', '第七段'];
    expect(declarationsIn(body.join('\n'))).toEqual([]);
    expect(declarationsIn(['作品声明：引用AI', ...body].join('\n'))).toEqual([
      { kind: 'ai', text: '作品声明：引用AI', by: 'author', from: 'text' },
    ]);
    expect(declarationsIn('作品声明：无需标注\n第一段')).toEqual([]);
  });
});

describe('state of 2019', () => {
  const base = (info: string) =>
    `var BASE_DATA = { articleInfo: { ${info} }, mediaInfo: { name: '测试农夫' } };`;

  test('strings lose the quotes and the escapes around them', () => {
    const read = readBaseData(
      base(
        `title: '&quot;他说：\\\\&quot;好\\\\&quot;&quot;'.slice(6, -6), groupId: '67000000000000001', itemId: '67000000000000002',` +
          ` content: '&quot;&lt;p&gt;一\\\\n二&lt;\\u002Fp&gt;&quot;'.slice(6, -6), time: '2019-09-01 07:08:09'`,
      ),
    );
    expect(read).toMatchObject({
      itemId: '67000000000000002',
      post: {
        kind: 'article',
        id: '67000000000000001',
        fields: { title: '他说："好"', text: '一 二', publishedAt: '2019-08-31T23:08:09.000Z' },
      },
    });
  });

  test.each([
    '',
    'var DATA = {}',
    "var BASE_DATA = { title: 'unclosed",
    base(''),
    base('title: window.name'),
  ])('holds no post: %s', (script) => expect(readBaseData(script)?.post).toBeUndefined());

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        readBaseData(base(`title: '${text}', content: '${text}'.slice(6, -6), groupId: '${ID}'`));
      }),
    );
  });
});

test('RENDER_DATA round trips, and is nothing when it is no JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify({ data: value });
      expect(JSON.stringify(parseRenderData(encodeURIComponent(json)))).toBe(
        JSON.stringify(JSON.parse(json)),
      );
    }),
  );
  expect(parseRenderData('%7B%22a')).toBeUndefined();
  expect(parseRenderData('%E0%A4%A')).toBeUndefined();
  expect(parseRenderData('alert(1)')).toBeUndefined();
});

describe('data', () => {
  const item = { title: '题目', source: '测试', group_id: ID };

  test.each([
    [{}, 'article'],
    [{ has_video: true }, 'video'],
    [{ article_url: `${HOME}/video/${ID}/` }, 'video'],
    [{ articleType: 'video' }, 'video'],
    [{ cell_type: 32 }, 'note'],
    [{ share_url: `https://m.toutiao.com/w/${ID}/` }, 'note'],
  ])('%j is a post of kind %s', (more, kind) => {
    expect(postsOfData([{ ...item, ...more }]).map((post) => `${post.kind}:${post.id}`)).toEqual([
      `${kind}:${ID}`,
    ]);
  });

  test.each([
    [{ is_feed_ad: true }],
    [{ ad_id: 17 }],
    [{ label: '广告' }],
    [{ group_id: Number(ID) }],
    [{ source: '' }],
    [{ title: '' }],
  ])('%j is none', (more) => expect(postsOfData([{ ...item, ...more }])).toEqual([]));

  test('anything else is no post', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(postsOfData(value)).toEqual([]);
      }),
    );
  });
});

test.each([
  ['https://api5-normal-lf.snssdk.com/article/v4/tab_comments/', true],
  ['https://is.snssdk.com/api/news/feed/v51/', true],
  ['https://aweme.snssdk.com/aweme/v1/feed/', false],
  ['https://www.ixigua.com/api/feedv2/feedById', true],
  ['https://toutiao.com.example/api/', false],
])('%s is an endpoint of the site: %s', (url, isOwn) => {
  expect(readAnswer(new URL(url), {}) !== undefined).toBe(isOwn);
});
