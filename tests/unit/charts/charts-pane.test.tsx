// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ChartsPane, type ChartsPaneProps } from '@/entrypoints/reports/charts/ChartsPane';
import { EVERYTHING, type ReportDigest } from '@/utils/model/queue';
import { testNames } from '../../support/names';
import { useLanguage } from '../../support/setup';
import { makeDigest, NOW } from '../figures/support';

const DAY = 86_400_000;
const RULE = '2025-3/fake-staged/kindness';
const DIGESTS: ReportDigest[] = [
  ...Array.from({ length: 6 }, (_, i) =>
    makeDigest({
      id: `c${i}`,
      status: i < 4 ? 'confirmed' : 'dismissed',
      createdAt: NOW - 2 * DAY,
      decidedAt: NOW - 2 * DAY + 3_600_000,
    }),
  ),
  makeDigest({ id: 'n1', categories: [], site: 'zhihu', rules: ['gone/rule'], createdAt: NOW - 10 * DAY }),
  makeDigest({ id: 'n2', categories: ['2025-4/ai-label-missing'], rules: [], createdAt: NOW - 100 * DAY }),
];

let props: ChartsPaneProps;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  props = {
    digests: DIGESTS,
    tallies: [{ rule: RULE, reported: 6, dismissed: 3 }],
    names: testNames,
    ruleName: (id) => (id === RULE ? 'Staged kindness' : id),
    scope: 'all',
    onScope: vi.fn(),
    onQuery: vi.fn(),
  };
});
afterEach(() => {
  vi.useRealTimers();
});

const show = (parts: Partial<ChartsPaneProps> = {}) => render(<ChartsPane {...props} {...parts} />);
const figure = (name: string) => within(screen.getByRole('figure', { name }));
/** Cells of a figure's table, row by row, the row's name first. */
function table(name: string): string[][] {
  const rows = [...figure(name).getByRole('table', { hidden: true }).querySelectorAll('tbody tr')];
  return rows.map((row) => [...row.children].map((cell) => cell.textContent ?? ''));
}
const press = (name: string, button: string | RegExp) =>
  userEvent.setup({ delay: null }).click(figure(name).getAllByRole('button', { name: button })[0]!);

describe('every chart says its point in words and has its numbers in a table', () => {
  test('days', () => {
    show();
    const days = figure('Reports by day');
    days.getByText('Reports in this time: 7. Most on Nov 20, 2026: 6. Still undecided: 1.');
    days.getByText('Reports outside this time: 1.');
    expect(table('Reports by day')).toHaveLength(30);
    expect(table('Reports by day')[2]).toEqual(['Nov 20, 2026', '6', '0', '4', '2', '0']);
  });

  test('categories in their campaigns', () => {
    show();
    const name = 'By campaign and category';
    figure(name).getByText('Most reports: “Fake staged scenes” with 6, 75% of all.');
    expect(table(name).map(([head, total]) => [head, total])).toEqual([
      ['Malicious marketing in short video', '6'],
      ['Malicious marketing in short video · Fake staged scenes', '6'],
      ['No category', '1'],
      ['Malicious marketing in short video', '1'],
      ['Malicious marketing in short video · Missing AI label', '1'],
    ]);
  });

  test('sites', () => {
    show();
    figure('By site').getByText('Most reports: Xiaohongshu with 7, 88% of all.');
    expect(table('By site').map((row) => row.slice(0, 2))).toEqual([
      ['Xiaohongshu', '7'],
      ['Zhihu', '1'],
    ]);
  });

  test('rules, with the posts dismissed on pages', () => {
    show();
    const name = 'Share confirmed per rule';
    figure(name).getByText(/Least reliable: “Staged kindness”, 4 of 9 confirmed; .* 19% to 73%\./);
    expect(table(name)).toEqual([['Staged kindness', '44%', '19% to 73%', '9', '4', '2', '3', '0']]);
  });

  test('times and ages', () => {
    show();
    figure('Time to decision').getByText(
      'Decisions: 6. Half of them came within 1 hour, nine of ten within 1 hour.',
    );
    expect(table('Time to decision')[3]).toEqual(['Less than 1 day', '6', '100%']);
    figure('Undecided reports by age').getByText('Undecided: 2. The oldest has waited 100 days.');
    expect(table('Undecided reports by age')).toContainEqual(['7 to 29 days ago', '1', '50%']);
  });

  test('the headline', () => {
    show();
    const [total, undecided, week, lastWeek, median] = screen
      .getAllByRole('definition')
      .map(({ textContent }) => textContent);
    expect([total, undecided, week, lastWeek, median]).toEqual(['8', '2', '6', 'Last week: 0', '1 hour']);
  });
});

