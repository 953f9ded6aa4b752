import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFoldTable } from '@/utils/rules/fold';
import { TermMatcher } from '@/utils/rules/matcher/term-matcher';
import { BREAK, findNaively, fold, readNaively, readTermNaively, toHits } from './support';

/** Any UTF-16 units, half pairs among them, with what people hide words with more often than chance would have it. */
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0x10000, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
  fc.constantFrom('甲', '乙', 'v', 'Ａ', ' ', '·', '\u200b', '😀', '𝐚', '\ud83d', '\ude00', '9', '\n'),
);
const text = fc.array(unit, { maxLength: 60 }).map((units) => units.join(''));
/** Terms cut out of the text, so that there is something to find. */
const cuts = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 8 })), { maxLength: 6 });

const tables = [
  ['a small fold table', fold],
  ['the one that ships', loadFoldTable()],
] as const;

test.each(tables)('with %s, any text gives the hits of the plainest search', (_, table) => {
  fc.assert(
    fc.property(text, cuts, (input, places) => {
      const terms = places
        .map(([at, length]) => input.slice(at, at + length).toWellFormed())
        .filter((term) => readTermNaively(term, table).length > 0);
      expect(toHits(TermMatcher.build(terms, table).scan(input))).toEqual(findNaively(terms, input, table));
    }),
    { numRuns: 300 },
  );
});

test.each(tables)('with %s, what is cut out at the offsets reads as the term', (_, table) => {
  fc.assert(
    fc.property(text, cuts, (input, places) => {
      const terms = places
        .map(([at, length]) => input.slice(at, at + length).toWellFormed())
        .filter((term) => readTermNaively(term, table).length > 0);
      for (const [start, end, id] of toHits(TermMatcher.build(terms, table).scan(input))) {
        const wanted = readTermNaively(terms[id]!, table);
        const found = readNaively(input.slice(start, end), table);
        expect(found.map(({ reading }) => reading)).toEqual(wanted);
        expect([found[0]!.start, found.at(-1)!.end]).toEqual([0, end - start]);
        expect([wanted[0], wanted.at(-1)]).not.toContain(BREAK);
        expect(isBorder(input, start) && isBorder(input, end)).toBe(true);
      }
    }),
  );
});

/** Whether an offset stands between characters, not inside a surrogate pair. */
function isBorder(input: string, at: number): boolean {
  return at === 0 || input.codePointAt(at - 1)! <= 0xffff;
}
