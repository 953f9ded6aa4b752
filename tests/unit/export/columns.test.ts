import { describe, expect, test } from 'vitest';
import { columns } from '@/utils/export/columns';
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
});
