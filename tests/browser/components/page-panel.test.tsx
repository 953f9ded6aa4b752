import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import baseCss from '@/components/base.css?inline';
import findingsCss from '@/components/findings.css?inline';
import type { Order } from '@/components/ListOrder';
import { PagePanel, type PagePanelProps } from '@/components/PagePanel';
import pagePanelCss from '@/components/page-panel.css?inline';
import { Toast } from '@/components/Toast';
import toastCss from '@/components/toast.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import sidePanelCss from '@/entrypoints/sidepanel/style.css?inline';
import type { PostKey } from '@/utils/model/post';
import { makePost } from '../../support/builders';
import { foundPost, makeReading, panelProps, STAGED, UNLABELLED } from '../../support/page-panel';

const LONG = '路上偶遇拾荒老人，我塞给他两千块，没有剧本，关注看后续，结局太意外了'.repeat(4);
const key = (id: string) => makePost({ id }).key;
const POSTS = [
  foundPost('a', { [STAGED]: 'likely' }),
  foundPost('b', { [UNLABELLED]: 'strong', [STAGED]: 'likely' }, { title: LONG }),
  foundPost('c', { [STAGED]: 'strong' }, { author: { name: '一个名字特别特别长的账号'.repeat(3) } }),
  foundPost('d', { [STAGED]: 'likely', [UNLABELLED]: 'clue' }),
  foundPost('e', { [UNLABELLED]: 'clue' }),
  foundPost('f', { [UNLABELLED]: 'clue' }, { title: 'A'.repeat(120) }),
  foundPost('g', { [STAGED]: 'likely' }),
];

let style: HTMLStyleElement;
let root: HTMLElement;
let props: PagePanelProps;
let order: Order;
let shown: PostKey[];

beforeEach(() => {
  style = Object.assign(document.createElement('style'), {
    textContent: tokensCss + baseCss + findingsCss + pagePanelCss + toastCss + sidePanelCss,
  });
  document.head.append(style);
  root = document.createElement('div');
  document.body.append(root);
  order = 'category';
  shown = [];
  const decisions = { reported: [key('c'), key('d')], changed: [key('d')], dismissed: [key('g')] };
  props = panelProps(makeReading(POSTS), { decisions });
});
afterEach(() => {
  render(null, root);
  style.remove();
  root.remove();
  document.documentElement.style.colorScheme = '';
});

/** Renders the panel, and anew after everything that a reader decides. */
function show(parts: Partial<PagePanelProps> = {}) {
  props = { ...props, ...parts };
  const { decisions } = props;
  const decide = (dismissed: PostKey[]) => show({ decisions: { ...decisions, dismissed } });
  render(
    <PagePanel
      {...props}
      onShow={async (_, post) => shown.push(post) > 0}
      triage={{
        order,
        onOrder: (wanted) => {
          order = wanted;
          show();
        },
        onDismiss: async (posts) => {
          decide([...decisions.dismissed, ...posts.map((post) => post.key)]);
          return true;
        },
        onTakeBack: (post) => decide(decisions.dismissed.filter((each) => each !== post.key)),
      }}
    />,
    root,
  );
}

const rows = () => [...root.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) => dataset.row);
const focused = () => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row;
const row = (group: string, id: string) => `${group} ${key(id)}`;
const MARKED = `marked/${STAGED}`;
const CLUES = `clues/${UNLABELLED}`;
const firstStop = () => root.querySelector<HTMLElement>('[data-stop]')!;

