// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/wechat';
import { readAnswer } from '@/utils/sites/wechat/answers';
import { addressOfEntry, articleId, articleUrl, idOf } from '@/utils/sites/wechat/article-id';
import { readExpression, readObject } from '@/utils/sites/wechat/literal';
import { readScripts } from '@/utils/sites/wechat/scripts';
import { readState } from '@/utils/sites/wechat/state';
import { stopwatch } from '../../support/stopwatch';

const BIZ = 'MzAwMDAwMDAwMQ==';
const SN = '0123456789abcdef0123456789abcdef';
const SHORT = new URL('https://mp.weixin.qq.com/s/Abcdefghij_-klmnopqrst');
const LONG = new URL(
  `https://mp.weixin.qq.com/s?__biz=${BIZ}&mid=2247000101&idx=2&sn=${SN}&chksm=ab&scene=1#rd`,
);
const ID = `${BIZ}_2247000101_2`;
const VARIABLES = `
  var biz = "" || "${BIZ}";
  var sn = "" || "${SN}" || "";
  var mid = "" || "2247000101" || "";
  var idx = "" || "2" || "";
  var ct = "1775010600";
  var user_name = "gh_0000aaaa0001";
  var nickname = htmlDecode("甲&amp;乙");
`;

function page(...scripts: string[]): Document {
  const html = document.implementation.createHTMLDocument('');
  for (const text of scripts) {
    const script = html.createElement('script');
    script.type = 'text/plain';
    script.textContent = text;
    html.body.append(script);
  }
  return html;
}

function stateOf(...scripts: string[]) {
  return readState(page(...scripts), LONG).get(ID);
}

describe('surfaces', () => {
  test.each([
    ['/s/Abcdefghij_-klmnopqrst', 'detail'],
    ['/s/Abcdefghij_-klmnopqrst?scene=1', 'detail'],
    [`/s?__biz=${BIZ}&mid=1&idx=1`, 'detail'],
    ['/s?src=11&timestamp=1&ver=1&signature=abc', 'detail'],
    ['/s', undefined],
    ['/s/', undefined],
    ['/search?q=a', undefined],
    ['/sitemap', undefined],
    ['/mp/profile_ext?action=home', undefined],
    ['/mp/appmsgalbum?action=getalbum&album_id=1', 'feed'],
    ['/mp/appmsgalbum', undefined],
  ])('%s is %s', (path, surface) => {
    expect(site.surfaceOf(new URL(path, 'https://mp.weixin.qq.com'))).toBe(surface);
  });
});

describe('ids and links', () => {
  test('script variables name the article behind a short address', () => {
    const html = page(VARIABLES);
    expect(articleId(html, SHORT)).toBe(ID);
    expect(articleUrl(html, SHORT)).toBe(
      `https://mp.weixin.qq.com/s?__biz=${BIZ}&mid=2247000101&idx=2&sn=${SN}`,
    );
  });

  test('the address serves when the page says nothing', () => {
    expect(articleId(page(), LONG)).toBe(ID);
    expect(articleUrl(page(), LONG)).not.toMatch(/chksm|scene/);
    expect(articleId(page(), SHORT)).toBe('Abcdefghij_-klmnopqrst');
    expect(articleUrl(page(), SHORT)).toBe(SHORT.href);
  });

  test('parts of two articles are not mixed', () => {
    const other = `var biz = "MzAwMDAwMDAwOQ==";\nvar mid = "2247999999";\nvar idx = "1";`;
    expect(articleId(page(other), LONG)).toBe('MzAwMDAwMDAwOQ==_2247999999_1');
    expect(articleUrl(page(other), LONG)).not.toContain(SN);
  });

  test('forged parts are refused', () => {
    const forged = `var biz = "<img>";\nvar mid = "1;alert(1)";\nvar idx = "../2";\nvar sn = "x&y=1";`;
    expect(articleId(page(forged), SHORT)).toBe('Abcdefghij_-klmnopqrst');
    expect(
      articleId(page(forged), new URL('https://mp.weixin.qq.com/s?__biz=%3Cb%3E&mid=a&idx=b&sn=c')),
    ).toBeUndefined();
  });

  test('a temporary link keeps its signature and nothing else', () => {
    const url = new URL('https://mp.weixin.qq.com/s?src=11&timestamp=17&ver=5&signature=a*b-c&new=1&uin=7');
    expect(articleUrl(page(`var sn = "${SN}";`), url)).toBe(
      'https://mp.weixin.qq.com/s?src=11&timestamp=17&ver=5&signature=a*b-c',
    );
  });
});

