import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnSets } from '@/utils/export/column-sets';
import { columnOf, columns } from '@/utils/export/columns';
import { readRow } from '@/utils/export/read-row';
import type { Report } from '@/utils/model/report';
import { readStored } from '@/utils/storage/stored-report';
import { makePost, makeReport } from '../../support/builders';
import { exportContext, goldenReports } from '../../support/export';
import { anyReport } from './any-report';

/** As a file holds them. */
function cellsOf(report: Report, ids: readonly string[] = columnSets.all): Map<string, string> {
  return new Map(ids.map((id) => [id, String(columnOf(id)!.value(report, exportContext)).toWellFormed()]));
}

function readBack(cells: ReadonlyMap<string, string>): Report {
  const read = readRow(cells);
  if ('problem' in read) throw new Error(read.problem);
  return read.report;
}

const reread = columns.filter(({ from }) => from === 'report').map(({ id }) => id);

/** What stands in these comes of others, which must be there too. */
const RESTS_ON: Readonly<Record<string, readonly string[]>> = {
  campaign_id: ['subproblem_id'],
  text_complete: ['text_excerpt'],
  rule_confidences: ['rules'],
  published_at_approximate: ['published_at'],
  visible_labels: ['label_state'],
};

/** Any choice that can be read at all. */
const anyColumns = fc
  .shuffledSubarray([...columnSets.all])
  .map((some) => [...new Set([...some, 'post_key', 'post_url', 'status', 'reported_at'])]);

