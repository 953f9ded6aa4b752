import { describe, expect, test } from 'vitest';
import { columnOf, columns } from '@/utils/export/columns';
import type { Report } from '@/utils/model/report';
import { makeFinding, makePost, makeReport } from '../../support/builders';
import { exportContext } from '../../support/export';

function value(column: string, report: Report): string | number | undefined {
  return columns.find(({ id }) => id === column)?.value(report, exportContext);
}

describe('columns', () => {
  test('have one name each', () => {
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
  });

  test('keep apart a label seen, none, and a place that was not read', () => {
    const labelled = (labels: Report['post']['labels']) =>
      value('visible_labels', makeReport({ post: makePost({ labels }) }));
    const item = {
      kind: 'fiction',
      text: '虚构演绎，仅供娱乐',
      by: 'author',
      from: 'element',
    } as const;
    expect(labelled({ state: 'seen', items: [item] })).toBe('虚构演绎，仅供娱乐');
    expect(labelled({ state: 'none', items: [] })).toBe('未见标签');
    expect(labelled({ state: 'unknown', items: [] })).toBe('无法判断');
  });

  test('say what the label places held, and nothing for reports that do not tell', () => {
    const places = (labelPlaces: NonNullable<Report['post']['labelPlaces']>) =>
      value('label_places', makeReport({ post: { ...makePost(), labelPlaces } }));
    expect(places([{ from: 'state', where: 'risk_infos', text: '' }])).toBe('state risk_infos = ""');
    expect(
      places([
        { from: 'element', where: '.a, [b="c"]', text: '编辑"推荐"；13812345678' },
        { from: 'state', where: 'x · y', text: '一 · 二' },
      ]),
    ).toBe('element .a, [b="c"] = "编辑\\"推荐\\"；***"; state x · y = "一 · 二"');
    const { labelPlaces: _, ...post } = makePost();
    expect(value('label_places', makeReport({ post }))).toBe('');
  });

  test('give the time of the reading, and of the first report where it is not known', () => {
    const report = makeReport({ createdAt: 0, readAt: 1_000 });
    expect(value('captured_at', report)).toBe('1970-01-01T00:00:01.000Z');
    expect(value('read_at', report)).toBe('1970-01-01T00:00:01.000Z');
    expect(value('reported_at', report)).toBe('1970-01-01T00:00:00.000Z');
    const { readAt: _, ...old } = report;
    expect(value('captured_at', old)).toBe('1970-01-01T00:00:00.000Z');
    expect(value('read_at', old)).toBe('');
  });

  test('give the adapter, the answers and what was kept out, each empty in old reports', () => {
    const question = { zh_CN: '有购买入口吗？', en: 'Is there a way to buy?' };
    const report = makeReport({
      adapter: 'a1b2c3d4',
      answers: [
        { category: '2025-3/fake-staged', question, answer: 'yes' },
        { category: '2025-3/fake-persona', question, answer: 'no' },
      ],
      withheld: ['author', 'counts'],
    });
    expect(value('adapter', report)).toBe('a1b2c3d4');
    expect(value('answers', report)).toBe(
      '2025-3/fake-staged 有购买入口吗？ yes; 2025-3/fake-persona 有购买入口吗？ no',
    );
    expect(value('withheld', report)).toBe('author; counts');
    const { adapter: _, answers: __, withheld: ___, ...old } = report;
    expect(['adapter', 'answers', 'withheld'].map((id) => value(id, old))).toEqual(['', '', '']);
  });

  test('hide private numbers in everything that a page said', () => {
    const report = makeReport({
      post: makePost({
        title: '电话１３８１２３４５６７８',
        text: '加13812345678',
        hashtags: ['13812345678'],
      }),
      findings: [
        makeFinding({
          spans: [{ field: 'text', start: 0, end: 12, text: '加13812345678' }],
        }),
      ],
    });
    expect(value('title', report)).toBe('电话***');
    expect(value('text_excerpt', report)).toBe('加***');
    expect(value('hashtags', report)).toBe('#***');
    expect(value('matched_words', report)).toBe('加***');
  });

  test('cut the text at 300 characters and say so', () => {
    const cut = String(value('text_excerpt', makeReport({ post: makePost({ text: '😀'.repeat(400) }) })));
    expect([...cut]).toHaveLength(300);
    expect(cut.endsWith('😀…')).toBe(true);
  });

  test('name each campaign once and keep a category that no pack holds any more', () => {
    const report = makeReport({
      categories: ['2025-3/fake-staged', '2025-3/fake-persona'],
    });
    expect(value('campaign_id', report)).toBe('2025-3');
    expect(value('subproblem_zh', report)).toBe('虚假摆拍; 2025-3/fake-persona');
  });

  test('give the site of a post, and nothing for an address that is none', () => {
    expect(value('site_url', makeReport())).toBe('https://www.xiaohongshu.com/');
    expect(value('site_url', makeReport({ post: makePost({ url: '' }) }))).toBe('');
  });

  test('say whose report it is: the other reviewer’s as long as nobody here has made it their own', () => {
    const { accounts: _, adopted: __, ...stated } = makeReport();
    const accounts = [{ reviewer: { id: 'reviewer-2', name: '河边' }, report: stated, steps: [] }];
    const cells = (report: Report) =>
      ['reviewer_id', 'reviewer_name', 'accounts', 'status_from'].map((id) => value(id, report));
    expect(cells(makeReport({ accounts }))).toEqual([
      'reviewer-1',
      '林间',
      '河边 new 2025-3/fake-staged',
      '',
    ]);
    expect(cells(makeReport({ accounts, adopted: 'reviewer-2', statusFrom: 'reviewer-2' }))).toEqual([
      'reviewer-2',
      '河边',
      '',
      '',
    ]);
    expect(value('status_from', makeReport({ statusFrom: 'reviewer-2' }))).toBe('reviewer-2');
  });

  test('give times in UTC and on the exporter’s clock', () => {
    const report = makeReport({
      createdAt: Date.UTC(2026, 10, 22, 20, 30, 5),
      readAt: Date.UTC(2026, 10, 22, 1),
    });
    const at = (id: string, minutes: number) =>
      columnOf(id)?.value(report, { ...exportContext, offset: () => minutes });
    expect(at('reported_at', 480)).toBe('2026-11-22T20:30:05.000Z');
    expect(at('reported_at_local', 480)).toBe('2026-11-23 04:30:05');
    expect(at('captured_at_local', -210)).toBe('2026-11-21 21:30:00');
    expect([480, -210, 0].map((minutes) => at('time_zone', minutes))).toEqual([
      'UTC+08:00',
      'UTC-03:30',
      'UTC+00:00',
    ]);
  });

  test('write hand-overs side by side, and one alone without quotes', () => {
    const handover = {
      id: 'a',
      channel: '12377',
      at: Date.UTC(2026, 9, 2),
      queryCode: '',
      outcome: 'open',
      note: '',
      posts: [],
    } as const;
    const cells = (handovers: NonNullable<Report['handovers']>) =>
      ['channel', 'query_code', 'outcome', 'outcome_at'].map((id) => value(id, makeReport({ handovers })));
    expect(cells([{ ...handover, posts: [] }])).toEqual(['12377', '', 'open', '']);
    const closed = { ...handover, posts: [], queryCode: 'Q;1', outcome: 'removed', outcomeAt: 0 } as const;
    expect(
      cells([
        { ...handover, posts: [] },
        { ...closed, posts: [] },
      ]),
    ).toEqual(['12377; 12377', '""; "Q;1"', 'open; removed', '""; 1970-01-01T00:00:00.000Z']);
  });

  test('take what forms ask for from the gravest category first', () => {
    const report = makeReport({
      categories: ['2025-4/ai-label-missing', '2025-3/fake-staged', '2024-1/gone'],
    });
    expect(value('severity', report)).toBe(2);
    expect(value('suggested_12377_category', report)).toBe(
      '先走平台；有核查依据时用谣言; 无直接类别，先走平台',
    );
    expect(value('platform_report_category', report)).toBe('虚假信息');
    expect(value('standing_required', report)).toBe('任何人');
    const gone = makeReport({ categories: ['2024-1/gone'] });
    expect(
      ['severity', 'suggested_12377_category', 'standing_required'].map((id) => value(id, gone)),
    ).toEqual(['', '', '']);
  });

  test('leave to the person what only a person can state', () => {
    const report = makeReport({ note: '见 https://example.com/a?b=1，已核对' });
    expect(['truth_statement', 'reporter_contact'].map((id) => value(id, report))).toEqual(['', '']);
    expect(value('authoritative_link', report)).toBe('https://example.com/a?b=1');
    expect(value('attachment_count', makeReport({ id: 'without' }))).toBe(0);
  });

  test('leave out an address that does not fit, and never cut it', () => {
    const long = `https://example.com/${'a'.repeat(500)}`;
    expect(value('urls_packed_500', makeReport({ post: makePost({ url: long }) }))).toBe('');
    expect(value('urls_packed_500', makeReport())).toBe(makePost().url);
  });

  test('are told in both languages, each with words of its own', () => {
    for (const { id, label, description } of columns) {
      expect(label.zh_CN, id).toMatch(/\p{Script=Han}|App/u);
      expect(`${label.en}${description.en.replaceAll(/未见标签|无法判断/g, '')}`, id).not.toMatch(
        /\p{Script=Han}/u,
      );
      expect(label.en, id).not.toBe('');
    }
    for (const language of ['zh_CN', 'en'] as const)
      expect(new Set(columns.map(({ label }) => label[language])).size).toBe(columns.length);
  });
});
