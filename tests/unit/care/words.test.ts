import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBytes } from '@/components/care/format-bytes';
import { type Found, type FoundProblem, groupByReport, ROW_TABLES } from '@/components/care/found';
import { problemWords, verdict } from '@/components/care/problem-words';
import { resultText } from '@/components/care/result-text';
import { draftOf, rulesOf } from '@/entrypoints/reports/care/retention-draft';
import { rowName } from '@/entrypoints/reports/care/row-name';
import { careFileName } from '@/utils/care/file-name';
import { MAX_DAYS } from '@/utils/care/retention';
import { errorWords, failureWords } from '@/utils/error-words';
import { StorageError, type StorageFailure } from '@/utils/errors';
import { makeReport } from '../../support/builders';
import { useLanguage } from '../../support/setup';

const FAILURES: StorageFailure[] = ['full', 'closed', 'blocked', 'newer', 'unknown'];

describe('failures of the database in words', () => {
  test('each says what to do, in both languages', () => {
    for (const language of ['en', 'zh_CN'] as const) {
      useLanguage(language);
      const words = FAILURES.map((reason) => errorWords(new StorageError(reason, 'x')));
      expect(new Set(words).size).toBe(FAILURES.length);
    }
    useLanguage('en');
    expect(errorWords(new StorageError('full', 'x'))).toMatch(/[Ff]ree some space.*stays here/);
    expect(errorWords(new StorageError('blocked', 'x'))).toMatch(/Close the other tabs/);
    expect(errorWords(new StorageError('newer', 'x'))).toMatch(/Update the extension/);
  });

  test('everything else is a database that cannot be written', () => {
    const unknown = errorWords(new StorageError('unknown', 'x'));
    expect(errorWords(new Error('x'))).toBe(unknown);
    for (const reason of ['', 'toString', '__proto__', 'from-another-version']) {
      expect(failureWords(reason)).toBe(unknown);
    }
  });
});

const found = (parts: Partial<Found> = {}): Found => ({
  at: Date.UTC(2026, 10, 2, 3),
  since: Date.UTC(2026, 9, 2, 3),
  cancelled: false,
  checked: { reports: 1_234, history: 2, evidence: 3, visits: 4, dismissals: 5 },
  problems: [],
  found: 0,
  fingerprint: 'ab12',
  ...parts,
});
const problem = (parts: Partial<FoundProblem>): FoundProblem => ({
  table: 'history',
  key: '12',
  kind: 'changed',
  ...parts,
});