describe('literals', () => {
  test('the idioms of the page are read', () => {
    const source = String.raw`{a: JsDecode('\x3cp\x3e\x22x\x22'), 'b': '4' * 1, c: '' * 1 || 0, d: [ {e: true}, ], f: "it\'s",
      g: xml ? getXmlValue('g.DATA') || '' : 'kept' || '', h: ('x&amp;y').html(false), i: '' * 1 === 1, // note
      j: function () { return {a: '}'}; }, k: JsDecode('\\x0a'), l: null, }`;
    expect({ ...readObject(source, 0) }).toMatchObject({
      a: '<p>"x"',
      b: 4,
      c: 0,
      d: [{ e: true }],
      f: "it's",
      g: 'kept',
      h: 'x&y',
      k: '\n',
      l: null,
    });
  });

  test('of a broken literal the complete fields remain, nested ones not in part', () => {
    const source = `{ a: 'x', claim_source: { claim_source_type: '4' * 1, claim_source: '个人`;
    expect({ ...readObject(source, 0) }).toEqual({ a: 'x' });
  });

  test('nothing throws and names of prototypes are fields', () => {
    for (const source of [
      '',
      '{',
      '{a',
      '{a:',
      '{a:}',
      '{]',
      '{,',
      "{a:'\\",
      '{a:((((',
      `${'{a:'.repeat(9_000)}`,
    ]) {
      expect(() => readObject(source, 0)).not.toThrow();
      expect(() => readExpression(source, 0)).not.toThrow();
    }
    const fields = readObject('{__proto__: {polluted: true}, constructor: 1}', 0);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(fields.constructor).toBe(1);
  });
});

describe('state', () => {
  test('old variables', () => {
    expect(stateOf(VARIABLES, `var msg_title = 'A &lt;B&gt;\\x0aC'.html(false);`)).toMatchObject({
      title: 'A <B>',
      author: { name: '甲&乙', id: 'gh_0000aaaa0001' },
      publishedAt: '2026-04-01T02:30:00.000Z',
    });
    expect(stateOf(VARIABLES)).not.toHaveProperty('labels');
  });

  test('words of the article are not state', () => {
    const data = `window.cgiDataNew = { content_noencode: JsDecode('x
      var ct = "1000000000";'), mid: '2247000101' * 1 };`;
    expect(stateOf(data, VARIABLES)?.publishedAt).toBe('2026-04-01T02:30:00.000Z');
    const html = page(VARIABLES);
    html.body.append(html.createTextNode('window.claim_source = { claim_source: "x" }'));
    expect(readState(html, LONG).get(ID)).not.toHaveProperty('labels');
    expect(
      stateOf(VARIABLES, `var s = "document.getElementById('js_claim_source_content')";`),
    ).not.toHaveProperty('labels');
  });

  test.each([
    [`claim_source: { is_user_no_claim_source: '1' * 1 }`, []],
    [
      `claim_source: { claim_source_type: '' * 1 || 0, claim_source: '', aigc_type: '' * 1 || 0, aigc_wording: '' }`,
      [],
    ],
    [`claim_source: JsDecode('{\\x22claim_source\\x22:\\x22\\x22}')`, []],
    [`claim_source: ''`, undefined],
    [
      `claim_source: { claim_source_type: '4' * 1, claim_source: '个人观点，仅供参考' }`,
      [['opinion', 'author']],
    ],
    [
      `claim_source: { claim_source_type: '1' * 1, claim_source: '内容由AI生成', aigc_type: '1' * 1 }`,
      [['ai', 'author']],
    ],
    [`claim_source: { claim_source_type: '3' * 1 }`, [['fiction', 'author']]],
    [`aigc_type: '2' * 1, aigc_wording: JsDecode('疑似使用了AI生成技术')`, [['ai', 'platform']]],
    [`aigc_type: '0' * 1, aigc_wording: ''`, []],
  ])('label of %s', (fields, expected) => {
    const labels = stateOf(VARIABLES, `window.cgiDataNew = { ${fields} };`)?.labels;
    expect(labels?.items.map(({ kind, by }) => [kind, by])).toEqual(expected);
  });

  test('a claim of type 2 is worded as the page words it', () => {
    const claim = `window.claim_source = { claim_source_type: '2' * 1 || 0, claim_source: '素材来源官方媒体/网络新闻',
      media_source_type_info: { media_source_from: 2, news_time: '1775010600', news_position_info: { province: '甲省', city: '乙市' } } };`;
    expect(stateOf(VARIABLES, claim)?.labels).toEqual({
      field: 'window.claim_source',
      items: [
        {
          kind: 'source',
          text: '素材来源官方媒体/网络新闻，文中事件发生于2026年4月1日 甲省乙市',
          by: 'author',
          from: 'state',
        },
      ],
    });
  });

  test('every field that was looked at is named', () => {
    const field = (...scripts: string[]) => stateOf(VARIABLES, ...scripts)?.labels?.field;
    const data = `window.cgiDataNew = { claim_source: { claim_source: '' }, aigc_wording: '' };`;
    expect(field(data)).toBe('claim_source · aigc_wording');
    expect(field(data, `window.claim_source = { claim_source: '' };`)).toBe(
      'claim_source · window.claim_source · aigc_wording',
    );
  });

  test('pictures that are marked as AI-made have their label where it is not read', () => {
    const fields = (pictures: string) =>
      stateOf(VARIABLES, `window.cgiDataNew = { claim_source: {}, aigc_pictures: ${pictures} };`);
    expect(fields(`[ { id: '1' * 1 } ]`)).toHaveProperty('labelElsewhere', true);
    expect(fields('[ ]')).not.toHaveProperty('labelElsewhere');
  });

  test('a script that breaks off claims no absence', () => {
    const broken = `window.cgiDataNew = { nick_name: JsDecode('甲'), claim_source: { is_user_no`;
    expect(stateOf(VARIABLES, broken)).toMatchObject({
      author: { name: '甲' },
    });
    expect(stateOf(VARIABLES, broken)).not.toHaveProperty('labels');
  });

  test('counts are taken only where they are shown', () => {
    const bar = `window.appmsg_bar_data = { show_old_like: '1' * 1, old_like_count: '9' * 1, show_share: '0' * 1, share_count: '5' * 1,
      comment_enabled: '1' * 1, comment_count: '-3' * 1, show_read: 1, read_num: 'x' * 1 };`;
    expect(stateOf(VARIABLES, bar)?.counts).toEqual({ like: 9 });
  });

  test('huge input is bounded in time', () => {
    const spent = stopwatch();
    readScripts([
      `window.cgiDataNew = {${'a:['.repeat(200_000)}`,
      `window.cgiDataNew = { a: '${'\\x3c'.repeat(500_000)}', b: ${'('.repeat(200_000)}`,
      `window.claim_source = {${' /*'.repeat(80_000)}`,
      'var biz = '.repeat(25_000),
      `${'var ct = "'.padEnd(40, 'x')}\n`.repeat(5_000),
      'window.cgiDataNew = {'.repeat(300_000),
    ]);
    expect(spent()).toBeLessThan(3_000);
  });
});

