import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { call } from '@/entrypoints/scanner.content/background';
import { Decisions } from '@/entrypoints/scanner.content/decisions';
import { PageGestures } from '@/entrypoints/scanner.content/page-gestures';
import { PointedPost } from '@/entrypoints/scanner.content/pointed-post';
import type { MediaCheck } from '@/utils/model/media-check';
import type { Media, Post, PostKey } from '@/utils/model/post';
import { loadRules } from '@/utils/rules';
import { type RuleSet, withMuted } from '@/utils/rules/match';
import { LiveScan } from '@/utils/scan/live-scan';
import { picture, saysAi } from '../../support/media-checks';
import { siteOf, the } from '../scan/demo-site';

vi.mock('@/entrypoints/scanner.content/background', () => ({ call: vi.fn() }));

const STAGED = '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续';
const site = siteOf({});
const all = loadRules();
const keyOf = (id: string): PostKey => `demo:note:/${id}`;

let answers: Record<string, () => Promise<unknown>>;
let rules: RuleSet;
let live: LiveScan;
let pointed: PointedPost;
let decisions: Decisions;
let show: ReturnType<typeof vi.fn>;
let reveal: ReturnType<typeof vi.fn>;
let showFiles: ReturnType<typeof vi.fn>;
let showPicture: ReturnType<typeof vi.fn>;
let checks: MediaCheck[];
const media = {
  checksOf: () => checks,
  checkIn: vi.fn<(post: Post, media: Media) => boolean>(),
  checkAlone: vi.fn<(media: Media) => object>(),
};
let gestures: PageGestures;
let stop: AbortController;

beforeEach(() => {
  answers = { fileReport: async () => ({ reportId: 'r1', seq: 7, isNew: true, screenshot: false }) };
  vi.mocked(call as (type: string) => Promise<unknown>)
    .mockReset()
    .mockImplementation((type) => answers[type]?.() ?? Promise.resolve(undefined));
  document.body.style.minHeight = '200vh';
});
afterEach(() => {
  live.stop();
  stop.abort();
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  scrollTo(0, 0);
});

/** A page with these posts, below whatever stands above them. */
function begin(posts: Record<string, string>, above = ''): void {
  document.body.innerHTML = `${above}${Object.keys(posts)
    .map((id) => `<article id="${id}" tabindex="0"><a href="/${id}"></a><h2></h2></article>`)
    .join('')}`;
  for (const [id, title] of Object.entries(posts)) the(`#${id} h2`).textContent = title;
  rules = all;
  stop = new AbortController();
  live = new LiveScan(site, rules, { document, onChange: () => undefined });
  live.start();
  live.flush();
  pointed = new PointedPost();
  pointed.follow(document, stop.signal, (target) => live.at(target)[0]);
  decisions = new Decisions(() => undefined);
  show = vi.fn();
  reveal = vi.fn();
  showFiles = vi.fn();
  showPicture = vi.fn();
  checks = [];
  media.checkIn.mockReset();
  media.checkAlone.mockReset().mockReturnValue({ key: 'demo:excerpt:1' });
  const parts = { site, rules: () => rules, live, pointed, decisions };
  gestures = new PageGestures({
    ...parts,
    marks: { reveal },
    card: { show, showFiles, showPicture },
    media,
  } as never);
}

const shown = () => show.mock.calls.at(-1) ?? [];
const shortcut = (selection = '') => gestures.pick({ by: 'shortcut', selection });
const menu = (selection = '') => gestures.pick({ by: 'menu', selection });

describe('opening a card', () => {
  test('shows the post as it is at that moment, also when it said something else before', async () => {
    begin({ a: '周末露营' });
    the('#a h2').textContent = STAGED;
    expect(await gestures.open(keyOf('a'))).toBe(true);
    const [draft] = shown();
    expect(draft).toMatchObject({ filedBy: 'card', post: { key: keyOf('a'), title: STAGED } });
    expect(draft.findings.length).toBeGreaterThan(0);
  });

  test('shows nothing of a post that the page shows no more', async () => {
    begin({ a: STAGED });
    the('#a').remove();
    expect(await gestures.open(keyOf('a'))).toBe(false);
    expect(show).not.toHaveBeenCalled();
  });

  test('from elsewhere scrolls to the post first, also to one without a mark', async () => {
    begin({ a: '周末露营' }, '<div style="height: 150vh"></div>');
    expect(await gestures.reveal(keyOf('a'))).toBe(true);
    expect(the('#a').getBoundingClientRect().top).toBeLessThan(innerHeight);
    expect(reveal).toHaveBeenCalledWith(keyOf('a'));
    expect(shown()[0].post.key).toBe(keyOf('a'));
    expect(await gestures.reveal(keyOf('gone'))).toBe(false);
  });
});

