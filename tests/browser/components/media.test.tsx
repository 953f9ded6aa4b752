import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import baseCss from '@/components/base.css?inline';
import { Card } from '@/components/Card';
import cardCss from '@/components/card.css?inline';
import cardPartsCss from '@/components/card-parts.css?inline';
import findingsCss from '@/components/findings.css?inline';
import { MediaChecks } from '@/components/media/MediaChecks';
import { MediaFileResult } from '@/components/media/MediaFileResult';
import { MediaProgressBar } from '@/components/media/MediaProgressBar';
import mediaCss from '@/components/media/media.css?inline';
import { PagePanel } from '@/components/PagePanel';
import pagePanelCss from '@/components/page-panel.css?inline';
import pickerCss from '@/components/picker.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { createUiHost } from '@/utils/highlight/ui-host';
import type { MediaView } from '@/utils/model/media-check';
import { speak } from '../../support/browser-imports';
import { makeDraft, makePost } from '../../support/builders';
import { FINDING, makeActions } from '../../support/card-data';
import {
  FILM,
  HINT,
  LABEL,
  makeCheck,
  makeView,
  picture,
  SIGNED,
  saysAi,
  unread,
} from '../../support/media-checks';
import { foundPost, makeReading, panelProps, UNLABELLED } from '../../support/page-panel';

const LONG = 'Sprout'.repeat(16);
const CHECKS = [
  saysAi({ evidence: [{ ...SIGNED, signer: LONG, producer: LONG }, LABEL] }),
  makeCheck({ media: picture(2) }),
  unread('not-allowed', picture(3)),
  makeCheck({ media: picture(4), evidence: [HINT], trouble: 'budget' }),
  makeCheck({ media: picture(5), evidence: [LABEL], capturedBy: LONG }),
  unread('stream', FILM),
];
const post = makePost({ media: CHECKS.map(({ media }) => media) });
const VIEWS: Record<string, MediaView> = {
  'nothing was looked into': makeView([], { files: 6 }),
  'some were': makeView(CHECKS.slice(0, 2), { files: 6, isRunning: true }),
  'all were': makeView(CHECKS),
};
const CARD_CSS = tokensCss + findingsCss + mediaCss + pickerCss + cardCss + cardPartsCss;
const PAGE_CSS = tokensCss + baseCss + findingsCss + pagePanelCss;
const LOOKS = (['light', 'dark'] as const).flatMap((scheme) =>
  (['en', 'zh_CN'] as const).map((language) => [scheme, language] as const),
);
const nothing = () => undefined;
const never = () => new Promise<never>(() => undefined);

let style: HTMLStyleElement;
let root: HTMLElement;
beforeEach(() => {
  style = document.head.appendChild(document.createElement('style'));
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  style.remove();
  root.remove();
  document.documentElement.style.colorScheme = '';
  speak('en');
});

function look(css: string, scheme: string, language: 'en' | 'zh_CN'): void {
  style.textContent = css;
  document.documentElement.style.colorScheme = scheme;
  document.documentElement.lang = language;
  root.style.background = 'var(--qj-bg)';
  speak(language);
}
function card(view: MediaView, onCheck: () => void = nothing) {
  const finding = { ...FINDING, spans: [] };
  return (
    <Card
      draft={makeDraft({ post })}
      findings={[finding]}
      choices={[]}
      actions={makeActions()}
      lookUp={never}
      onMore={never}
      onClose={nothing}
      media={{ view, onCheck, onStop: nothing, onAllow: nothing }}
    />
  );
}
const barriers = async () => {
  const { violations } = await axe.run(root, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
const isTooWide = (element: Element) => element.scrollWidth > element.clientWidth;

describe.each(LOOKS)('in %s colours, %s', (scheme, language) => {
  test.each(Object.entries(VIEWS))('the card has no barrier and nothing sticks out: %s', async (_, view) => {
    await page.viewport(390, 900);
    look(CARD_CSS, scheme, language);
    render(card(view), root);
    expect(await barriers()).toEqual([]);
    expect([...root.querySelectorAll('.media-says, .media-says *')].filter(isTooWide)).toEqual([]);
  });

  test.each([390, 1000])('lists of extension pages have none either, in %i px', async (width) => {
    await page.viewport(width, 900);
    look(PAGE_CSS, scheme, language);
    const found = { ...foundPost('a', { [UNLABELLED]: 'clue' as const }), mediaChecks: CHECKS };
    render(
      <>
        <PagePanel {...panelProps(makeReading([found]))} />
        <MediaProgressBar progress={{ isOn: true, done: 1, total: 6 }} onStop={nothing} />
        <h2>Files</h2>
        {CHECKS.map((check, i) => (
          <MediaFileResult key={check.media.url} name={`${i} ${LONG}.jpg`} findings={check} />
        ))}
        <h3>Checks</h3>
        <MediaChecks checks={CHECKS} post={post} />
      </>,
      root,
    );
    for (const details of root.querySelectorAll('details')) details.open = true;
    expect(await barriers()).toEqual([]);
    expect(isTooWide(document.documentElement)).toBe(false);
  });
});

test('the three kinds of strength differ without colour', () => {
  look(CARD_CSS, 'light', 'en');
  render(card(makeView(CHECKS)), root);
  const edges = [...root.querySelectorAll('.strength')].map((each) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(each);
    return `${each.textContent?.[0]} ${borderTopStyle} ${borderTopWidth}`;
  });
  expect([...new Set(edges)].sort()).toEqual(['A double 3px', 'B solid 1px', 'C dashed 1px']);
});

test('inside the closed shadow root of a page the keyboard does it all and is never left outside', async () => {
  const host = createUiHost(document, CARD_CSS, { position: 'fixed', zIndex: '1' });
  const inside = () => host.container.getRootNode() as ShadowRoot;
  let pressed = 0;
  const press = () => {
    pressed++;
  };
  const show = (view: MediaView) => render(card(view, press), host.container);
  show(makeView([], { files: 1 }));
  for (let i = 0; i < 40 && !/Check the/.test(inside().activeElement?.textContent ?? ''); i++)
    await userEvent.keyboard('{Tab}');
  await userEvent.keyboard('{Enter}');
  expect(pressed).toBe(1);
  show(makeView([], { files: 1, isRunning: true }));
  expect(inside().activeElement?.textContent).toBe('Stop');
  show(makeView([makeCheck()]));
  expect(inside().activeElement).toBe(host.container.querySelector('.media-says'));
  render(null, host.container);
  host.remove();
});
