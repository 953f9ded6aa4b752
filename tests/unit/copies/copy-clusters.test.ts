import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CopyClusters } from '@/utils/copies/copy-clusters';
import { MAX_TEXTS } from '@/utils/copies/cover-groups';
import { stopwatch } from '../../support/stopwatch';
import { clusters, clustersOf, filled, hanText, type Said, said, TEXTS } from './support';

const [basket, soap, ice, tomato] = TEXTS;
const PICTURE = 'https://i0.hdslb.com/bfs/archive/aa11bb22cc33dd44.jpg';
const OTHER = 'https://i0.hdslb.com/bfs/archive/ee11bb22cc33dd44.jpg';

describe('copies by text', () => {
  it.each([
    ['the same', basket, ['text']],
    ['other signs and blanks', `🔥 ${basket.replaceAll('，', ' ~ ')}！[泪]`, ['text']],
    [
      'homophones',
      basket.replace('老人', '佬人').replace('竹篮', '竹兰').replace('好心人', '好薪人'),
      ['text'],
    ],
    ['another ending', `${basket}看到的朋友帮忙转发扩散一下`, ['near-text']],
    ['another beginning', `实拍感人一幕！${basket}`, ['near-text']],
    [
      'a few other words',
      basket.replace('昨晚', '今天').replace('二十里', '三十里').replace('老伴', '孙女'),
      ['near-text'],
    ],
    ['the end cut off', basket.slice(0, 62), ['near-text']],
  ])('%s', (_, copy, reasons) => {
    const copies = filled({ a: said(basket), b: said(copy), c: said(soap), d: said(ice) });
    expect([...copies.clusterOf('b')].sort()).toEqual(['a', 'b']);
    expect(copies.clusterOf('c')).toEqual(['c']);
    expect(copies.reasonsOf('a', 'b')).toEqual(reasons);
    expect(copies.reasonsOf('b', 'a')).toEqual(reasons);
    expect(copies.reasonsOf('a', 'c')).toEqual([]);
  });

  it('does not join what is too short', () => {
    expect(clustersOf({ a: said('太好看了吧'), b: said('太好看了吧') })).toEqual(['a', 'b']);
    expect(clustersOf({ a: said(''), b: said('') })).toEqual(['a', 'b']);
  });

  it('tells short texts by their titles', () => {
    const text = '评论区告诉我你们的看法';
    expect(
      clustersOf({
        a: said(text, '老街口的竹篮老人又来赶集了'),
        b: said(text, '阳台番茄换大盆以后的变化'),
        c: said(text, '老街口的竹篮老人又来赶集了！'),
      }),
    ).toEqual(['a c', 'b']);
  });

  it('does not join what is made after one pattern', () => {
    const episodes = [
      '海边捡到会说话的贝壳',
      '爷爷修好了三十年前的钟',
      '猫咪第一次坐火车回老家',
      '班里来了一位新的转校生',
    ];
    const series = Object.fromEntries(
      episodes.map((each, i) => [`e${i}`, said(`我的日常第${i + 1}集：${each}`)]),
    );
    const goods = ['面膜', '身体乳', '卸妆水', '护发素'].map((each) =>
      said(`好物分享：这个${each}真的很好用，个人主观感受`),
    );
    const posts = { ...series, ...Object.fromEntries(goods.map((each, i) => [`g${i}`, each])) };
    expect(clustersOf(posts)).toEqual(Object.keys(posts).sort());
  });

  it('says no reason for those who are linked through others only', () => {
    const words = [...basket];
    const middle = words.map((word, i) => (i < 12 ? (tomato[i] ?? word) : word)).join('');
    const far = [...middle].map((word, i) => (i > 62 ? (ice[i] ?? word) : word)).join('');
    const copies = filled({ a: said(basket), b: said(middle), c: said(far) });
    expect([...copies.clusterOf('a')].sort()).toEqual(['a', 'b', 'c']);
    expect(copies.reasonsOf('a', 'b')).toEqual(['near-text']);
    expect(copies.reasonsOf('b', 'c')).toEqual(['near-text']);
    expect(copies.reasonsOf('a', 'c')).toEqual([]);
  });
});

