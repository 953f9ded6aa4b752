import { expect, test } from 'vitest';
import { collectAlphabet, mapClasses, OTHER } from '@/utils/rules/matcher/classes';
import { createDice, fold } from './support';

const identity = {
  units: Uint16Array.from({ length: 0x10000 }, (_, unit) => unit),
  astral: new Map<number, number>(),
};

test('Han characters in no term have a class of their own, and no other characters have it', () => {
  const codes = new Uint16Array(0x10000);
  const { hanStart } = mapClasses({ others: [], han: [] }, identity, codes);
  const wrong: string[] = [];
  for (let unit = 2; unit < 0x10000; unit++) {
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    const isHan = /\p{Script=Han}/u.test(String.fromCharCode(unit));
    if (!isSurrogate && (codes[unit] === hanStart) !== isHan) wrong.push(unit.toString(16));
  }
  expect(wrong).toEqual([]);
});

test('each character of the terms has one class, the same for all that read alike', () => {
  const terms = ['門A𝐚', '风v1', 'é·٣'];
  const codes = new Uint16Array(0x10000);
  const alphabet = collectAlphabet(terms, fold);
  const { astral, hanStart } = mapClasses(alphabet, fold, codes);
  const classOf = (sign: string) =>
    sign.length > 1 ? (astral.get(sign.codePointAt(0)!) ?? OTHER) : codes[sign.charCodeAt(0)]!;
  expect([alphabet.han, alphabet.others].map((part) => String.fromCharCode(...Array.from(part)))).toEqual([
    '门风',
    'é٣',
  ]);
  for (const [a, b] of ['門门', '風风', 'Aａ', '𝐚a', 'Vv', '1１'])
    expect(classOf(a!), `${a} and ${b}`).toBe(classOf(b!));
  expect(new Set([...'门风av1é٣'].map(classOf)).size).toBe(7);
  expect([...'门风'].every((sign) => classOf(sign) > hanStart)).toBe(true);
  expect([...'é٣av1'].every((sign) => classOf(sign) < hanStart && classOf(sign) > OTHER)).toBe(true);
  expect([classOf('人'), classOf('。'), classOf('𠮷')]).toEqual([hanStart, OTHER, OTHER]);
});

test('thousands of characters fit', () => {
  const dice = createDice(1);
  const terms = Array.from({ length: 20_000 }, () => String.fromCharCode(0x4e00 + dice(20_000)));
  const { han } = collectAlphabet(terms, identity);
  expect(new Set(Array.from(han)).size).toBe(new Set(terms).size);
});
