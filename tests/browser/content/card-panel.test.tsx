import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { call } from '@/entrypoints/scanner.content/background';
import { CardPanel } from '@/entrypoints/scanner.content/card-panel';
import { Decisions } from '@/entrypoints/scanner.content/decisions';
import type { Finding } from '@/utils/model/finding';
import type { MediaView } from '@/utils/model/media-check';
import { UNKNOWN_LABELS } from '@/utils/model/post';
import type { RuleSet } from '@/utils/rules/match';
import { makeDraft, makeFinding, makePost } from '../../support/builders';
import { FILED, FINDING, makeReported } from '../../support/card-data';
import { makeView, picture, saysAi, unread } from '../../support/media-checks';

vi.mock('@/entrypoints/scanner.content/background', () => ({
  call: vi.fn(),
  explain: (error: Error) => `explained: ${error.message}`,
}));

const rules = {
  categories: new Map([[FINDING.category, { name: FINDING.categoryName }]]),
} as unknown as RuleSet;
const draft = makeDraft();
const { key } = draft.post;
const texts = {
  findings: [{ ...FINDING, category: FINDING.categoryName, campaign: FINDING.campaignName }],
  counters: {},
  tallies: [{ rule: FINDING.rule, reported: 3, dismissed: 1 }],
  choices: [],
};

let answers: Record<string, () => Promise<unknown>>;
let marks: { rectsOf: () => DOMRect[]; focus: ReturnType<typeof vi.fn<(key: string) => void>> };
let onChange: ReturnType<typeof vi.fn<() => void>>;
let decisions: Decisions;
let panel: CardPanel;
let view: MediaView;
let found: Finding[];
const desk = { viewOf: () => view, check: vi.fn(), stop: vi.fn() };
const files = { desk, findingsOf: () => found };

beforeEach(async () => {
  await page.viewport(1280, 800);
  // Open, so that a person's hands find what is inside.
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element) {
    return attach.call(this, { mode: 'open' });
  });
  answers = {
    getCardTexts: async () => texts,
    getDecisions: async () => ({ reported: [], dismissed: [] }),
  };
  vi.mocked(call as (type: string) => Promise<unknown>).mockImplementation(
    (type) => answers[type]?.() ?? Promise.resolve(undefined),
  );
  marks = { rectsOf: () => [new DOMRect(440, 80, 60, 24), new DOMRect(100, 60, 400, 500)], focus: vi.fn() };
  onChange = vi.fn();
  decisions = new Decisions(onChange);
  view = makeView([], { files: 2 });
  found = [];
  desk.check.mockReset();
  panel = new CardPanel(rules, marks, decisions, files);
});
afterEach(() => {
  panel.close();
  vi.restoreAllMocks();
  vi.mocked(call).mockReset();
});

const hosts = () => [...document.documentElement.children].filter(({ tagName }) => tagName === 'DIV');
const focused = () => hosts()[0]!.shadowRoot!.activeElement?.textContent;
const card = () => hosts()[0]?.shadowRoot?.querySelector('.card') ?? null;
const boxOfCard = () => card()!.getBoundingClientRect();
/** Shows a card and waits until it is there. */
const open = async (...shown: Parameters<CardPanel['show']>) => {
  panel.show(...shown);
  await expect.poll(card).not.toBeNull();
};