describe('media', () => {
  const addresses = (...scripts: string[]) => stateOf(VARIABLES, ...scripts)?.media?.map(({ url }) => url);

  test('pictures of shares, escaped once or twice', () => {
    const share = `window.cgiDataNew = { item_show_type: '8' * 1, picture_page_info_list: [
      { cdn_url: JsDecode('https://a.example/1?x=1\\x26amp;amp;y=2') }, { cdn_url: 'data:x' }, { cdn_url: 7 } ] };`;
    expect(addresses(share)).toEqual(['https://a.example/1?x=1&y=2']);
    const older = `window.item_show_type = '8' || '';
      window.picture_page_info_list = [ { width: '1' * 1, cdn_url: 'https://a.example/2', watermark_info: { cdn_url: 'https://a.example/mark' } } ];`;
    expect(addresses(older)).toEqual(['https://a.example/2']);
  });

  test('the first file of a video, and forged ids of sounds', () => {
    const script = `window.__mpVideoTransInfo = [ { url: ('http://a.example/1.mp4').replace(/^http(s?):/, location.protocol) } ];`;
    expect(addresses(script)).toEqual(['http://a.example/1.mp4']);
    const sounds = `window.cgiDataNew = { voice_in_appmsg: [ { voice_id: JsDecode('"&x=y<') }, { voice_id: JsDecode('MzAx') }, { voice_id: JsDecode('MzAwMDAw') } ] };`;
    expect(addresses(sounds)).toEqual(['https://res.wx.qq.com/voice/getvoice?mediaid=MzAwMDAw']);
  });
});

describe('answers and entries', () => {
  const none = { biz: undefined, mid: undefined, idx: undefined };

  test.each([
    [`http://mp.weixin.qq.com/s?__biz=${BIZ}&amp;mid=2247000101&amp;idx=2#rd`, none, ID],
    ['https://mp.weixin.qq.com/s/Abcdefghij_-klmnopqrst', { biz: BIZ, mid: '2247000101', idx: '2' }, ID],
    ['https://mp.weixin.qq.com/s/Abcdefghij_-klmnopqrst', { ...none, mid: '2247000101' }, undefined],
    ['https://example.com/s/Abcdefghij_-klmnopqrst', { biz: BIZ, mid: '2247000101', idx: '2' }, undefined],
    ['https://mp.weixin.qq.com/mp/appmsgalbum?album_id=1', none, undefined],
    ['not a link', none, undefined],
  ])('%s', (link, parts, id) => expect(idOf(addressOfEntry(link, parts))).toBe(id));

  test('other hosts are not read, other objects are no articles', () => {
    expect(readAnswer(new URL('https://channels.weixin.qq.com/s'), {})).toBeUndefined();
    const endpoint = new URL('https://mp.weixin.qq.com/mp/getappmsgext?f=json');
    expect(readAnswer(endpoint, { appmsgstat: { like_num: 1 }, title: 'x' })).toEqual([]);
  });

  test('anything may come back', () => {
    const names = [
      'title',
      'url',
      'link',
      'bizuin',
      'mid',
      'idx',
      'sn',
      'msgid',
      'itemidx',
      'item_show_type',
      'claim_source',
    ];
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<unknown>(null, 0, 1, 'x', BIZ, '2247000101', LONG.href, SHORT.href, true),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(value, (body) => {
        for (const post of readAnswer(LONG, body) ?? []) {
          expect(post.url).toMatch(/^https:\/\/mp\.weixin\.qq\.com\/s[/?]/);
        }
      }),
    );
  });
});