describe('a number leads to the reports that it counts', () => {
  test.each([
    ['Reports by day', 'Nov 20, 2026', { from: '2026-11-20', to: '2026-11-20' }],
    ['By campaign and category', /^Fake staged scenes/, { categories: ['2025-3/fake-staged'] }],
    ['By campaign and category', /^Malicious marketing/, { campaigns: ['2025-3'] }],
    ['By campaign and category', /^No category/, { categories: ['-'] }],
    ['By site', /^Zhihu/, { sites: ['zhihu'] }],
    ['Share confirmed per rule', /^Staged kindness/, { rules: [RULE] }],
    [
      'Undecided reports by age',
      /^7 to 29 days ago/,
      { statuses: ['new'], from: '2026-10-24', to: '2026-11-15' },
    ],
  ])('%s: %s', async (name, button, change) => {
    show();
    for (const details of document.querySelectorAll('details')) details.open = true;
    await press(name, button);
    expect(props.onQuery).toHaveBeenCalledExactlyOnceWith({ ...EVERYTHING, ...change });
  });

  test('within a view it changes the view’s query', async () => {
    show({ scope: 'view' });
    await press('By site', /^Zhihu/);
    expect(props.onQuery).toHaveBeenCalledExactlyOnceWith({ sites: ['zhihu'] });
  });

  test('days without reports lead nowhere', () => {
    show();
    expect(figure('Reports by day').queryByRole('button', { name: 'Nov 22, 2026', hidden: true })).toBeNull();
  });
});

test('posts dismissed on pages belong to no view', () => {
  show({ scope: 'view' });
  expect(table('Share confirmed per rule')).toEqual([
    ['Staged kindness', '67%', '30% to 90%', '6', '4', '2', '0', '0'],
  ]);
  figure('Share confirmed per rule').getByText(/count under “All reports” only/);
});

test('a rule with few decisions is said to have too few, and is no example', () => {
  show({ digests: DIGESTS.slice(0, 3), tallies: [] });
  const rules = figure('Share confirmed per rule');
  rules.getByText(/No rule has 5 decisions yet/);
  rules.getByText('too few');
});

test('longer ranges are drawn by weeks', async () => {
  show({ digests: [...DIGESTS, makeDigest({ createdAt: NOW - 500 * DAY })] });
  await userEvent.setup({ delay: null }).click(screen.getByRole('radio', { name: 'All' }));
  expect(table('Reports by week')[0]?.[0]).toMatch(/^Nov 16\s–\s22, 2026$/);
});

describe('without', () => {
  test('reports it says what must happen', () => {
    show({ digests: [] });
    screen.getByText('No reports to count yet');
    expect(screen.queryByRole('figure')).toBeNull();
  });

  test('reports in the view it offers all', async () => {
    show({ digests: [], scope: 'view' });
    await userEvent.setup({ delay: null }).click(screen.getByRole('button', { name: 'Count all reports' }));
    expect(props.onScope).toHaveBeenCalledExactlyOnceWith('all');
  });

  test('decisions each chart of them says so', () => {
    show({ digests: DIGESTS.slice(6), tallies: [] });
    screen.getByText(/Nothing is decided yet/);
    expect(figure('Time to decision').queryByRole('table', { hidden: true })).toBeNull();
    expect(figure('Share confirmed per rule').queryByRole('table', { hidden: true })).toBeNull();
  });

  test('undecided reports that is said', () => {
    show({ digests: DIGESTS.slice(0, 6) });
    screen.getByText('Nothing waits for a decision.');
  });
});

test('only the first categories are shown until more are asked for', async () => {
  const digests = Array.from({ length: 20 }, (_, i) => makeDigest({ categories: [`2025-${i % 4}/c${i}`] }));
  show({ digests });
  const bars = () => figure('By campaign and category').getAllByRole('listitem');
  expect(bars()).toHaveLength(12 + 3);
  await press('By campaign and category', 'Show 8 more');
  expect(bars()).toHaveLength(20 + 4);
  await press('By campaign and category', 'Show fewer');
  expect(bars()).toHaveLength(12 + 3);
});

test('the scope is chosen at the top', async () => {
  show();
  await userEvent.setup({ delay: null }).click(screen.getByRole('radio', { name: 'Current view' }));
  expect(props.onScope).toHaveBeenCalledExactlyOnceWith('view');
});

test('it speaks Chinese', () => {
  useLanguage('zh_CN');
  show();
  figure('每天的举报').getByText('这段时间共 7 条举报，最多的是 2026年11月20日：6 条；其中 1 条待处理。');
  figure('从举报到处理的时间').getByText('已处理 6 条：一半在1小时内处理，九成在1小时内处理。');
});
