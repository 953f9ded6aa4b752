import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import baseCss from '@/components/base.css?inline';
import findingsCss from '@/components/findings.css?inline';
import pickerCss from '@/components/picker.css?inline';
import pictureCss from '@/components/picture.css?inline';
import type { ReportDetailProps } from '@/components/ReportDetail';
import tokensCss from '@/components/tokens.css?inline';
import detailCss from '@/entrypoints/reports/detail.css?inline';
import pageCss from '@/entrypoints/reports/style.css?inline';
import type { HistoryEntry } from '@/utils/model/report';
import { makeFinding, makePost, makeReport } from '../../support/builders';
import { detail, detailActions } from '../../unit/detail/support';

const LONG = '路上偶遇拾荒老人，我塞给他两千块，没有剧本，关注看后续，结局太意外了。'.repeat(30);
const AT = Date.UTC(2026, 10, 5, 3, 4);
const HISTORY: HistoryEntry[] = [
  { seq: 1, reportId: 'report-1', at: AT, action: 'filed' },
  { seq: 2, reportId: 'report-1', at: AT, action: 'status', by: '阿青', before: { status: 'new' } },
  { seq: 3, reportId: 'report-1', at: AT, action: 'reverted', to: 2, before: { status: 'confirmed' } },
  { seq: 4, reportId: 'report-1', at: AT, action: 'note', before: { note: '短' } },
];
const WHOLE: Partial<ReportDetailProps> = {
  report: makeReport({
    post: makePost({
      text: LONG,
      title: '一个没有空格的特别长的标题'.repeat(8),
      url: `https://www.xiaohongshu.com/explore/${'0'.repeat(160)}`,
      labelPlaces: [{ from: 'element', where: '.label', text: '' }],
      media: [{ type: 'image', url: 'https://cdn.example/1.jpg' }],
    }),
    findings: [makeFinding(), makeFinding({ rule: '2024-1/x/y', category: '2024-1/x' })],
    note: '看过全文和评论。'.repeat(12),
    tags: ['复查', '一个很长很长的自定标签名字'.repeat(3)],
    assignee: '阿青',
    answers: [
      {
        category: '2025-3/fake-staged',
        question: { zh_CN: '有没有演绎标签？', en: 'Is there a fiction label?' },
        answer: 'no',
      },
    ],
    readAt: AT,
    adapter: '0123456789ab',
  }),
  history: HISTORY,
  visits: [{ seq: 1, reportId: 'report-1', at: AT, changes: ['edited'], text: LONG }],
  copies: {
    shown: [{ report: makeReport({ id: 'b', status: 'confirmed' }), reasons: ['near-text', 'cover'] }],
    count: 3,
  },
  seal: 'f'.repeat(64),
  reviewer: '',
};

let style: HTMLStyleElement;
let root: HTMLElement;
beforeEach(() => {
  style = Object.assign(document.createElement('style'), {
    textContent: tokensCss + baseCss + findingsCss + pickerCss + pictureCss + pageCss + detailCss,
  });
  document.head.append(style);
  root = document.createElement('main');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  style.remove();
  root.remove();
  document.documentElement.style.colorScheme = '';
});

function show(parts: Partial<ReportDetailProps> = {}) {
  const on = detailActions();
  render(
    <section class="pane detail-pane" style="height: 100vh; overflow-y: auto" aria-label="Report details">
      {detail({ ...WHOLE, on, ...parts })}
    </section>,
    root,
  );
  return on;
}
const barriers = async () => {
  const { violations } = await axe.run(root);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

describe('a report in work', () => {
  test.each(['light', 'dark'])('has no barrier, in %s colours', async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    await page.viewport(1440, 900);
    show({ unsavedNote: '没存上' });
    (page.getByText('Set my name…').element() as HTMLElement).click();
    await expect.element(page.getByRole('combobox', { name: 'My name' })).toHaveFocus();
    expect(await barriers()).toEqual([]);
    show({ ...WHOLE, report: makeReport(), history: [], visits: [], copies: { shown: [], count: 0 } });
    expect(await barriers()).toEqual([]);
  });

  test.each([1440, 800, 360])('fits a window of %i px, whatever it holds', async (width) => {
    await page.viewport(width, 900);
    show();
    const pane = root.querySelector('.detail-pane')!;
    expect(pane.scrollWidth).toBe(pane.clientWidth);
  });

  test('keeps title and decisions in sight while the rest is read', async () => {
    await page.viewport(1440, 900);
    const on = show();
    const pane = root.querySelector('.detail-pane')!;
    pane.scrollTop = pane.scrollHeight;
    const confirm = page.getByRole('group', { name: 'Status' }).getByRole('button', { name: 'Confirmed' });
    await expect.element(confirm).toBeInViewport();
    const head = root.querySelector('.detail-head')!.getBoundingClientRect();
    expect(head.height).toBeLessThan(180);
    await confirm.click();
    expect(on.onStatus).toHaveBeenCalledWith('confirmed');
  });

  test('what the focus goes to is not covered by the head', async () => {
    await page.viewport(1440, 500);
    show();
    const pane = root.querySelector<HTMLElement>('.detail-pane')!;
    const buttons = [...root.querySelectorAll<HTMLElement>('.history-actions button')];
    const head = root.querySelector('.detail-head')!;
    pane.scrollTop = pane.scrollHeight;
    for (const button of buttons.toReversed()) {
      button.focus();
      expect(button.getBoundingClientRect().top).toBeGreaterThanOrEqual(head.getBoundingClientRect().bottom);
    }
    expect(buttons.length).toBeGreaterThan(2);
  });

  test('is worked through by keyboard alone', async () => {
    await page.viewport(1440, 900);
    const on = show();
    const order: string[] = [];
    (root.querySelector('h2') as HTMLElement).focus();
    for (let i = 0; i < 60 && document.activeElement !== document.body; i++) {
      await userEvent.keyboard('{Tab}');
      const at = document.activeElement as HTMLElement;
      order.push(at.id || at.getAttribute('aria-label') || at.textContent || at.tagName);
      if (at.id === 'report-tag') await userEvent.keyboard('新的{Enter}');
    }
    const places = ['Text of the post', 'report-note', 'report-tag', 'report-reviewer'].map((each) =>
      order.indexOf(each),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(order.filter((each) => each.startsWith('Undo: '))).toHaveLength(2);
    expect(on.onTags).toHaveBeenCalledExactlyOnceWith({ add: ['新的'], remove: [] });
  });
});
