import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDataSource } from '@/scripts/lib/fold-data';
import { encodeDistances, encodeNumbers, encodePairs, encodeRuns } from '@/scripts/lib/fold-data/encode';
import { simplifiedForms } from '@/scripts/lib/fold-data/han';
import { buildReadings } from '@/scripts/lib/fold-data/readings';
import { SIGNS, SIGNS_FOR_WORDS } from '@/scripts/lib/fold-data/signs';
import { foldTerm, loadFoldTable } from '@/utils/rules/fold';
import { commonHan } from '@/utils/rules/fold/common-han';
import { decodeDistances, decodeNumbers, decodePairs, decodeRuns } from '@/utils/rules/fold/decode';
import { isHan } from '@/utils/rules/fold/is-han';
import { loadReadings } from '@/utils/rules/fold/load-table';
import { EXPANDS, FILLER, INVISIBLE } from '@/utils/rules/fold/table';

const { units, astral } = loadFoldTable();

describe('the shipped table', () => {
  it('holds every reading that was built', () => {
    const { expanding } = loadReadings();
    const wrong = [...buildReadings()].filter(([code, reading]) => {
      if (reading === EXPANDS) return !expanding.has(code);
      return (code > 0xffff ? astral.get(code) : units[code]) !== reading;
    });
    expect(wrong.map(([code]) => String.fromCodePoint(code))).toEqual([]);
  });

  it('reads everything as something that reads as itself', () => {
    for (const reading of new Set([...units, ...astral.values()])) {
      if (reading > FILLER) expect(units[reading], String.fromCharCode(reading)).toBe(reading);
    }
  });

  it('leaves ordinary simplified text as it is', () => {
    const old = '後於麽夥徵拚捱摺榘菸醣麴';
    for (const character of commonHan()) {
      if (!old.includes(character)) expect(units[character.charCodeAt(0)]).toBe(character.charCodeAt(0));
    }
    for (const character of '，。！？；：、…“”‘’()《》【】「」<>[]{}"\'+#@/&%$¥=\n\r\u2028\u2029') {
      const plain = character.normalize('NFKC');
      if (plain.length === 1) expect(foldTerm(character)).toBe(plain);
    }
  });

  it('breaks no words at line ends and keeps what stands for words', () => {
    for (const sign of SIGNS_FOR_WORDS) {
      const code = sign.codePointAt(0)!;
      if (code > 0xffff) expect(astral.has(code), sign).toBe(false);
      else expect(units[code], sign).toBe(code);
    }
  });

  it.each([
    [
      INVISIBLE,
      '\u0000\u0007\u007f\u00ad\u034f\u061c\u115f\u180e\u200b\u200f\u202e\u2064\u206f\u3164\ufe0f\ufeff\uffa0',
    ],
    [FILLER, ' \t\u00a0\u3000\u2003·•・*_|~^-‐–—−～＿★☆●○◆◇■□▲△.．─'],
  ])('reads as %i what should', (reading, characters) => {
    for (const character of characters)
      expect(units[character.charCodeAt(0)], JSON.stringify(character)).toBe(reading);
  });

  it('knows invisible and filling characters above the basic plane', () => {
    for (const code of [0x1f3fd, 0xe0001, 0xe0061, 0xe01ef, 0x1d167])
      expect(astral.get(code)).toBe(INVISIBLE);
    for (const sign of '😀🙏🔥👇🎉🌹') expect(astral.get(sign.codePointAt(0)!)).toBe(FILLER);
  });
});

describe('forms and signs', () => {
  it('simplifies one character to one common character that stays', () => {
    const common = new Set(commonHan());
    const forms = simplifiedForms();
    expect(forms.size).toBeGreaterThan(2500);
    for (const [form, plain] of forms) {
      expect(common.has(plain), form).toBe(true);
      expect(foldTerm(form), form).toBe(plain);
      expect(foldTerm(plain), plain).toBe(plain);
    }
  });

  it('reads each sign as one unit, and no sign twice', () => {
    for (const [sign, reading] of SIGNS) expect(foldTerm(sign), sign).toBe(reading);
    for (const sign of SIGNS_FOR_WORDS) expect(SIGNS.has(sign), sign).toBe(false);
  });

  it('takes the same units for Han as Unicode does', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const han = /\p{Script=Han}/u.test(String.fromCharCode(unit));
      if (isHan(unit) !== han) expect.fail(`U+${unit.toString(16)}`);
    }
  });
});

describe('encoding', () => {
  const numbers = fc.array(fc.nat({ max: 0x10ffff }), { maxLength: 50 });
  const table = fc
    .array(fc.tuple(fc.nat({ max: 0x10ffff }), fc.nat({ max: 0xffff })), { maxLength: 50 })
    .map((pairs) => new Map(pairs));

  it('gives numbers back', () => {
    fc.assert(
      fc.property(numbers, (each) => {
        expect(decodeNumbers(encodeNumbers(each))).toEqual(each);
        expect(decodeDistances(encodeDistances(each))).toEqual(each);
      }),
    );
  });

  it('gives tables back', () => {
    fc.assert(
      fc.property(table, (readings) => {
        const pairs = new Map<number, number>();
        decodePairs(encodePairs(readings), (code, reading) => pairs.set(code, reading));
        expect(pairs).toEqual(readings);
        const runs = new Map<number, number>();
        decodeRuns(encodeRuns(readings), (code, reading) => runs.set(code, reading));
        expect(runs).toEqual(readings);
      }),
    );
  });

  it('stays small', () => {
    expect(gzipSync(foldDataSource()).length).toBeLessThan(15_000);
  });
});
