import type { PlaceKind } from '../model/concern';
import { type Found, inOrder, narrow } from './find';

const HAN = '\\u4e00-\\u9fff';
const NUMBER = '[\\d一二三四五六七八九十]';

interface Pattern {
  kind: PlaceKind;
  /** What no such place is without; most texts have none of it, and are not searched. */
  needs: RegExp;
  /** Its group `place`, where it has one, is what was found. */
  pattern: RegExp;
  holds?: (found: RegExpExecArray) => boolean;
}

/** Handles of institutions, outlets and shops are nobody's name. */
const INSTITUTION =
  /日报|晚报|早报|时报|新闻|发布|官方|公安|警方|交警|消防|法院|检察|政府|网信|电视|广播|央视|卫视|学院|大学|医院|协会|旗舰店|专卖|客服|小助手|管理员|助手$|网$|台$|报$|社$|局$/;

/** By form alone, and narrow on purpose: what is found is a hint, what is not found may still name somebody. */
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'mention',
    needs: /@/,
    pattern: new RegExp(`(?<![\\w.@])@(?<place>[\\w${HAN}·-]{2,30})`, 'dg'),
    holds: ({ groups }) => !INSTITUTION.test(groups!.place!),
  },
  {
    kind: 'name',
    needs: /名|户主|件人|货人/,
    pattern: new RegExp(
      `(?:姓名|真名|本名|真实姓名|户主|收件人|收货人|家长姓名|孩子姓名)[是为]?[ :]{1,2}(?<place>[${HAN}·]{2,6})(?![${HAN}])`,
      'dg',
    ),
  },
  {
    kind: 'school',
    needs: /班/,
    pattern: new RegExp(
      `[${HAN}]{1,10}(?<![我你他她们的个所上读在到该某])(?:小学|中学|初中|高中|幼儿园|[一二三四五六七八九十]中)(?:部|校区)?[^，。！？,.!?\\n]{0,4}(?:${NUMBER}年级|[初高][一二三]|[大中小]班)?[^，。！？,.!?\\n]{0,2}[(]?${NUMBER}{1,3}[)]?班`,
      'dg',
    ),
  },
  {
    kind: 'address',
    needs: /[栋幢座#]|号楼|单元/,
    pattern: new RegExp(
      `(?:(?![我你他她在住于到是给去从])[\\w${HAN}]){2,12}(?:小区|花园|公寓|家园|新村|社区|苑|路|街|巷|弄|村)(?:\\d{1,5}[号弄院])?[ ]?(?:\\d{1,4}[#]|\\d{1,4}(?:号楼|栋|幢|座))[ ]?(?:${NUMBER}{1,3}单元)?[ ]?(?:\\d{2,5}(?:室|户|号房)?)?`,
      'dg',
    ),
  },
  {
    kind: 'address',
    needs: /[栋幢座#]|号楼|单元/,
    pattern: new RegExp(
      `\\d{1,4}(?:号楼|栋|幢|座)[ ]?${NUMBER}{1,3}单元[ ]?\\d{2,5}(?:室|户|号房)?|${NUMBER}{1,3}单元[ ]?\\d{2,5}(?:室|户)`,
      'dg',
    ),
  },
];

/** A child by age: `7岁的女儿`, `十二岁男孩`. */
const CHILD =
  /(?<!\d)(?<age>\d{1,2}|[一二两三四五六七八九十]{1,3})[ ]?(?:周岁|岁)半?[ ]?(?:的|大的|多的|小)?[ ]?(?:小)?(?:男孩|女孩|男童|女童|男生|女生|女儿|儿子|孩子|孩|宝宝|娃|小朋友|学生|妹妹|弟弟|侄女|侄子|外甥|孙女|孙子|闺女)/dg;

/** Places that may name or locate a private person, in order of position. */
export function privatePeople(text: string): Found[] {
  const narrowed = narrow(text);
  return inOrder(
    PATTERNS.filter(({ needs }) => needs.test(narrowed)).flatMap(({ kind, pattern, holds }) =>
      [...narrowed.matchAll(pattern)].flatMap((match): Found[] => {
        const [start, end] = match.indices!.groups?.place ?? match.indices![0]!;
        return !holds || holds(match) ? [{ start, end, kind }] : [];
      }),
    ),
    text.length,
  );
}

/** Places that speak of a child under eighteen by its age. */
export function childrenByAge(text: string): Found[] {
  if (!text.includes('岁')) return [];
  return [...narrow(text).matchAll(CHILD)].flatMap((match): Found[] => {
    const [start, end] = match.indices![0]!;
    return ageOf(match.groups!.age!) < 18 ? [{ start, end, kind: 'child' }] : [];
  });
}

/** `12`, `七`, `十二`, `二十`. */
function ageOf(written: string): number {
  if (/\d/.test(written)) return Number(written);
  const value = (digit: string) => (digit === '两' ? 2 : '一二三四五六七八九'.indexOf(digit) + 1);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  const ten = written.includes('十') ? (tens ? value(tens) : 1) * 10 : 0;
  return ten + (ones ? value(ones.at(-1)!) : 0);
}
