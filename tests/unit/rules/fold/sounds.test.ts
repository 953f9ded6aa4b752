import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNS } from '@/scripts/lib/fold-data/signs';
import { spokenSigns } from '@/scripts/lib/fold-data/syllables';
import { loadFoldTable } from '@/utils/rules/fold';
import { commonHan, FIRST_LEVEL } from '@/utils/rules/fold/common-han';
import { loadSoundTable } from '@/utils/rules/fold/sounds';
import { soundsRight } from '@/utils/rules/fold/sounds-right';
import { anyText } from './texts';

const fold = loadFoldTable();
const sounds = loadSoundTable();

/** What the characters of a text sound like, without those that vanish. */
function sound(text: string): string {
  const readings = Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    return (code > 0xffff ? sounds.astral.get(code) : sounds.units[code]) ?? 0xfffd;
  });
  return String.fromCharCode(...readings.filter((reading) => reading > 1));
}

describe('what characters sound like', () => {
  it.each([
    ['傻逼', '沙比'],
    ['智障', '制杖'],
    ['婊子', '裱籽'],
    ['打拳', '大全'],
    ['女人', '钕仁'],
    ['垃圾', '拉级'],
    ['傻屄', '煞逼'],
    // Traditional, full-width and disguised forms are folded first.
    ['马的', '馬的'],
    ['草泥马', '🌿泥🐴'],
    ['不好', '👋👌'],
    ['女拳', '👩👊'],
    ['恶心', '恶🆕'],
    ['滚蛋', '滚\u200b🥚'],
  ])('%s sounds like %s', (one, other) => expect(sound(other)).toBe(sound(one)));

  it.each([
    ['傻逼', '傻瓜'],
    ['女人', '努人'],
    ['男', '女'],
  ])('%s does not sound like %s', (one, other) => expect(sound(other)).not.toBe(sound(one)));

  it('has about 400 syllables, each read as its first common character', () => {
    const han = commonHan();
    const firsts = new Set(Array.from(han, (character) => sounds.units[character.charCodeAt(0)]!));
    expect(firsts.size).toBeGreaterThan(390);
    expect(firsts.size).toBeLessThan(415);
    for (const first of firsts) {
      expect(han).toContain(String.fromCharCode(first));
      expect(sounds.units[first]).toBe(first);
    }
  });

  it('keeps the order of sounds of the first level of GB 2312, but for characters with several', () => {
    const han = commonHan();
    let changes = 0;
    for (let i = 1; i < FIRST_LEVEL; i++) {
      if (sounds.units[han.charCodeAt(i)] !== sounds.units[han.charCodeAt(i - 1)]) changes++;
    }
    expect(changes).toBeLessThan(700);
  });

  it('gives no sign that stands for a character another sound', () => {
    for (const code of spokenSigns().keys()) expect(SIGNS.has(String.fromCodePoint(code))).toBe(false);
  });

  it('reads all else as the fold table does', () => {
    for (const character of 'aZ7，。 -\n\u200b㎏é𝐕') {
      const code = character.codePointAt(0)!;
      const [one, other] = code > 0xffff ? [sounds.astral, fold.astral] : [sounds.units, fold.units];
      expect('get' in one ? one.get(code) : one[code]).toBe('get' in other ? other.get(code) : other[code]);
    }
  });
});

describe('whether a spelling is ordinary', () => {
  const found = (marked: string, term = '') => {
    const start = marked.indexOf('【');
    const end = marked.indexOf('】') - 1;
    return soundsRight(marked.replace(/[【】]/g, ''), start, end, term);
  };

  it.each([
    '你个【沙比】东西',
    '真是【制杖】',
    '【鲨臂】玩意',
    '一群【若只】',
    '你【麻】了【个】',
    '这【钕权】又来了',
  ])('%s is none', (text) => expect(found(text)).toBe(true));

  it.each([
    '中国【大全】出版了',
    '这本【大全】很好',
    '河边的【沙子】很细',
    '他在操【场拟】马匹',
    '物【质障】碍',
    '昨天有人【出生】了',
    '歌手陈【楚生】来了',
  ])('%s is', (text) => expect(found(text)).toBe(false));

  it('a word that the term is written with does not make the spelling ordinary', () => {
    expect(found('真是【脑子👋👌使】', '脑子不好使')).toBe(true);
    expect(found('真是【脑子👋👌使】', '闹字不好使')).toBe(false);
  });

  it('never throws, wherever the stretch is', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(10), (text, start, length) => {
        expect(typeof soundsRight(text, start, start + length, '傻逼')).toBe('boolean');
      }),
    );
  });

  it('looks around only', () => {
    const far = `${'好'.repeat(500_000)}沙比${'好'.repeat(500_000)}`;
    expect(typeof soundsRight(far, 500_000, 500_002, '傻逼')).toBe('boolean');
  });
});