describe('the card of a page', () => {
  test('stands beside its post, and along the lower edge once the window is narrow', async () => {
    await open(draft);
    expect(boxOfCard()).toMatchObject({ left: 512, top: 80, width: 380 });
    expect(boxOfCard().bottom).toBeLessThanOrEqual(800);
    await page.viewport(390, 844);
    await expect.poll(() => boxOfCard().left).toBe(0);
    expect(boxOfCard()).toMatchObject({ width: 390, bottom: 844 });
    expect(boxOfCard().top).toBeGreaterThan(844 / 3);
    await page.viewport(1280, 800);
    await expect.poll(() => boxOfCard().left).toBe(512);
  });

  test('comes whole where the background answers soon, so that no button moves from under Tab', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    answers.getDecisions = () => promise;
    panel.show(draft);
    await Promise.resolve();
    expect(card()).toBeNull();
    resolve({ reported: [makeReported()], dismissed: [] });
    await expect.poll(card).not.toBeNull();
    expect(page.getByRole('button', { name: 'Update report' }).query()).not.toBeNull();
    expect(page.getByText('A kindness scene with a call to follow').query()).not.toBeNull();
    expect(page.getByText('Since then: unchanged').query()).not.toBeNull();
  });

  test('shows what was found where it does not, and what the rules say when it has come', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    answers.getCardTexts = () => promise;
    panel.show(draft);
    await expect.element(page.getByRole('heading', { name: /^Fake staged scenes/ })).toBeInTheDocument();
    expect(page.getByText(/A kindness scene/).query()).toBeNull();
    resolve(texts);
    await expect.element(page.getByText('A kindness scene with a call to follow')).toBeInTheDocument();
    await expect.element(page.getByText(/reported 3, not a problem 1/)).toBeInTheDocument();
  });

  test('says why they have not come, and lets the post be reported', async () => {
    answers.getCardTexts = () => Promise.reject(new Error('The extension did not answer.'));
    answers.fileReport = async () => FILED;
    panel.show(draft);
    await expect.element(page.getByText('The extension did not answer.')).toBeInTheDocument();
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await expect.element(page.getByText('Saved on this machine')).toBeInTheDocument();
    expect(decisions.isReported(key)).toBe(true);
  });

  test('what comes after the card was closed draws nothing', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    answers.getCardTexts = () => promise;
    panel.show(draft);
    const host = hosts()[0]!;
    panel.close();
    resolve(texts);
    await promise;
    expect(hosts()).toEqual([]);
    expect(host.shadowRoot!.querySelector('.card')).toBeNull();
  });

  test('Escape closes it and gives the focus back to the badge', async () => {
    panel.show(draft);
    await expect.poll(focused).toMatch(/^Report/);
    await userEvent.keyboard('{Escape}');
    expect(hosts()).toEqual([]);
    expect(marks.focus).toHaveBeenCalledWith(key);
  });

  test('a post that was reported before says so also when the page did not know yet', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    answers.getDecisions = () => promise;
    panel.show(draft);
    await expect.element(page.getByRole('button', { name: 'Report', exact: true })).toBeInTheDocument();
    resolve({ reported: [makeReported()], dismissed: [] });
    await expect.element(page.getByText('Since then: unchanged')).toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Update report' })).toBeInTheDocument();
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test('what was reported on the card itself is no earlier report', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    answers.getDecisions = () => promise;
    answers.fileReport = async () => FILED;
    answers.undoReport = async () => true;
    panel.show(draft);
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await expect.element(page.getByText('Saved on this machine')).toBeInTheDocument();
    // The answer was on its way before the report was stored.
    resolve({ reported: [], dismissed: [] });
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.element(page.getByText('Undone')).toBeInTheDocument();
    expect(page.getByText(/Since then/).query()).toBeNull();
    expect(decisions.isReported(key)).toBe(false);
  });

  test('what changed since is told at once, and where the report is', async () => {
    answers.getDecisions = () => new Promise(() => undefined);
    decisions.setReported(key, makeReported({ text: '原来的话' }));
    panel.show(draft);
    await expect.element(page.getByText('Since then: text edited')).toBeInTheDocument();
    await page.getByRole('button', { name: 'Open the report' }).click();
    expect(call).toHaveBeenCalledWith('openReport', 'r0');
  });
});

describe('a filing by menu or shortcut', () => {
  test('shows the card as saved, with its picture and without the report that it made', async () => {
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext('2d')!.fillRect(0, 0, 40, 30);
    const bytes = await (await canvas.convertToBlob({ type: 'image/webp' })).bytes();
    const picture = { width: 40, height: 30, webp: btoa(String.fromCharCode(...bytes)) };
    panel.showGesture({ ok: true, filed: { ...FILED, screenshot: true }, draft, picture });
    await expect.element(page.getByText('Saved on this machine · with screenshot')).toBeInTheDocument();
    await expect.element(page.getByRole('img', { name: /Picture of the post/ })).toBeInTheDocument();
    expect(decisions.reportOf(key)).toMatchObject({ reportId: 'r1' });
    expect(page.getByText(/Since then/).query()).toBeNull();
  });

  test('that failed offers another try', async () => {
    panel.showGesture({ ok: false, error: 'full', draft });
    await expect.element(page.getByText('Not saved. explained: full')).toBeInTheDocument();
    await expect.poll(focused).toMatch(/^Try again/);
    expect(decisions.isReported(key)).toBe(false);
  });

  test('where there is no post says so', async () => {
    panel.showGesture({ ok: false, error: 'no-post' });
    await expect.element(page.getByRole('alert').getByText(/^There is no post here/)).toBeInTheDocument();
  });
});