async function serious(): Promise<string[]> {
  const { violations } = await axe.run(root);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe.each(['light', 'dark'])('the panel in a %s scheme', (scheme) => {
  test.each([320, 600])('is readable, reachable and inside its width at %i pixels', async (width) => {
    await page.viewport(width, 700);
    document.documentElement.style.colorScheme = scheme;
    show({
      page: { ...props.page, reading: makeReading(POSTS, { pace: 'slowed' }) } as PagePanelProps['page'],
      news: (
        <Toast
          toast={{ id: 1, message: LONG, onUndo: () => undefined }}
          seconds={10}
          onClose={() => undefined}
        />
      ),
    });
    root.querySelector<HTMLElement>('[data-stop]:not([aria-disabled="true"])')!.click();
    root.querySelector<HTMLElement>('.disclosure')!.click();
    await expect.element(page.getByText('Selected: 1')).toBeVisible();
    expect(await serious()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const control of root.querySelectorAll('button, input, a')) {
      const {
        left,
        right,
        width: wide,
        height,
      } = (control.closest('label') ?? control).getBoundingClientRect();
      expect(left, control.outerHTML).toBeGreaterThanOrEqual(0);
      expect(right, control.outerHTML).toBeLessThanOrEqual(width);
      expect(Math.min(wide, height), control.outerHTML).toBeGreaterThanOrEqual(16);
    }
  });
});

test('bars are as long as their numbers, and no longer than their column', () => {
  show();
  const bars = [...root.querySelectorAll<HTMLElement>('.bar')].map((bar) => {
    const parts = [...bar.children].map((part) => part.getBoundingClientRect().width);
    return { of: bar.getBoundingClientRect().width, is: parts.reduce((sum, each) => sum + each, 0) };
  });
  expect(bars).toHaveLength(2);
  for (const { of, is } of bars) expect(is / of).toBeCloseTo(1, 1);
});

describe('by keyboard alone', () => {
  beforeEach(async () => {
    await page.viewport(400, 700);
    show();
    firstStop().focus();
  });

  test('arrows and letters move, and stop at both ends', async () => {
    expect(focused()).toBe(row(MARKED, 'c'));
    await userEvent.keyboard('{ArrowUp}k');
    expect(focused()).toBe(row(MARKED, 'c'));
    await userEvent.keyboard('{ArrowDown}j');
    expect(focused()).toBe(rows()[2]);
    await userEvent.keyboard('{End}');
    expect(focused()).toBe(rows().at(-1));
    await userEvent.keyboard('j{Home}');
    expect(focused()).toBe(rows()[0]);
  });

  test('the tab key stops once in the list', async () => {
    await userEvent.keyboard('jj');
    const stops = [...root.querySelectorAll<HTMLElement>('[data-row] :is(input, button)')].filter(
      ({ tabIndex }) => tabIndex === 0,
    );
    expect(stops.map((stop) => stop.closest<HTMLElement>('[data-row]')!.dataset.row)).toEqual([
      focused(),
      focused(),
    ]);
  });

  test('enter shows the post, space selects it, and a reported one cannot be selected', async () => {
    await userEvent.keyboard('{Enter} ');
    expect(shown).toEqual([key('c')]);
    expect((document.activeElement as HTMLInputElement).checked).toBe(false);
    expect(root.querySelector('.batch')?.textContent).toBe('');
    await userEvent.keyboard('j ');
    expect(root.querySelector('.batch')?.textContent).toContain('Selected: 1');
    await userEvent.keyboard(' ');
    expect(root.querySelector('.batch')?.textContent).toBe('');
  });

  test('a post whose report is taken back was not selected meanwhile', async () => {
    await userEvent.keyboard(' ');
    show({ decisions: { reported: [], changed: [], dismissed: [] } });
    await userEvent.keyboard('j ');
    await expect.poll(() => root.querySelector('.batch')?.textContent).toContain('Selected: 1');
  });

  test('d dismisses the post that has the focus, which goes on to the next', async () => {
    await userEvent.keyboard('j');
    const [, gone, next] = rows();
    expect(focused()).toBe(gone);
    await userEvent.keyboard('d');
    await expect.poll(focused).toBe(next);
    expect(rows()).not.toContain(gone);
  });

  test('d leaves a reported post alone', async () => {
    const before = rows();
    await userEvent.keyboard('d');
    expect(rows()).toEqual(before);
  });

  test('d dismisses what is selected, wherever the focus is', async () => {
    await userEvent.keyboard('{End} {Home}d');
    await expect.poll(rows).not.toContain(row(CLUES, 'f'));
    expect(focused()).toBe(row(MARKED, 'c'));
    expect(root.querySelector('.batch')?.textContent).toBe('');
  });

  test('after the last post of all the focus stays in the list', async () => {
    show({ page: panelProps(makeReading([POSTS[4]!])).page });
    firstStop().focus();
    await userEvent.keyboard('d');
    await expect.poll(() => document.activeElement?.className).toBe('found-frame');
    await expect.element(page.getByText('Nothing is left to look at on this page.')).toBeVisible();
  });

  test('the bar of the selection is in sight wherever the list is, and hands the focus on to the list', async () => {
    await userEvent.keyboard('j ');
    root.querySelector('main')!.scrollTop = 0;
    const bar = root.querySelector('.batch')!.getBoundingClientRect();
    const main = root.querySelector('main')!.getBoundingClientRect();
    expect([Math.round(bar.bottom), bar.height > 30]).toEqual([Math.round(main.bottom), true]);
    root.querySelector<HTMLElement>('.batch .quiet')!.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => root.querySelector('.batch')?.textContent).toBe('');
    expect(document.activeElement?.className).toBe('found-frame');
    await userEvent.keyboard('j');
    expect(focused()).toBe(rows()[0]);
  });

  test('a focus that the reader took elsewhere is not taken back', async () => {
    firstStop().blur();
    await Promise.resolve();
    show({ page: panelProps(makeReading(POSTS.slice(1))).page });
    expect(document.activeElement).toBe(document.body);
  });

  test.each([
    [STAGED, 'g'],
    [UNLABELLED, 'b'],
  ])(
    'the focus in %s survives groups that change their places in a browser that cannot move elements',
    async (category, id) => {
      const { moveBefore } = Element.prototype;
      Reflect.deleteProperty(Element.prototype, 'moveBefore');
      onTestFinished(() => void Object.assign(Element.prototype, { moveBefore }));
      show({ decisions: { ...props.decisions, dismissed: [] } });
      const box = root.querySelector<HTMLElement>(
        `[data-row="${row(`marked/${category}`, id)}"] [data-stop]`,
      )!;
      box.focus();
      const more = ['x', 'y', 'z', 'u', 'v'].map((each) => foundPost(each, { [UNLABELLED]: 'strong' }));
      show({ page: panelProps(makeReading([...more, ...POSTS])).page });
      expect(rows()[0]).toBe(row(`marked/${UNLABELLED}`, 'x'));
      expect(document.activeElement).toBe(box);
    },
  );
});
