import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import baseCss from '@/components/base.css?inline';
import chartsCss from '@/components/charts/charts.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { ChartsPane, type ChartsPaneProps } from '@/entrypoints/reports/charts/ChartsPane';
import { localDay, startOfDay } from '@/utils/figures/local-days';
import type { ReportQuery } from '@/utils/model/queue';
import { testNames } from '../../support/names';
import { makeDigest, manyDigests } from '../../unit/figures/support';

const NOW = Date.now();
const CATEGORIES = [
  '2025-3/fake-staged',
  '2025-4/ai-label-missing',
  '2025-3/一个名字特别特别长的类别'.repeat(2),
];
const MANY = manyDigests(1500, ['xiaohongshu', 'zhihu', 'bilibili'], CATEGORIES, NOW);
const FEW = [makeDigest({ createdAt: NOW - 60_000 })];

let style: HTMLStyleElement;
let root: HTMLElement;
let picked: Partial<ReportQuery>[];

beforeEach(() => {
  style = Object.assign(document.createElement('style'), { textContent: tokensCss + baseCss + chartsCss });
  root = document.createElement('main');
  document.head.append(style);
  document.body.append(root);
  picked = [];
});
afterEach(() => {
  render(null, root);
  style.remove();
  root.remove();
  document.documentElement.style.colorScheme = '';
});

function show(parts: Partial<ChartsPaneProps> = {}): void {
  render(
    <ChartsPane
      digests={MANY}
      tallies={[]}
      names={testNames}
      ruleName={(id) => `Says that it was by chance, and shows the plan (${id})`}
      scope="all"
      onScope={() => undefined}
      onQuery={(change) => picked.push(change)}
      {...parts}
    />,
    root,
  );
}

const canvas = () => root.querySelector<HTMLCanvasElement>('.chart-plot canvas');
const drawn = () => expect.poll(() => canvas()?.width ?? 0).toBeGreaterThan(0);
/** The plotting area's own coordinates of the middle of a bar, counted from the last. */
function barAt(fromLast: number): { x: number; y: number } {
  const { width, height } = root.querySelector('.u-over')!.getBoundingClientRect();
  return { x: width * (1 - (fromLast + 0.5) / 30), y: height / 2 };
}
const over = () => page.elementLocator(root.querySelector<HTMLElement>('.u-over')!);