describe('a page whose post is gone', () => {
  const gone = makeReported({ title: '偶遇一位老人' });

  test('says so without taking the focus, and leads to the report', async () => {
    panel.showGone([gone]);
    await expect.element(page.getByRole('heading', { name: /gone from this page/ })).toBeInTheDocument();
    expect(document.activeElement).toBe(document.body);
    await page.getByRole('button', { name: 'Open the report' }).click();
    expect(call).toHaveBeenCalledWith('openReport', 'r0');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(hosts()).toEqual([]);
  });

  test('says why the report was not opened', async () => {
    answers.openReport = () => Promise.reject(new Error('The extension did not answer.'));
    panel.showGone([gone]);
    await page.getByRole('button', { name: 'Open the report' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('The extension did not answer.');
  });

  test('nothing is said without reports, or over an open card', async () => {
    panel.showGone([]);
    expect(hosts()).toEqual([]);
    panel.show(makeDraft({ post: makePost({ id: 'other' }) }));
    panel.showGone([gone]);
    expect(hosts()).toHaveLength(1);
    await expect.element(page.getByRole('dialog')).toBeInTheDocument();
    expect(page.getByText(/gone from this page/).query()).toBeNull();
  });
});

describe('what the files of a post say', () => {
  const own = makePost({ media: [picture(1)] });
  const ofFile = makeFinding({ rule: '2025-4/ai-label-missing/file', category: '2025-4/x', spans: [] });
  const section = () => hosts()[0]!.shadowRoot!.querySelector('.media-says')!;
  const filed = () =>
    vi
      .mocked(call as (type: string, data: unknown) => unknown)
      .mock.calls.flatMap(([type, data]) => (type === 'fileReport' ? [data as typeof draft] : []));

  test('is looked into at a click, and shown as it comes', async () => {
    await open(makeDraft({ post: own }));
    await userEvent.click(section().querySelector('button')!);
    expect(desk.check).toHaveBeenCalledExactlyOnceWith(own);
    view = makeView([saysAi()]);
    panel.filesCame('demo:note:another');
    expect(section().textContent).not.toContain('青芽绘图');
    panel.filesCame(own.key);
    await expect.poll(() => section().textContent).toContain('青芽绘图');
  });

  test('goes into the report with what rules make of it, and nothing that comes afterwards', async () => {
    answers.fileReport = async () => FILED;
    panel.show(makeDraft({ post: own }));
    await expect.poll(() => vi.mocked(call).mock.calls.length).toBeGreaterThan(0);
    view = makeView([saysAi()]);
    found = [ofFile];
    panel.filesCame(own.key);
    await userEvent.keyboard('{Enter}');
    await expect.poll(filed).toHaveLength(1);
    expect(filed()[0]!.mediaChecks).toEqual([saysAi()]);
    expect(filed()[0]!.findings.map(({ rule }) => rule)).toEqual([
      ...draft.findings.map(({ rule }) => rule),
      ofFile.rule,
    ]);
    expect(requests('getCardTexts')).toHaveLength(2);
    found = [ofFile, { ...ofFile, rule: '2025-4/ai-label-missing/later' }];
    panel.filesCame(own.key);
    expect(requests('getCardTexts')).toHaveLength(2);
  });

  test('that may not be read leads to where it is allowed', async () => {
    view = makeView([unread('not-allowed')]);
    await open(makeDraft({ post: own }));
    await userEvent.click(section().querySelector('button')!);
    expect(call).toHaveBeenCalledWith('openOptions', 'media');
  });

  test('of a picture that stands in no post has a card of its own, closed by Escape', async () => {
    view = makeView([], { isRunning: true });
    const alone = { ...own, labels: UNKNOWN_LABELS };
    panel.showPicture(alone);
    expect(focusedElement()).toBe(section());
    view = makeView([saysAi()]);
    panel.filesCame(alone.key);
    await expect.poll(() => section().textContent).toContain('青芽绘图');
    await userEvent.keyboard('{Escape}');
    expect(hosts()).toEqual([]);
  });

  test('has the focus when the reader came for it', async () => {
    await open(makeDraft({ post: own }));
    expect(focusedElement()).not.toBe(section());
    panel.showFiles();
    expect(focusedElement()).toBe(section());
  });

  test('has the focus also when the card has yet to come', async () => {
    panel.show(makeDraft({ post: own }));
    panel.showFiles();
    await expect.poll(card).not.toBeNull();
    expect(focusedElement()).toBe(section());
  });
});

function requests(type: string): unknown[] {
  return vi.mocked(call as (type: string) => unknown).mock.calls.filter(([each]) => each === type);
}

function focusedElement(): Element | null {
  return hosts()[0]!.shadowRoot!.activeElement;
}
