import { describe, expect, test } from 'vitest';
import { TermMatcher } from '@/utils/rules/matcher/term-matcher';
import { createDice, fold, toHits } from './support';

const TERMS = [
  '甲',
  '甲乙',
  '甲乙丙丁戊',
  '甲乙丙丁己',
  'ab cd',
  '門',
  '门',
  '乙',
  '甲乙',
  '𠮷野',
  'v1',
  '甲乙丙丁戊',
];
const TEXT = '甲乙丙丁 戊甲乙丙丁己門ab-cd 𠮷野 v1 v1a 乙';

function createTerms(count: number): string[] {
  const dice = createDice(5);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + dice(9) }, () => String.fromCharCode(0x4e00 + dice(300))).join(''),
  );
}

describe('tables in a buffer', () => {
  test.each([
    ['a few', TERMS, TEXT],
    ['none', [], TEXT],
    ['thousands', createTerms(5_000), createTerms(900).join('')],
  ])('%s terms find the same afterwards', (_, terms, text) => {
    const built = TermMatcher.build(terms, fold);
    const found = toHits(built.scan(text));
    const restored = TermMatcher.fromBuffer(structuredClone(built.toBuffer()), fold);
    expect(toHits(restored.scan(text))).toEqual(found);
    expect(found.length > 0).toBe(terms.length > 0);
    expect(new Uint8Array(restored.toBuffer())).toHaveLength(built.toBuffer().byteLength);
  });

  test('do not hang on the buffer', () => {
    const buffer = TermMatcher.build(TERMS, fold).toBuffer();
    const restored = TermMatcher.fromBuffer(buffer, fold);
    const found = toHits(restored.scan(TEXT));
    const moved = structuredClone(buffer, { transfer: [buffer] });
    expect(toHits(restored.scan(TEXT))).toEqual(found);
    expect(new Uint8Array(restored.toBuffer())).toHaveLength(moved.byteLength);
  });

  test('are packed: less than 40 bytes a term', () => {
    expect(TermMatcher.build(createTerms(5_000), fold).toBuffer().byteLength).toBeLessThan(200_000);
  });
});

describe('a buffer is refused', () => {
  const buffer = TermMatcher.build(TERMS, fold).toBuffer();
  const load = (bytes: ArrayBuffer) => () => TermMatcher.fromBuffer(bytes, fold);

  test('when it is cut anywhere', () => {
    for (let length = 0; length < buffer.byteLength; length++) {
      expect(load(buffer.slice(0, length)), `${length} bytes`).toThrow(RangeError);
    }
  });

  test('when a byte of it is changed', () => {
    for (let at = 0; at < buffer.byteLength; at++) {
      const changed = buffer.slice();
      new Uint8Array(changed)[at]! ^= 0x10;
      expect(load(changed), `byte ${at}`).toThrow(RangeError);
    }
  });

  test('when something follows, and when it is something else', () => {
    const longer = new Uint8Array(buffer.byteLength + 4);
    longer.set(new Uint8Array(buffer));
    expect(load(longer.buffer)).toThrow('cut or changed');
    expect(load(new ArrayBuffer(4096))).toThrow('of another kind');
  });

  test('when it was made with another fold table', () => {
    const units = fold.units.slice();
    units[0x7532] = 0x4e59;
    expect(() => TermMatcher.fromBuffer(buffer, { ...fold, units })).toThrow('another fold table');
    const astral = new Map(fold.astral).set(0x1f600, 0x61);
    expect(() => TermMatcher.fromBuffer(buffer, { ...fold, astral })).toThrow('another fold table');
  });
});