async function serious(): Promise<string[]> {
  const { violations } = await axe.run(root);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe.each(['light', 'dark'])('in a %s scheme', (scheme) => {
  test.each([
    [1440, MANY],
    [800, MANY],
    [360, MANY],
    [800, FEW],
    [800, []],
  ])('at %i pixels nothing is serious to axe or wider than the window', async (width, digests) => {
    await page.viewport(width, 900);
    document.documentElement.style.colorScheme = scheme;
    show({ digests });
    if (digests.length > 0) await drawn();
    for (const details of root.querySelectorAll('details')) details.open = true;
    expect(await serious()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

describe('the plot', () => {
  beforeEach(async () => {
    await page.viewport(1000, 900);
    show();
    await drawn();
  });

  test('is as wide as its pane, and follows it', async () => {
    const plot = root.querySelector<HTMLElement>('.chart-plot')!;
    const before = canvas()!.clientWidth;
    expect(before).toBe(Math.floor(plot.clientWidth));
    await page.viewport(700, 900);
    await expect.poll(() => canvas()!.clientWidth).toBe(Math.floor(plot.clientWidth));
    expect(canvas()!.clientWidth).toBeLessThan(before);
  });

  test('a click shows the reports of a day', async () => {
    await userEvent.click(over(), { position: barAt(3) });
    const day = localDay(startOfDay(NOW, -3));
    expect(picked).toEqual([expect.objectContaining({ from: day, to: day, statuses: [] })]);
  });

  test('dragging shows the reports of several, and is no click', async () => {
    const target = over();
    await userEvent.dragAndDrop(target, target, { sourcePosition: barAt(9), targetPosition: barAt(4) });
    const [from, to] = [9, 4].map((days) => localDay(startOfDay(NOW, -days)));
    expect(picked).toEqual([expect.objectContaining({ from, to })]);
    expect(root.querySelector<HTMLElement>('.u-select')!.clientWidth).toBe(0);
  });

  test('the pointer reads a day', async () => {
    await userEvent.hover(over(), { position: barAt(0) });
    const today = MANY.filter(({ createdAt }) => createdAt >= startOfDay(NOW)).length;
    await expect.poll(() => root.querySelector('.chart-readout')?.textContent).toContain(`: ${today} (`);
  });

  test('it is drawn anew when the reports change', async () => {
    const before = canvas()!.toDataURL();
    show({ digests: FEW });
    await expect.poll(() => canvas()!.toDataURL()).not.toBe(before);
  });

  test('another range has other bars', async () => {
    const before = canvas()!.toDataURL();
    await userEvent.click(page.getByRole('radio', { name: '90 days' }));
    await expect.poll(() => canvas()!.toDataURL()).not.toBe(before);
  });

  test('nothing is left of it when it goes', () => {
    render(null, root);
    expect(root.childElementCount).toBe(0);
  });
});

test('the colours of the page are the colours of the canvas', async () => {
  await page.viewport(1000, 900);
  const paint = async (scheme: string) => {
    document.documentElement.style.colorScheme = scheme;
    show({ digests: [makeDigest({ status: 'confirmed', createdAt: NOW, decidedAt: NOW })] });
    await drawn();
    const { width, height } = root.querySelector('.u-over')!.getBoundingClientRect();
    const { offsetLeft, offsetTop } = root.querySelector<HTMLElement>('.u-over')!;
    const context = canvas()!.getContext('2d')!;
    const at = [offsetLeft + width * (1 - 0.5 / 30), offsetTop + height - 4].map(
      (length) => length * devicePixelRatio,
    );
    const pixel = () => [...context.getImageData(at[0]!, at[1]!, 1, 1).data].slice(0, 3);
    await expect.poll(() => pixel().some((part) => part > 0)).toBe(true);
    const colour = getComputedStyle(root.querySelector('.chart-legend .chart-confirmed')!).color;
    expect(`rgb(${pixel().join(', ')})`).toBe(colour);
    render(null, root);
    return colour;
  };
  expect(await paint('light')).not.toBe(await paint('dark'));
});

test('the keyboard reaches every number that leads to reports', async () => {
  show();
  for (const details of root.querySelectorAll('details')) details.open = true;
  const links = [...root.querySelectorAll<HTMLElement>('.chart-link, button.chart-bar')];
  expect(links.length).toBeGreaterThan(30);
  for (const link of links) {
    link.focus();
    expect(document.activeElement).toBe(link);
  }
  links[0]!.focus();
  await userEvent.keyboard('{Enter}');
  expect(picked).toEqual([expect.objectContaining({ statuses: ['new'] })]);
});

test('bars are as long as their numbers, and a dot stands within its interval', () => {
  show();
  const row = root.querySelector('.chart-bars .chart-track')!;
  const parts = [...row.children].map((part) => part.getBoundingClientRect().width);
  expect(parts.reduce((a, b) => a + b, 0) / row.getBoundingClientRect().width).toBeCloseTo(1, 1);
  const intervals = [...root.querySelectorAll('.chart-interval')];
  expect(intervals.length).toBeGreaterThan(3);
  for (const interval of intervals) {
    const [whisker, dot] = [...interval.children].map((part) => part.getBoundingClientRect());
    const middle = (dot!.left + dot!.right) / 2;
    expect(middle).toBeGreaterThanOrEqual(whisker!.left - 1);
    expect(middle).toBeLessThanOrEqual(whisker!.right + 1);
  }
});
