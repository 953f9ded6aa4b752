import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sites } from '@/utils/sites';
import { LABEL_TEXTS } from '@/utils/sites/label-texts';
import {
  classifyLabel,
  declaresNothing,
  foldLabel,
  isSameLabel,
  knownLabel,
  labelSentence,
  labelsFromHashtags,
} from '@/utils/sites/labels';

/** Every text of the table, a free part filled in. */
const TEXTS = LABEL_TEXTS.flatMap((row) =>
  row.texts.map((text) => ({ ...row, text: text.replaceAll('*', '邻镇广播站') })),
);
const LABELS = TEXTS.filter(({ kind }) => kind !== 'none');
const PREFIXES = ['作者声明：', '作者提示: ', '作品声明：', '创作声明:', '作者声明 '];
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Other spellings that sites and authors use for one text. */
function spellings(text: string): string[] {
  return [
    text,
    [...text].join(' '),
    `\n  ${text}\u00a0`,
    fullWidth(text),
    text.toUpperCase(),
    text.replace(/，/g, ','),
    text.replace(/，/g, ', '),
    text.replace(/，/g, '、'),
    text.replace(/，/g, ''),
    `${text}。`,
    `“${text}”`,
  ];
}

describe('the rows of the table', () => {
  test.each(LABELS.map(({ text, kind }) => [text, kind] as const))(
    '%s is %s in any spelling',
    (text, kind) => {
      for (const spelling of ['', ...PREFIXES].flatMap((prefix) =>
        spellings(text).map((each) => prefix + each),
      )) {
        expect(classifyLabel(spelling), spelling).toBe(kind);
        expect(isSameLabel(spelling, text), spelling).toBe(true);
        expect(declaresNothing(spelling), spelling).toBe(false);
      }
    },
  );

  test.each(LABELS.filter(({ bare }) => !bare))('$text is a sentence by the $by', ({ text, kind, by }) => {
    for (const spelling of spellings(text)) {
      expect(labelSentence(spelling), spelling).toEqual({ kind, by });
      expect(knownLabel(spelling), spelling).toBe(kind);
    }
  });

  test.each(LABELS.filter(({ bare }) => bare))(
    '$text is no sentence without the words 作者声明',
    ({ text, kind }) => {
      for (const spelling of spellings(text)) expect(labelSentence(spelling), spelling).toBeUndefined();
      expect(labelSentence(`作者声明：${text}`)).toEqual({ kind, by: 'author' });
    },
  );

  test.each(TEXTS.filter(({ kind }) => kind === 'none'))('$text declares nothing', ({ text }) => {
    for (const spelling of ['', ...PREFIXES].flatMap((prefix) =>
      spellings(text).map((each) => prefix + each),
    )) {
      expect(declaresNothing(spelling), spelling).toBe(true);
      expect(labelSentence(spelling), spelling).toBeUndefined();
    }
  });

  test('no text stands in two rows', () => {
    for (const [index, { text }] of TEXTS.entries()) {
      const same = TEXTS.slice(index + 1).filter((other) => isSameLabel(text, other.text));
      expect(same, text).toEqual([]);
    }
  });

  test('no text ends up without words when it is folded', () => {
    for (const { text } of TEXTS) expect(isSameLabel(text, ''), text).toBe(false);
  });

  test('every row has texts, a month and sites that are there', () => {
    const ids = new Set(['all', ...sites.map(({ id }) => id)]);
    for (const row of LABEL_TEXTS) {
      const name = row.texts.join(' | ');
      expect(row.texts.length, JSON.stringify(row)).toBeGreaterThan(0);
      const months = [row.since, row.form, row.viewer].filter((month) => month !== undefined);
      expect(row.form ?? row.viewer, `${name} needs the month in which it was seen`).toBeDefined();
      for (const month of months) expect(month, name).toMatch(/^20[12]\d-(0[1-9]|1[0-2])$/);
      for (const month of months)
        expect(month >= (row.since ?? ''), `${name} is older than it says`).toBe(true);
      expect(row.sites.length, name).toBeGreaterThan(0);
      expect(
        row.sites.filter((id) => !ids.has(id)),
        name,
      ).toEqual([]);
      expect(row.sites.length === 1 || !row.sites.includes('all'), name).toBe(true);
    }
  });
});

describe('folding', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(...TEXTS.map(({ text }) => text), ...PREFIXES, '。', ' ', '，', ':', '\u0301', '*'),
          fc.string({ maxLength: 4 }),
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join('')),
  );

  test('is done after one time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldLabel(text);
        expect(foldLabel(folded)).toBe(folded);
        expect(isSameLabel(text, folded)).toBe(true);
        expect(classifyLabel(folded)).toBe(classifyLabel(text));
        expect(declaresNothing(folded)).toBe(declaresNothing(text));
      }),
    );
  });

  test('takes any text, and the readings of one text agree', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sentence = labelSentence(text);
        if (sentence) expect(classifyLabel(text)).toBe(sentence.kind);
        if (declaresNothing(text)) expect(sentence).toBeUndefined();
        expect(() => [knownLabel(text), labelsFromHashtags([text])]).not.toThrow();
      }),
    );
  });
});