describe('copies by picture', () => {
  it('joins posts with other texts, and with none', () => {
    const copies = filled({
      a: said(basket, '', PICTURE),
      b: said(soap, '', `${PICTURE}@672w.webp`),
      c: said('', '', PICTURE),
      d: said(ice, '', OTHER),
      e: said(`${soap}快来`),
    });
    expect([...copies.clusterOf('c')].sort()).toEqual(['a', 'b', 'c', 'e']);
    expect(copies.reasonsOf('a', 'c')).toEqual(['cover']);
    expect(copies.reasonsOf('a', 'e')).toEqual([]);
    expect(copies.reasonsOf('a', 'd')).toEqual([]);
  });

  it('names both reasons', () => {
    const copies = filled({ a: said(basket, '', PICTURE), b: said(basket, '', PICTURE) });
    expect(copies.reasonsOf('a', 'b')).toEqual(['text', 'cover']);
  });

  it('ignores a picture that too many different posts show, as long as they do', () => {
    const letters = (i: number) =>
      String.fromCharCode(
        ...Array.from({ length: 60 }, (_, n) => 0x4e00 + ((i * 911 + n * n * 37) % 15_000)),
      );
    const ids = Array.from({ length: MAX_TEXTS + 1 }, (_, i) => `p${i}`);
    const copies = new CopyClusters();
    for (const [i, id] of ids.entries()) copies.put(id, said(i % 2 ? letters(i) : '', '', PICTURE));
    expect(clusters(copies, ids)).toHaveLength(ids.length);
    expect(copies.reasonsOf('p0', 'p1')).toEqual([]);
    copies.remove('p4');
    expect(copies.clusterOf('p0')).toHaveLength(MAX_TEXTS);
    expect(copies.reasonsOf('p0', 'p1')).toEqual(['cover']);
    copies.put('p4', said('', '', PICTURE));
    expect(clusters(copies, ids)).toHaveLength(ids.length);
  });

  it('counts one text once, however many posts hold it', () => {
    const copies = new CopyClusters();
    for (let i = 0; i < MAX_TEXTS * 3; i++) copies.put(`p${i}`, said(basket, '', PICTURE));
    copies.put('q', said(soap, '', PICTURE));
    expect(copies.clusterOf('q')).toHaveLength(MAX_TEXTS * 3 + 1);
  });
});