describe('what verifying found, in words', () => {
  test('every kind in every table is a sentence of its own, in both languages', () => {
    const tables = [...ROW_TABLES, 'tallies', 'totals', 'ledger'] as const;
    const kinds = ['changed', 'missing', 'added', 'chain', 'picture', 'count'] as const;
    for (const language of ['en', 'zh_CN'] as const) {
      useLanguage(language);
      const sentences = tables.flatMap((table) =>
        kinds.map((kind) => problemWords(problem({ table, kind }))),
      );
      expect(new Set(sentences).size).toBe(tables.length * kinds.length);
      for (const sentence of sentences) expect(sentence).not.toMatch(/\$\d/);
    }
    useLanguage('en');
    expect(problemWords(problem({}))).toBe('History entry 12 was changed: it is not what was last written');
  });

  test('a whole table is named where no row is', () => {
    expect(problemWords(problem({ key: '', table: 'visits', kind: 'missing' }))).toBe(
      'The table “Visits” has lost rows',
    );
    expect(problemWords(problem({ key: '', table: 'visits', kind: 'changed' }))).toMatch(/exchanged/);
  });

  test('the verdict claims nothing of what was not looked at', () => {
    expect(verdict(found())).toBe('Nothing was changed');
    expect(verdict(found({ cancelled: true }))).toMatch(/^Cancelled/);
    expect(verdict(found({ cancelled: true, found: 1_000 }))).toBe('Problems found: 1,000');
  });

  test('problems are grouped by report, and nothing is lost', () => {
    const one = problem({ reportId: 'a' });
    const two = problem({ table: 'tallies', kind: 'count' });
    const three = problem({ table: 'reports', reportId: 'b' });
    expect(groupByReport([two, one, three, { ...one, key: '13' }])).toEqual([
      { reportId: 'a', problems: [one, { ...one, key: '13' }] },
      { reportId: 'b', problems: [three] },
      { reportId: undefined, problems: [two] },
    ]);
    const any = fc.record({ reportId: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(any), (list) => {
        const problems = list.map((each, i) =>
          problem({ key: String(i), ...(each.reportId && { reportId: each.reportId }) }),
        );
        const keys = groupByReport(problems).flatMap((group) => group.problems.map(({ key }) => key));
        expect(keys.sort()).toEqual(problems.map(({ key }) => key).sort());
      }),
    );
  });

  test('the text for others holds verdict, figures, fingerprint, problems and what all of it proves', () => {
    const text = resultText(found({ found: 2_000, problems: [problem({ reportId: 'r1' })] }));
    for (const part of [
      'Problems found: 2,000',
      'Reports: 1,234',
      'Fingerprint: ab12',
      'Report r1\n- History entry 12 was changed',
      'Only the first 1 are listed',
      'What it does not prove: That what the page said was true.',
    ]) {
      expect(text).toContain(part);
    }
    expect(resultText(found({ cancelled: true, found: 1 }))).toContain('nothing is said of the rest');
    useLanguage('zh_CN');
    expect(resultText(found())).toMatch(/^清鉴核验结果[\s\S]*没有发现任何改动[\s\S]*这不能证明/);
  });
});

describe('names', () => {
  const site = (id: string) => `<${id}>`;
  test('a report is named by site and title, else text, else id', () => {
    const report = makeReport();
    const { post } = report;
    expect(rowName(report, site)).toBe('<xiaohongshu> · 偶遇一位老人');
    expect(rowName({ ...report, post: { ...post, title: ' ' } }, site)).toMatch(/· 路上偶遇/);
    expect(rowName({ id: 'r1', post: null }, site)).toBe('r1');
    expect(rowName({ ...report, post: { ...post, title: `${'长'.repeat(59)}😀尾` } }, site)).toBe(
      `<xiaohongshu> · ${'长'.repeat(59)}😀…`,
    );
    expect(rowName(undefined, site)).toBeUndefined();
  });

  test('whatever a row holds, it has a name or none', () => {
    fc.assert(fc.property(fc.anything(), (row) => void expect(() => rowName(row, site)).not.toThrow()));
  });

  test('a file is named by what it holds and when', () => {
    expect(careFileName('damaged', new Date(2026, 0, 2, 3, 4).getTime(), 'json')).toBe(
      'qingjian-damaged-20260102-0304.json',
    );
  });

  test.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [1_000, '1 kB'],
    [3_254_000, '3.25 MB'],
    [1.5e9, '1.5 GB'],
    [2e15, '2,000 TB'],
  ])('%d bytes', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});

describe('the retention fields', () => {
  test('a draft of rules means these rules', () => {
    const days = fc.option(fc.integer({ min: 1, max: MAX_DAYS }), { nil: null });
    fc.assert(
      fc.property(fc.record({ dismissed: days, submitted: days, pictures: days }), (rules) => {
        expect(rulesOf(draftOf(rules))).toEqual({ rules, invalid: [] });
      }),
    );
  });

  test('days are read as people type them, and nothing else is', () => {
    const draft = draftOf({ dismissed: 3, submitted: null, pictures: null });
    const typed = (days: string) => rulesOf({ ...draft, dismissed: { on: true, days } });
    expect(typed(' ９０ ').rules?.dismissed).toBe(90);
    for (const wrong of ['', '0', '-3', '1.5', '1e3', '3651', '三天', '0x10', '99999999999999999999']) {
      expect(typed(wrong)).toEqual({ rules: undefined, invalid: ['dismissed'] });
    }
    expect(rulesOf({ ...draft, dismissed: { on: false, days: 'x' } }).rules?.dismissed).toBeNull();
  });
});
