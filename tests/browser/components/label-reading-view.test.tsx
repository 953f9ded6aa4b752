import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import baseCss from '@/components/base.css?inline';
import findingsCss from '@/components/findings.css?inline';
import { LabelReadingView } from '@/components/LabelReadingView';
import tokensCss from '@/components/tokens.css?inline';
import { NO_LABELS } from '@/utils/model/post';
import { sites } from '@/utils/sites';

/** The longest places of any site: what must fit in a narrow panel. */
const longest = sites
  .flatMap(({ shapes }) => shapes.flatMap(({ labels = [] }) => labels))
  .map((spot) => spot.place ?? spot.element)
  .sort((one, other) => other.length - one.length)
  .slice(0, 2)
  .map((where) => ({ from: 'element' as const, where, text: '' }));

let style: HTMLStyleElement;
let root: HTMLElement;

beforeEach(() => {
  style = Object.assign(document.createElement('style'), { textContent: tokensCss + baseCss + findingsCss });
  root = document.createElement('main');
  document.head.append(style);
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  style.remove();
  root.remove();
  document.documentElement.style.colorScheme = '';
});

describe.each([
  ['light', 1280],
  ['light', 320],
  ['dark', 1280],
  ['dark', 320],
] as const)('where a label would stand, %s, %i px wide', (scheme, width) => {
  test('fits and is accessible, closed and open', async () => {
    await page.viewport(width, 700);
    document.documentElement.style.colorScheme = scheme;
    const places = [...longest, { from: 'state' as const, where: 'risk_infos', text: '' }];
    render(<LabelReadingView labels={NO_LABELS} places={places} />, root);
    const details = root.querySelector('details')!;
    for (const open of [false, true]) {
      details.open = open;
      const { violations } = await axe.run(root);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });

  test('the summary is large enough for a finger', async () => {
    await page.viewport(width, 700);
    render(<LabelReadingView labels={NO_LABELS} places={longest} />, root);
    expect(root.querySelector('summary')!.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
  });
});
