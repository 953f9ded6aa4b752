import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Card } from '@/components/Card';
import type { DescribedFinding } from '@/components/CardFinding';
import cardCss from '@/components/card.css?inline';
import findingsCss from '@/components/findings.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import type { FilingState } from '@/components/use-filing';
import { makeDraft, makeFinding } from '../../support/builders';

const both = (en: string) => ({ zh_CN: en, en });
const finding: DescribedFinding = {
  ...makeFinding(),
  categoryName: both('Fake staged scenes'),
  campaignName: both('Malicious marketing in short video'),
  clause: both('fake staging'),
  reason: both('A kindness scene with a call to follow'),
  checklist: [both('Is there a fiction label?')],
  against: [],
};
const never = () => new Promise<never>(() => undefined);
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
  style = Object.assign(document.createElement('style'), { textContent: tokensCss + findingsCss + cardCss });
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
        onClose={() => undefined}
      />,
      root,
    );
    const { violations } = await axe.run(root);
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
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
      onClose={() => undefined}
    />,
    root,
  );
  const { width, height } = root.querySelector('.card')!.getBoundingClientRect();
  expect(width).toBeLessThanOrEqual(360);
  expect(height).toBeLessThanOrEqual(640);
});