describe('a report by key', () => {
  test('is filed at once, shown as saved and said to be so', async () => {
    begin({ a: STAGED });
    expect(await gestures.report(keyOf('a'))).toBe('Saved on this machine');
    expect(vi.mocked(call)).toHaveBeenCalledWith('fileReport', expect.objectContaining({ filedBy: 'key' }));
    expect(shown()[1]).toMatchObject({ step: 'saved', filed: { reportId: 'r1', seq: 7 } });
    expect(decisions.isReported(keyOf('a'))).toBe(true);
  });

  test('says of a post that was reported before that its report was updated', async () => {
    begin({ a: STAGED });
    answers.fileReport = async () => ({ reportId: 'r1', seq: 8, isNew: false, screenshot: false });
    const words = await gestures.report(keyOf('a'));
    expect(words).not.toBe('Saved on this machine');
    expect(words).not.toBe('');
    expect(shown()[1].step).toBe('saved');
  });

  test('that fails is shown as failed, with why, and is no report', async () => {
    begin({ a: STAGED });
    answers.fileReport = () => Promise.reject(new Error('The disk is full.'));
    expect(await gestures.report(keyOf('a'))).toContain('The disk is full.');
    expect(shown()).toMatchObject([
      { post: { title: STAGED } },
      { step: 'failed', error: 'The disk is full.' },
    ]);
    expect(decisions.isReported(keyOf('a'))).toBe(false);
  });

  test('of a post that has gone says so, and files nothing', async () => {
    begin({ a: STAGED });
    the('#a').remove();
    const words = await gestures.report(keyOf('a'));
    expect(words).not.toBe('');
    expect(await gestures.dismiss(keyOf('a'))).toBe(words);
    expect([show.mock.calls, vi.mocked(call).mock.calls]).toEqual([[], []]);
  });
});

describe('a dismissal by key', () => {
  test('is made with the rules that had marked the post, and shown where it can be taken back', async () => {
    begin({ a: STAGED });
    const words = await gestures.dismiss(keyOf('a'));
    const findings = live.peek(keyOf('a'))!.findings.map(({ rule }) => rule);
    expect(vi.mocked(call).mock.calls).toEqual([['dismissPost', { postKey: keyOf('a'), rules: findings }]]);
    expect(shown()[1]).toEqual({ step: 'dismissed' });
    expect(words).not.toBe('');
    expect(decisions.isDismissed(keyOf('a'))).toBe(true);
  });

  test('that fails says why, and the post stays marked', async () => {
    begin({ a: STAGED });
    answers.dismissPost = () => Promise.reject(new Error('The extension did not answer.'));
    expect(await gestures.dismiss(keyOf('a'))).toBe('The extension did not answer.');
    expect(show).not.toHaveBeenCalled();
    expect(decisions.isDismissed(keyOf('a'))).toBe(false);
  });
});

