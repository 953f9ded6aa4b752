import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Card, type CardProps } from '@/components/Card';
import cardCss from '@/components/card.css?inline';
import cardPartsCss from '@/components/card-parts.css?inline';
import findingsCss from '@/components/findings.css?inline';
import { GoneNotice } from '@/components/GoneNotice';
import pickerCss from '@/components/picker.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import type { FilingState } from '@/components/use-filing';
import { makeDraft, makePost } from '../../support/builders';
import { both, FILED, FINDING, makeActions, makeReported } from '../../support/card-data';

const never = () => new Promise<never>(() => undefined);
const finding = { ...FINDING, help: true, tally: { rule: FINDING.rule, reported: 3, dismissed: 1 } };
const post = makePost({
  title: '偶遇一位老人，结局太意外',
  text: `${'路上偶遇拾荒老人，我塞给他两千块，'.repeat(8)}没有剧本。`,
  media: [{ type: 'image', url: 'https://example.com/1.jpg' }],
  labelPlaces: [{ from: 'element', where: '.note-content > .label', text: '' }],
});

const STATES: FilingState[] = [
  { step: 'open' },
  { step: 'saved', filed: { ...FILED, screenshot: true }, secondsLeft: 9 },
  { step: 'failed', error: 'The disk is full.' },
  { step: 'dismissed' },
];

let style: HTMLStyleElement;
let root: HTMLElement;

beforeEach(() => {
  style = Object.assign(document.createElement('style'), {
    textContent: tokensCss + findingsCss + pickerCss + cardCss + cardPartsCss,
  });
  root = document.createElement('main');
  document.head.append(style);
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  style.remove();
  root.remove();
});

function show(parts: Partial<CardProps> = {}) {
  const base = { choices: [], actions: makeActions(), lookUp: never, onMore: never };
  render(
    <Card draft={makeDraft({ post })} findings={[finding]} {...base} onClose={() => undefined} {...parts} />,
    root,
  );
}

