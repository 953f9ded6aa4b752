import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceKind } from '@/utils/model/concern';
import { childrenByAge, privatePeople } from '@/utils/precheck/private-people';
import { stopwatch } from '../../support/stopwatch';

const CASES: Partial<Record<PlaceKind, { hits: [text: string, place: string][]; misses: string[] }>> = {
  mention: {
    hits: [
      ['谢谢 @小满的猫 帮忙', '小满的猫'],
      ['@night_owl看这里', 'night_owl看这里'],
      ['视频来自@山间小院', '山间小院'],
      ['＠阿青 你说呢', '阿青'],
      ['回复@river-01：好', 'river-01'],
    ],
    misses: ['@某县发布 通报', '来源@北方日报', '写信 someone@example.com', '@ 空着', '@@', '@平安某地公安'],
  },
  name: {
    hits: [
      ['姓名：甲乙丙', '甲乙丙'],
      ['收件人: 甲乙', '甲乙'],
      ['真实姓名是：甲乙丙', '甲乙丙'],
      ['孩子姓名 甲乙', '甲乙'],
      ['户主：甲·乙丙', '甲·乙丙'],
    ],
    misses: ['姓名不便透露', '请填写姓名：', '收件人不对', '姓名：A 先生', '姓名：以上内容均由本人填写无误'],
  },
  school: {
    hits: [
      ['青禾小学三年级2班', '青禾小学三年级2班'],
      ['就是向阳中学初二(3)班的', '就是向阳中学初二(3)班'],
      ['青禾幼儿园大班二班', '青禾幼儿园大班二班'],
      ['城南八中高一（12）班', '城南八中高一（12）班'],
      ['北河实验小学 五年级一班', '北河实验小学 五年级一班'],
    ],
    misses: ['小学三年级的时候', '我的小学三年级2班', '今天上班', '中学生的班主任', '这个小学一年级1班'],
  },
  address: {
    hits: [
      ['青禾小区3号楼2单元501室', '青禾小区3号楼2单元501室'],
      ['我住在春江花园12栋', '春江花园12栋'],
      ['向阳路18号5幢302室', '向阳路18号5幢302室'],
      ['在 8栋2单元1203', '8栋2单元1203'],
      ['3单元402室漏水', '3单元402室'],
    ],
    misses: ['小区门口', '春江花园真好看', '人民路堵车', '5 号线换乘', '这栋楼', '18号下午'],
  },
};

describe.each(Object.entries(CASES))('%s', (kind, { hits, misses }) => {
  test.each(hits)('%s', (text, place) => {
    expect(
      privatePeople(text).map(({ start, end, ...each }) => ({ ...each, text: text.slice(start, end) })),
    ).toEqual([{ kind, text: place }]);
  });

  test.each(misses)('nothing of the kind in %s', (text) => {
    expect(privatePeople(text).filter((each) => each.kind === kind)).toEqual([]);
  });
});

describe('children by age', () => {
  test.each([
    ['她的7岁女儿', '7岁女儿'],
    ['十二岁的男孩', '十二岁的男孩'],
    ['３岁宝宝', '３岁宝宝'],
    ['两岁半的小朋友', '两岁半的小朋友'],
    ['十七周岁学生', '十七周岁学生'],
    ['一个 5 岁 小女孩'.replaceAll(' ', ''), '5岁小女孩'],
  ])('%s', (text, place) => {
    expect(childrenByAge(text).map(({ start, end }) => text.slice(start, end))).toEqual([place]);
  });

  test.each(['18岁女孩', '二十岁学生', '三十二岁的儿子', '我今年七岁了吗', '公司成立 3 岁', '127岁孩子'])(
    'none in %s',
    (text) => {
      expect(childrenByAge(text)).toEqual([]);
    },
  );
});

const thick = fc.string({
  unit: fc.constantFrom(
    ...'@＠小学年级一二三班(（)）号楼单元室路区姓名：:岁女儿的7栋甲乙 ·_a',
    '👧',
    '\n',
    '\udc00',
  ),
  maxLength: 120,
});

test('places lie inside the text and apart from each other', () => {
  fc.assert(
    fc.property(thick, (text) => {
      for (const find of [privatePeople, childrenByAge]) {
        let end = 0;
        for (const place of find(text)) {
          expect(place.start).toBeGreaterThanOrEqual(end);
          expect(place.end).toBeGreaterThan(place.start);
          expect(place.end).toBeLessThanOrEqual(text.length);
          end = place.end;
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each(['小学', '小区', '甲', '@', '三年级', '1号楼', '路1', '@甲', '@甲乙 '])(
  'a long run of %s takes no more than half a second',
  (unit) => {
    const text = unit.repeat(100_000 / unit.length);
    const spent = stopwatch();
    privatePeople(text);
    childrenByAge(text);
    expect(spent()).toBeLessThan(500);
  },
);