describe('the post that is meant', () => {
  const two = { a: STAGED, b: '周末露营' };

  test('by the menu is the one under the right-click, whatever is selected', async () => {
    begin(two);
    vi.spyOn(pointed, 'ofMenu').mockReturnValue(live.find(keyOf('b')));
    expect(await menu('一段话')).toMatchObject({ filedBy: 'menu', post: { key: keyOf('b') } });
  });

  test('by the shortcut is the focused one', async () => {
    begin(two);
    the('#b').focus();
    expect(await shortcut()).toMatchObject({
      filedBy: 'shortcut',
      post: { key: keyOf('b') },
      categories: [],
    });
  });

  test('by the menu is not the focused one', async () => {
    begin(two);
    the('#b').focus();
    expect(await menu()).toBeNull();
  });

  test('beside all posts is the text that is selected, read by the rules', async () => {
    begin(two, `<p id="aside">${STAGED}</p><div style="height: 120vh"></div>`);
    getSelection()!.selectAllChildren(the('#aside'));
    const draft = await menu('what the browser says is selected');
    expect(draft).toMatchObject({ post: { kind: 'excerpt', text: STAGED } });
    expect(draft!.findings.length).toBeGreaterThan(0);
  });

  test('is the text that the browser says is selected where the document knows of none', async () => {
    begin(two);
    expect((await menu(' 框里的 字 '))?.post).toMatchObject({ kind: 'excerpt', text: '框里的 字' });
  });

  test('in a selected text holds nothing for a rule that was muted meanwhile', async () => {
    begin(two);
    const found = (await menu(STAGED))!.findings.map(({ rule }) => rule);
    rules = withMuted(all, new Set(found));
    expect((await menu(STAGED))!.findings).toEqual([]);
  });

  test('is the only one of the page where nothing else is', async () => {
    begin({ a: STAGED }, '<div style="height: 120vh"></div>');
    expect((await menu())?.post.key).toBe(keyOf('a'));
    expect((await shortcut())?.post.key).toBe(keyOf('a'));
  });

  test('is none where there are two, or no post at all', async () => {
    begin(two, '<div style="height: 120vh"></div>');
    expect([await menu(), await shortcut()]).toEqual([null, null]);
    begin({});
    expect([await menu(), await shortcut()]).toEqual([null, null]);
  });
});

describe('a picture of a post', () => {
  test('is taken of its element, and of nothing once it has gone', () => {
    begin({ a: STAGED });
    const root = the('#a');
    expect([gestures.isShown(keyOf('a')), gestures.subjectOf(keyOf('a'))]).toEqual([true, root]);
    root.remove();
    expect([gestures.isShown(keyOf('a')), gestures.subjectOf(keyOf('a'))]).toEqual([false, undefined]);
  });

  test('of an excerpt is taken of what is selected, while anything is', async () => {
    begin({ a: STAGED }, '<p id="aside">一段话</p>');
    getSelection()!.selectAllChildren(the('#aside'));
    const { key } = (await menu())!.post;
    expect(gestures.isShown(key)).toBe(true);
    expect(String(gestures.subjectOf(key))).toBe('一段话');
    getSelection()!.removeAllRanges();
    expect(gestures.subjectOf(key)).toBeUndefined();
  });
});

describe('the files of a post', () => {
  const chosen: Media = picture(1);

  test('go into its draft with what was found in them', async () => {
    begin({ a: STAGED });
    expect(await gestures.draft(keyOf('a'), 'key')).not.toHaveProperty('mediaChecks');
    checks = [saysAi()];
    expect(await gestures.draft(keyOf('a'), 'key')).toMatchObject({ mediaChecks: checks });
    expect(await menu()).toMatchObject({ mediaChecks: checks });
  });

  test('one of which the reader chose by the menu, are shown on the card of the post', async () => {
    begin({ a: STAGED });
    media.checkIn.mockReturnValue(true);
    await userEvent.click(the('#a h2'), { button: 'right' });
    await gestures.checkShown(chosen);
    expect(media.checkIn).toHaveBeenCalledWith(expect.objectContaining({ key: keyOf('a') }), chosen);
    expect(shown()[0]).toMatchObject({ post: { key: keyOf('a') } });
    expect(showFiles).toHaveBeenCalledOnce();
    expect(media.checkAlone).not.toHaveBeenCalled();
  });

  test('are not what the reader chose where the post has none such, where it has gone, and where there is none', async () => {
    begin({ a: STAGED }, '<p id="aside">一段话</p>');
    media.checkIn.mockReturnValue(false);
    await userEvent.click(the('#a h2'), { button: 'right' });
    await gestures.checkShown(chosen);
    media.checkIn.mockReturnValue(true);
    the('#a').remove();
    await gestures.checkShown(chosen);
    await userEvent.click(the('#aside'), { button: 'right' });
    await gestures.checkShown(chosen);
    expect(media.checkAlone.mock.calls).toEqual([[chosen], [chosen], [chosen]]);
    expect(showPicture).toHaveBeenCalledTimes(3);
    expect(showPicture).toHaveBeenLastCalledWith({ key: 'demo:excerpt:1' });
    expect(show).not.toHaveBeenCalled();
  });
});
