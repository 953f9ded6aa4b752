import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortened, textDifference } from '@/components/exchange/import-text-difference';
import { valueText } from '@/components/exchange/import-values';
import {
  fieldWord,
  problemList,
  problemPlace,
  problemWord,
  reviewerWord,
} from '@/components/exchange/import-words';
import { FILE_LOOKS, IMPORT_PROBLEMS } from '@/utils/import/problems';
import { COMPARED } from '@/utils/merge/plan';
import { LANGUAGES } from '@/utils/model/localized';
import { makeMediaCheck } from '../../support/any-media-checks';
import { useLanguage } from '../../support/setup';

describe.each(LANGUAGES)('in %s', (language) => {
  test('every problem and every field has words of its own', () => {
    useLanguage(language);
    const words = IMPORT_PROBLEMS.map((code) => problemWord({ code }));
    expect(words.filter(Boolean)).toHaveLength(IMPORT_PROBLEMS.length);
    expect(new Set(words).size).toBe(IMPORT_PROBLEMS.length);
    expect(new Set(COMPARED.map(fieldWord)).size).toBe(COMPARED.length);
  });

  test('every file that is not ours but can be told is told', () => {
    useLanguage(language);
    const plain = problemWord({ code: 'not-ours' });
    for (const looks of FILE_LOOKS) {
      const words = problemWord({ code: 'not-ours', looks });
      expect(words.startsWith(`${plain} `)).toBe(true);
      expect(words.length).toBeGreaterThan(plain.length + 5);
    }
  });
});

describe('problems', () => {
  test('are placed by row and by file within a ZIP', () => {
    expect(problemPlace({ row: 1_204 })).toBe('Row 1,204');
    expect(problemPlace({ file: 'reports.csv', row: 3 })).toBe('reports.csv, Row 3');
    expect(problemPlace({})).toBe('');
  });

  test('are saved one a line, with what was found', () => {
    const text = problemList('theirs.csv', [
      { code: 'row-cells', row: 7, detail: '12 of 14' },
      { code: 'cut-off', detail: '' },
    ]);
    expect(text.split('\n')).toEqual([
      'theirs.csv',
      'Row 7\tIt has more or fewer cells than the header.\t12 of 14',
      'The file ends too early: a part of it was lost on the way. What came before can be imported.',
      '',
    ]);
  });
});

test('a reviewer without a name is told by the beginning of the id', () => {
  expect(reviewerWord({ id: 'abcdef-1234', name: '' })).toBe('reviewer without a name (abcdef)');
  expect(reviewerWord({ id: 'abcdef-1234', name: '小鉴' })).toBe('小鉴');
});

describe('values', () => {
  const name = (id: string) => `<${id}>`;

  test('are words for people, whatever their field', () => {
    expect(valueText('status', 'confirmed', name)).toBe('Confirmed');
    expect(valueText('categories', ['a', 'b'], name)).toBe('<a>, <b>');
    expect(valueText('tags', ['重点'], name)).toBe('重点');
    expect(valueText('files', makeMediaCheck(), name)).toBe('Evidence of AI in the file');
    expect(valueText('files', undefined, name)).toBe(valueText('note', '', name));
    expect(valueText('note', '两行\n备注', name)).toBe('两行\n备注');
    expect(
      valueText(
        'answers',
        [{ category: 'a', question: { zh_CN: '问？', en: 'Asked?' }, answer: 'no' }],
        name,
      ),
    ).toBe('Asked? No');
    expect(valueText('labels', { state: 'unknown', items: [] }, name)).toBe('could not tell');
    expect(valueText('labels', { state: 'none', items: [] }, name)).toBe('none where a label would stand');
    const item = { kind: 'ad', text: '广告', by: 'platform', from: 'element' };
    expect(valueText('labels', { state: 'seen', items: [item] }, name)).toBe('Ad 广告');
    expect(valueText('author', { name: '店主', id: 'u-1' }, name)).toBe('店主, u-1');
  });

  test('that are not there say so', () => {
    for (const [field, value] of [
      ['note', ''],
      ['tags', undefined],
      ['categories', []],
      ['answers', undefined],
      ['author', {}],
      ['title', ''],
    ] as const) {
      expect(valueText(field, value, name), field).toBe('empty');
    }
  });
});

describe('what differs between two texts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '摆', '😂', '\n'), maxLength: 30 });

  test('together with what is alike gives both texts, and nothing alike is left at its ends', () => {
    fc.assert(
      fc.property(text, text, (here, theirs) => {
        const parts = textDifference(here, theirs);
        expect(parts.start + parts.here + parts.end).toBe(here);
        expect(parts.start + parts.theirs + parts.end).toBe(theirs);
        const [a, b] = [[...parts.here], [...parts.theirs]];
        if (a.length > 0 && b.length > 0) {
          expect(a[0]).not.toBe(b[0]);
          expect(a.at(-1)).not.toBe(b.at(-1));
        }
      }),
    );
  });

  test('never tears a character in two', () => {
    expect(textDifference('😂', '😃')).toEqual({ start: '', here: '😂', theirs: '😃', end: '' });
  });

  test('is shown with only a little of what is alike around it', () => {
    const parts = textDifference(
      `${'甲'.repeat(90)}一${'乙'.repeat(90)}`,
      `${'甲'.repeat(90)}二${'乙'.repeat(90)}`,
    );
    expect(shortened(parts)).toEqual({
      start: `…${'甲'.repeat(40)}`,
      here: '一',
      theirs: '二',
      end: `${'乙'.repeat(40)}…`,
    });
    expect([...shortened(textDifference('', '长'.repeat(9_000))).theirs]).toHaveLength(601);
  });
});
