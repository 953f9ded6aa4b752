import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Card } from '@/components/Card';
import type { DescribedFinding } from '@/components/CardFinding';
import cardCss from '@/components/card.css?inline';
import findingsCss from '@/components/findings.css?inline';
import pickerCss from '@/components/picker.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import type { FilingState } from '@/components/use-filing';
import { makeDraft, makeFinding } from '../../support/builders';

const both = (en: string) => ({ zh_CN: en, en });
const finding: DescribedFinding = {
  ...makeFinding(),
  categoryName: both('Fake staged scenes'),
  campaignName: both('Malicious marketing in short video'),
  basis: both('fake staging'),
  reason: both('A kindness scene with a call to follow'),
  checklist: [both('Is there a fiction label?')],
  reminder: both('Look for two more of the kind'),
  help: true,
  also: [],
  against: [],
};
const never = () => new Promise<never>(() => undefined);
const asking = { lookUp: never, onMore: never };
const actions = {
  report: never,
  undoReport: never,
  dismiss: never,
  undoDismissal: never,
  amend: never,
  copy: never,
};
const filed = { reportId: 'r', seq: 1, isNew: true, screenshot: true };

const STATES: FilingState[] = [
  { step: 'open' },
  { step: 'saved', filed, secondsLeft: 9 },
  { step: 'failed', error: 'The disk is full.' },
  { step: 'dismissed' },
];

let style: HTMLStyleElement;
let root: HTMLElement;

beforeEach(() => {
  style = Object.assign(document.createElement('style'), {
    textContent: tokensCss + findingsCss + pickerCss + cardCss,
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

describe.each(['light', 'dark'])('the card in %s', (scheme) => {
  test.each(STATES)('has nothing that axe calls serious: $step', async (initial) => {
    root.style.colorScheme = scheme;
    root.style.background = scheme === 'dark' ? '#000' : '#fff';
    document.documentElement.style.colorScheme = scheme;
    render(
      <Card
        draft={makeDraft()}
        findings={[finding]}
        choices={[]}
        reported={false}
        initial={initial}
        actions={actions}
        {...asking}
        onClose={() => undefined}
      />,
      root,
    );
    const { violations } = await axe.run(root);
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

test('a card to choose categories on has nothing that axe calls serious, and Report stays in sight', async () => {
  const choices = Array.from({ length: 30 }, (_, i) => ({
    id: `2025-${1 + (i % 5)}/category-${i}`,
    name: both(`Category number ${i}`),
    campaign: both(`Campaign number ${1 + (i % 5)}`),
  }));
  const guidance = {
    checklist: [both('Is there a way to buy?'), both('Is there an advertisement mark?')],
    reminder: both('Write down which sentence exaggerates'),
    never: both('Satire'),
    help: true,
  };
  render(
    <Card
      draft={makeDraft({ findings: [], categories: [] })}
      findings={[]}
      choices={choices}
      reported={false}
      actions={actions}
      lookUp={async () => guidance}
      onMore={never}
      onClose={() => undefined}
    />,
    root,
  );
  await page.getByRole('checkbox', { name: 'Category number 7' }).click();
  await expect.element(page.getByText('Is there a way to buy?')).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Report', exact: true })).toBeInViewport();
  const { violations } = await axe.run(root);
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('the card fits a narrow window', async () => {
  await page.viewport(360, 640);
  render(
    <Card
      draft={makeDraft()}
      findings={[finding]}
      choices={[]}
      reported={false}
      actions={actions}
      {...asking}
      onClose={() => undefined}
    />,
    root,
  );
  const { width, height } = root.querySelector('.card')!.getBoundingClientRect();
  expect(width).toBeLessThanOrEqual(360);
  expect(height).toBeLessThanOrEqual(640);
});