describe('changes', () => {
  it('follows a report whose post was edited', () => {
    const copies = filled({ a: said(basket), b: said(soap) });
    copies.put('b', said(`${basket}求转发`));
    expect([...copies.clusterOf('a')].sort()).toEqual(['a', 'b']);
    copies.put('b', said(soap));
    expect(copies.clusterOf('a')).toEqual(['a']);
  });

  it('follows a report that got words under the same picture', () => {
    const copies = filled({ a: said('', '', PICTURE), b: said(basket) });
    copies.put('a', said(basket, '', PICTURE));
    expect(copies.reasonsOf('a', 'b')).toEqual(['text']);
    copies.put('a', said('', '', PICTURE));
    expect(copies.clusterOf('b')).toEqual(['b']);
  });

  it('parts a cluster when what held it together goes', () => {
    const copies = filled({
      a: said(basket, '', PICTURE),
      b: said(soap, '', PICTURE),
      c: said(`${soap}快来`),
    });
    expect(copies.clusterOf('a')).toHaveLength(3);
    copies.remove('b');
    expect(clusters(copies, ['a', 'b', 'c'])).toEqual(['', 'a', 'c']);
  });

  it('knows nothing of a report that was not put', () => {
    const copies = new CopyClusters();
    copies.remove('x');
    expect(copies.clusterOf('x')).toEqual([]);
    expect(copies.reasonsOf('x', 'y')).toEqual([]);
  });

  /** Posts of few words and pictures, so that they often meet. */
  const anyPost = fc
    .tuple(
      fc.constantFrom(...TEXTS, '', '好看'),
      fc.nat(4),
      fc.constantFrom('', '竹', '快来围观转发'),
      fc.constantFrom(PICTURE, OTHER, ''),
    )
    .map(
      ([text, cut, more, picture]): Said =>
        said(text.slice(cut * 4) + more, '', ...(picture ? [picture] : [])),
    );
  const anyId = fc.integer({ min: 0, max: 14 }).map((n) => `r${n}`);
  const change = fc.oneof(
    { weight: 4, arbitrary: fc.record({ id: anyId, post: anyPost }) },
    { weight: 2, arbitrary: fc.record({ id: anyId, post: fc.constant(undefined) }) },
    { weight: 1, arbitrary: fc.record({ id: anyId, post: fc.constant('ask' as const) }) },
  );

  it('comes to the same as putting what is left at once, in any order', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.infiniteStream(fc.nat()), (changes, keys) => {
        const copies = new CopyClusters();
        const left = new Map<string, Said>();
        for (const { id, post } of changes) {
          if (post === 'ask') copies.clusterOf(id);
          else if (post) {
            copies.put(id, post);
            left.set(id, post);
          } else {
            copies.remove(id);
            left.delete(id);
          }
        }
        const shuffled = [...left]
          .map((each) => ({ each, key: keys.next().value }))
          .sort((a, b) => Number(a.key) - Number(b.key));
        const ids = [...left.keys()];
        expect(clusters(copies, ids)).toEqual(
          clustersOf(Object.fromEntries(shuffled.map(({ each }) => each))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same texts and pictures that comparing all with all finds', () => {
    const post = fc.record({
      text: fc.constantFrom(...TEXTS, '', '好看'),
      picture: fc.constantFrom(PICTURE, OTHER, ''),
    });
    fc.assert(
      fc.property(fc.array(post, { maxLength: 20 }), (posts) => {
        const ids = posts.map((_, i) => `r${i}`);
        const group = ids.map((_, i) => i);
        posts.forEach((one, i) => {
          posts.forEach((other, j) => {
            const same =
              (one.text.length > 10 && one.text === other.text) ||
              (one.picture && one.picture === other.picture);
            if (!same || group[i] === group[j]) return;
            const from = group[j];
            group.forEach((each, k) => {
              if (each === from) group[k] = group[i]!;
            });
          });
        });
        const expected = [...new Set(group)]
          .map((each) =>
            ids
              .filter((_, k) => group[k] === each)
              .sort()
              .join(' '),
          )
          .sort();
        const all = posts.map(({ text, picture }, i) => [
          `r${i}`,
          said(text, '', ...(picture ? [picture] : [])),
        ]);
        expect(clustersOf(Object.fromEntries(all))).toEqual(expected);
      }),
    );
  });

  it('joins a text and what is made of it by adding to it, and no text with another one', () => {
    fc.assert(
      fc.property(hanText(60, 200), hanText(60, 200), hanText(1, 12), (one, other, more) => {
        expect(
          clustersOf({ a: said(one), b: said(other), c: said(one + more), d: said(more + other) }),
        ).toEqual(['a c', 'b d']);
      }),
    );
  });
});

describe('crowds', () => {
  const variant = (i: number) => `${basket}联系人第${'零一二三四五六七八九'[i % 10]}组${i}号`;

  it('keeps thousands of variants of one text together while they come and go', () => {
    const copies = new CopyClusters();
    const ids = Array.from({ length: 3000 }, (_, i) => `v${i}`);
    const spent = stopwatch();
    for (const [i, id] of ids.entries()) copies.put(id, said(variant(i)));
    expect(copies.clusterOf('v0')).toHaveLength(3000);
    for (let i = 0; i < 300; i++) {
      copies.remove(`v${i * 7}`);
      copies.clusterOf('v1');
    }
    expect(
      clusters(
        copies,
        ids.filter((_, i) => i % 7 !== 0 || i >= 2100),
      ),
    ).toHaveLength(1);
    for (let i = 0; i < 300; i++) copies.put(`v${i * 7}`, said(variant(i * 7)));
    expect(copies.clusterOf('v1')).toHaveLength(3000);
    for (const id of ids.slice(1)) copies.remove(id);
    expect(copies.clusterOf('v0')).toEqual(['v0']);
    // All with all would take minutes.
    expect(spent()).toBeLessThan(20_000);
  });

  it('does not depend on the order in which a crowd came', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          Array.from({ length: 40 }, (_, i) => i),
          { minLength: 20 },
        ),
        (order) => {
          const copies = new CopyClusters();
          for (const i of order) {
            copies.put(`v${i}`, said(variant(i)));
            if (i % 5 === 0) copies.clusterOf(`v${i}`);
          }
          for (const i of order.slice(0, 8)) copies.remove(`v${i}`);
          const left = order.slice(8).sort((a, b) => a - b);
          const ids = left.map((i) => `v${i}`);
          expect(clusters(copies, ids)).toEqual(
            clustersOf(Object.fromEntries(left.map((i) => [`v${i}`, said(variant(i))]))),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes the same text a hundred thousand times', () => {
    const copies = new CopyClusters();
    for (let i = 0; i < 100_000; i++) copies.put(`s${i}`, said(basket));
    expect(copies.clusterOf('s0')).toHaveLength(100_000);
    expect(copies.clusterOf('s99999')).toBe(copies.clusterOf('s0'));
  });
});