async function serious(): Promise<string[]> {
  const { violations } = await axe.run(root);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

function paint(scheme: string): void {
  root.style.colorScheme = scheme;
  root.style.background = scheme === 'dark' ? '#000' : '#fff';
  document.documentElement.style.colorScheme = scheme;
}

const openAll = () => {
  for (const details of root.querySelectorAll('details')) details.open = true;
};

describe.each(['light', 'dark'])('the card in %s', (scheme) => {
  beforeEach(() => paint(scheme));

  test.each(STATES)('has nothing that axe calls serious: $step', async (initial) => {
    show({ initial });
    expect(await serious()).toEqual([]);
  });

  test('nor with everything unfolded, answered, taken out and muted, on a post reported before', async () => {
    show({ earlier: { report: makeReported({ text: '别的' }), changes: ['edited'] } });
    openAll();
    await page.getByRole('radio', { name: 'Yes' }).first().click();
    await page.getByRole('button', { name: 'Remove from the report: Author' }).click();
    await page.getByRole('button', { name: 'Never for this rule' }).click();
    await expect.element(page.getByText(/marks nothing any more/)).toBeInTheDocument();
    expect(await serious()).toEqual([]);
  });

  test('nor does the notice of a post that is gone', async () => {
    render(<GoneNotice reports={[makeReported()]} onOpen={never} onClose={never} />, root);
    expect(await serious()).toEqual([]);
  });
});

test('a card to choose categories on has nothing that axe calls serious, and Report stays in sight', async () => {
  const choices = Array.from({ length: 30 }, (_, i) => ({
    id: `2025-${1 + (i % 5)}/category-${i}`,
    name: both(`第 ${i} 类`, `Category number ${i}`),
    campaign: both(`第 ${1 + (i % 5)} 项`, `Campaign number ${1 + (i % 5)}`),
  }));
  const guidance = {
    checklist: [
      both('能买吗？', 'Is there a way to buy?'),
      both('有广告标识吗？', 'Is there an advertisement mark?'),
    ],
    reminder: both('记下夸大的句子', 'Write down which sentence exaggerates'),
    never: both('讽刺', 'Satire'),
    help: true,
  };
  show({
    draft: makeDraft({ findings: [], categories: [] }),
    findings: [],
    choices,
    lookUp: async () => guidance,
  });
  await page.getByRole('checkbox', { name: 'Category number 7' }).click();
  await expect.element(page.getByText('Is there a way to buy?')).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Report', exact: true })).toBeInViewport();
  expect(await serious()).toEqual([]);
});

describe('by keyboard alone', () => {
  test('the first things that Tab comes to are Report, then "not a problem", then what was found', async () => {
    show({ findings: [FINDING] });
    await expect.element(page.getByRole('button', { name: 'Report', exact: true })).toHaveFocus();
    const stops: (string | null | undefined)[] = [document.activeElement?.textContent];
    for (let i = 0; i < 3; i++) {
      await userEvent.tab();
      stops.push(document.activeElement?.textContent);
    }
    expect(stops).toEqual(['ReportR', 'Not a problem hereD', 'Check 0 of 2 answered', 'Never for this rule']);
  });

  test('a key that is held down files once, and takes nothing back', async () => {
    const actions = makeActions();
    show({ findings: [FINDING], actions });
    await expect.element(page.getByRole('button', { name: 'Report', exact: true })).toHaveFocus();
    await userEvent.keyboard('{Enter>20/}');
    expect(actions.report).toHaveBeenCalledOnce();
    expect(actions.undoReport).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => actions.undoReport.mock.calls.length).toBe(1);
  });

  test('a question is answered, answered otherwise, and left open again', async () => {
    show({ findings: [FINDING] });
    await expect.element(page.getByRole('button', { name: 'Report', exact: true })).toHaveFocus();
    const checked = () => [...root.querySelectorAll<HTMLInputElement>('.question input:checked')];
    const answers = () => checked().map(({ parentElement }) => parentElement!.textContent);
    root.querySelector<HTMLElement>('.finding summary')!.click();
    const first = root.querySelector<HTMLInputElement>('.question input')!;
    first.focus();
    await userEvent.keyboard(' ');
    expect(answers()).toEqual(['Yes']);
    await userEvent.keyboard('{ArrowRight}');
    expect(answers()).toEqual(['No']);
    await userEvent.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Clear the answer');
    await userEvent.keyboard('{Enter}');
    expect(answers()).toEqual([]);
    expect(document.activeElement).toBe(first);
  });

  test('what is kept is opened with its key, and its first entry is taken out and put back', async () => {
    show();
    await expect.element(page.getByRole('button', { name: 'Report', exact: true })).toHaveFocus();
    await userEvent.keyboard('c');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('No longer kept: Author')).toBeInTheDocument();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Put back into the report: Author');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Kept again: Author')).toBeInTheDocument();
  });
});

describe('room', () => {
  afterEach(() => page.viewport(414, 896));
  const card = () => root.querySelector('.card')!;

  test('the card is no larger than it may be beside a post, and nothing in it is cut off sideways', async () => {
    await page.viewport(1280, 800);
    show();
    openAll();
    expect(card().getBoundingClientRect()).toMatchObject({ width: 380 });
    expect(card().getBoundingClientRect().height).toBeLessThanOrEqual(560);
    for (const part of [card(), ...card().querySelectorAll('.card-body, .filing, .finding, .kept')])
      expect(part.scrollWidth, part.className).toBeLessThanOrEqual(part.clientWidth);
  });

  test.each([
    [360, 640],
    [390, 844],
  ])('as a sheet it fits a window of %i × %i and leaves a third of it to the post', async (width, height) => {
    await page.viewport(width, height);
    root.className = 'sheet';
    root.style.cssText = 'position: fixed; right: 0; bottom: 0; left: 0';
    show();
    openAll();
    expect(card().getBoundingClientRect().width).toBe(width);
    expect(card().getBoundingClientRect().height).toBeLessThanOrEqual((height * 2) / 3);
    expect(card().querySelector('.card-body')!.clientHeight).toBeGreaterThan(100);
  });

  test('what is pressed is large enough to be hit', async () => {
    await page.viewport(390, 844);
    show();
    openAll();
    const small = [...card().querySelectorAll('button, summary, label.choice, label.yes-no')]
      .map((element) => [element.textContent, element.getBoundingClientRect().height] as const)
      .filter(([, height]) => height > 0 && height < 24);
    expect(small).toEqual([]);
  });
});
