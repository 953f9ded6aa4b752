/** Units on each side of a hit that are looked at; words are shorter. */
const AROUND = 8;
const TWO_HAN = /\p{Script=Han}.*\p{Script=Han}/u;
/** Surnames that are seldom words by themselves. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭肖田董潘袁蔡蒋余杜程魏苏吕丁卢姚沈钟姜崔谭陆范汪廖韦贾邹孟秦邱侯尹薛闫段黎史陶贺郝龚邵覃';

/** Spellings known to be words by themselves; the same few come again and again. */
const MAX_KNOWN = 2000;

let segmenter: Intl.Segmenter | undefined;
const known = new Map<string, boolean>();

/**
 * Whether a stretch that sounds like a term is spelt as nothing ordinary is: 大全 sounds like 打拳 and is a word of its
 * own, 沙比 is two characters that mean nothing together. A word of two or more Han characters inside or across the
 * stretch makes it ordinary, unless the term itself is written with it (脑子 in 脑子👋👌使), and so does a surname
 * before a stretch of two, which is then a name.
 *
 * @param start offsets in UTF-16 units, half-open
 * @param term the word that the stretch sounds like
 */
export function soundsRight(text: string, start: number, end: number, term: string): boolean {
  const spelling = text.slice(start, end);
  if (isWord(spelling)) return false;
  const from = Math.max(0, start - AROUND);
  let before = '';
  for (const { segment, index } of segments(text.slice(from, end + AROUND))) {
    const at = from + index;
    if (at >= end) break;
    if (at + segment.length <= start) before = segment;
    else if (TWO_HAN.test(segment) && !term.includes(segment)) return false;
  }
  const isName = end - start === 2 && before !== '' && SURNAMES.includes(before);
  return !isName;
}

function isWord(spelling: string): boolean {
  let word = known.get(spelling);
  if (word === undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    word = TWO_HAN.test(spelling) && [...segments(spelling)].length === 1;
    known.set(spelling, word);
  }
  return word;
}

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter.segment(text);
}
