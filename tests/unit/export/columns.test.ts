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