describe('a row', () => {
  test('gives back all that its columns hold: a second export says the same, cell by cell', () => {
    fc.assert(
      fc.property(anyReport, anyColumns, (report, chosen) => {
        const cells = cellsOf(report, chosen);
        const again = cellsOf(readBack(cells), chosen);
        for (const id of chosen) {
          const isTold = (RESTS_ON[id] ?? []).every((other) => chosen.includes(other));
          if (isTold && reread.includes(id)) expect(again.get(id), id).toBe(cells.get(id));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('with all columns gives them all back, those that come of others too', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const cells = cellsOf(report);
        const again = cellsOf(readBack(cells));
        for (const id of reread) expect(again.get(id), id).toBe(cells.get(id));
      }),
      { numRuns: 500 },
    );
  });

  test('with the files in detail gives back what is told of them in short', () => {
    const short = columns.filter(({ id }) => id.startsWith('media_')).map(({ id }) => id);
    expect(short).toHaveLength(10);
    fc.assert(
      fc.property(anyReport, (report) => {
        const cells = cellsOf(report, short);
        const again = cellsOf(readBack(cellsOf(report)), short);
        expect(again).toEqual(cells);
      }),
      { numRuns: 300 },
    );
  });

  test('becomes a report that the store takes', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const row = { ...readBack(cellsOf(report)), rev: 1, seal: '', chain: '' };
        expect(readStored(row)).toEqual({ report: row });
      }),
      { numRuns: 300 },
    );
  });

  test.each(goldenReports.map((report) => [report.id, report] as const))(
    'of the golden %s is the report but for what tables do not hold',
    (_, report) => {
      const { post, findings, answers, ...rest } = readBack(cellsOf(report));
      const { post: ___, findings: ____, answers: _____, ...same } = report;
      expect(rest).toEqual(same);
      expect(post.key).toBe(report.post.key);
      expect(findings.map(({ rule, confidence }) => [rule, confidence])).toEqual(
        report.findings.map(({ rule, confidence }) => [rule, confidence]),
      );
      expect(answers?.map(({ question, answer }) => [question.zh_CN, answer])).toEqual(
        report.answers?.map(({ question, answer }) => [question.zh_CN, answer]),
      );
    },
  );

  test('finds its words in title and text, and says of others only that they were there', () => {
    const report = readBack(
      new Map([
        ...cellsOf(makeReport({ post: makePost({ title: '甲乙', text: '丙丁' }) })),
        ['matched_words', '乙; 丙丁; 戊'],
      ]),
    );
    expect(report.findings[0]?.spans).toEqual([
      { field: 'title', start: 1, end: 2, text: '乙' },
      { field: 'text', start: 0, end: 2, text: '丙丁' },
      { field: 'text', start: 0, end: 0, text: '戊' },
    ]);
  });

  test('of the least columns says least', () => {
    const report = readBack(
      new Map([
        ['post_key', 'zhihu:answer:12:3'],
        ['post_url', 'https://www.zhihu.com/a'],
        ['status', 'confirmed'],
        ['updated_at', '2026-10-01T04:00:00+08:00'],
      ]),
    );
    const at = Date.UTC(2026, 8, 30, 20);
    expect(report).toEqual({
      id: 'zhihu:answer:12:3',
      postKey: 'zhihu:answer:12:3',
      post: {
        key: 'zhihu:answer:12:3',
        site: 'zhihu',
        kind: 'answer',
        id: '12:3',
        url: 'https://www.zhihu.com/a',
        surface: 'detail',
        author: {},
        title: '',
        text: '',
        hashtags: [],
        counts: {},
        labels: { state: 'unknown', items: [] },
      },
      findings: [],
      categories: [],
      note: '',
      status: 'confirmed',
      filedBy: 'card',
      version: '',
      createdAt: at,
      updatedAt: at,
    });
  });

  test('reads labels from their words alone, and claims no kind', () => {
    const labelled = (words: string) =>
      readBack(
        new Map([
          ...cellsOf(makeReport(), ['post_key', 'post_url', 'status', 'updated_at']),
          ['visible_labels', words],
        ]),
      ).post.labels;
    expect(labelled('未见标签')).toEqual({ state: 'none', items: [] });
    expect(labelled('无法判断')).toEqual({ state: 'unknown', items: [] });
    expect(labelled('虚构')).toEqual({
      state: 'seen',
      items: [{ kind: 'note', text: '虚构', by: 'platform', from: 'element' }],
    });
  });

  test('takes lists that a person has typed', () => {
    const cells = new Map([
      ...cellsOf(makeReport()),
      ['tags', ' 复核 ;;第二次;"引号'],
      ['hashtags', ' a  #b '],
    ]);
    expect(readBack(cells)).toMatchObject({
      tags: ['复核', '第二次', '"引号'],
      post: { hashtags: ['a', 'b'] },
    });
  });

  test.each([
    ['post_key', '', 'post_key: expected site:kind:id'],
    ['post_key', 'zhihu:essay:1', 'post_key: expected site:kind:id'],
    ['post_url', '', 'post_url: missing'],
    ['post_url', 'javascript:alert(1)', 'post_url: expected a web address'],
    ['author_url', 'data:,x', 'author_url: expected a web address'],
    ['status', '已确认', 'status: expected one of new, confirmed, dismissed, submitted'],
    ['updated_at', '2026/10/1 4:00', 'updated_at: expected a time such as 2026-11-22T10:30:05Z'],
    ['like_count', '1.2万', 'like_count: expected a number'],
    ['answers', 'yes', 'answers: expected category, question and yes or no'],
    [
      'label_places',
      'element .a',
      'label_places: expected element or state, a place, and its words in quotes',
    ],
    ['overruled', 'minors export', 'overruled: expected check, purpose and time'],
    ['withheld', 'everything', 'withheld: expected one of author, publishedAt, counts, hashtags, media'],
  ])('with %s = %j is refused in words', (column, cell, problem) => {
    expect(readRow(new Map([...cellsOf(makeReport()), [column, cell]]))).toEqual({ problem });
  });

  test('never throws, whatever its cells hold', () => {
    const cells = fc.array(fc.tuple(fc.constantFrom(...columnSets.all), fc.string({ unit: 'binary' })));
    fc.assert(
      fc.property(anyReport, cells, (report, others) => {
        readRow(new Map([...cellsOf(report), ...others]));
        readRow(new Map(others));
      }),
      { numRuns: 500 },
    );
  });
});
