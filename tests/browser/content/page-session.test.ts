import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { call } from '@/entrypoints/scanner.content/background';
import { Keyboard } from '@/entrypoints/scanner.content/keyboard';
import { PageSession } from '@/entrypoints/scanner.content/page-session';
import { createUiHost } from '@/utils/highlight/ui-host';
import { DEFAULT_KEYS } from '@/utils/keys/keys';
import type { MediaEvidence } from '@/utils/model/media-check';
import type { PostKey } from '@/utils/model/post';
import { loadRules } from '@/utils/rules';
import { withMuted } from '@/utils/rules/match';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { makeReported } from '../../support/card-data';
import { siteOf, the } from '../scan/demo-site';
import { countListeners, handlers, media, protocol, send, watchers } from './session-page';

vi.mock('@/entrypoints/scanner.content/background', () => ({ call: vi.fn(), explain: String }));
vi.mock('@/utils/messaging/protocol', async () => (await import('./session-page')).protocol);
vi.mock('@/utils/storage/settings', async () => (await import('./session-page')).settings);

const STAGED = '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续';
const site: SiteAdapter = { ...siteOf({}), removed: '.removed' };
const rules = loadRules();
const keyOf = (id: string): PostKey => `demo:note:/${id}`;
const keyboard = new Keyboard((element) => element.shadowRoot);
keyboard.keys = DEFAULT_KEYS;
keyboard.listen(window, new AbortController().signal);

let answers: Record<string, (data: unknown) => unknown>;
let session: PageSession;

beforeEach(() => {
  // Open, so that a test finds what is inside.
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element) {
    return attach.call(this, { mode: 'open' });
  });
  answers = {
    getDecisions: () => ({ reported: [], dismissed: [] }),
    getCardTexts: () => ({ findings: [], counters: {}, tallies: [], choices: [] }),
    getReportsAt: () => [],
    fileReport: () => ({ reportId: 'r1', seq: 1, isNew: true, screenshot: false }),
  };
  vi.mocked(call as (type: string, data: unknown) => Promise<unknown>)
    .mockReset()
    .mockImplementation(async (type, data) => answers[type]?.(data));
});
afterEach(() => {
  session.stop();
  media.sites = [];
  protocol.sendMessage.mockReset().mockResolvedValue([]);
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function begin(...titles: string[]): void {
  document.body.replaceChildren(...titles.map((title, i) => post(`p${i}`, title)));
  session = new PageSession(site, rules, keyboard);
  session.start();
}

function post(id: string, title: string): HTMLElement {
  const root = Object.assign(document.createElement('article'), { id });
  root.style.cssText = 'display: block; height: 120px; margin: 40px; width: 300px';
  const link = Object.assign(document.createElement('a'), { href: `/${id}` });
  root.append(link, Object.assign(document.createElement('h2'), { textContent: title }));
  return root;
}

/** The site says that its post is no more. */
const removePost = () =>
  document.body.replaceChildren(Object.assign(document.createElement('p'), { className: 'removed' }));

const hosts = () => [...document.querySelectorAll<HTMLElement>('html > div')];
const inOurs = (css: string) =>
  hosts().flatMap((host) => [...(host.shadowRoot?.querySelectorAll(css) ?? [])]);
const badges = () => inOurs('button.badge').length;
const cardText = () => inOurs('.card')[0]?.textContent ?? '';
const told = (type: string) =>
  vi.mocked(call).mock.calls.flatMap(([each, data]) => (each === type ? [data as unknown] : []));
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const painted = () => [...CSS.highlights].flatMap(([name, { size }]) => (name.startsWith('qj') ? size : []));

describe('a session', () => {
  test('marks what rules find, tells the button, and asks once what was decided', async () => {
    begin(STAGED, '周末露营', STAGED);
    await expect.poll(badges).toBe(2);
    await expect.poll(() => told('getDecisions')).toEqual([[keyOf('p0'), keyOf('p1'), keyOf('p2')]]);
    expect(told('showOnButton').at(-1)).toEqual({ marked: 2, unreadable: false });
    expect(painted().some((size) => size > 0)).toBe(true);
  });

  test('takes away marks of posts that turn out to be dismissed', async () => {
    answers.getDecisions = () => ({ reported: [], dismissed: [keyOf('p0')] });
    begin(STAGED, STAGED);
    await expect.poll(badges).toBe(1);
    expect(told('showOnButton').at(-1)).toEqual({ marked: 1, unreadable: false });
  });

  test('asks anew about posts that were decided elsewhere', async () => {
    begin(STAGED);
    await expect.poll(() => told('getDecisions')).toHaveLength(1);
    answers.getDecisions = () => ({ reported: [], dismissed: [keyOf('p0')] });
    for (const watcher of watchers) watcher({ at: 1, keys: [keyOf('p0'), keyOf('unknown')] });
    await expect.poll(badges).toBe(0);
    expect(told('getDecisions').at(-1)).toEqual([keyOf('p0')]);
  });

  test('has another name as soon as something else is found, and no other session has it', async () => {
    begin(STAGED);
    await expect.poll(badges).toBe(1);
    await wait(400);
    const { scanId } = session;
    await wait(50);
    expect(session.scanId).toBe(scanId);
    document.body.append(post('p9', STAGED));
    await expect.poll(() => session.scanId).not.toBe(scanId);
    const before = session.scanId;
    session.stop();
    begin(STAGED);
    expect(session.scanId.split('.')[0]).not.toBe(before.split('.')[0]);
  });

  test('answers what it is asked about its page', async () => {
    begin(STAGED, '周末露营');
    const reading = await send('getPageReading', 'all');
    expect(reading).toMatchObject({ site: 'demo', posts: [{ title: STAGED }, { title: '周末露营' }] });
    expect([send('isShown', keyOf('p0')), send('isShown', keyOf('p7'))]).toEqual([true, false]);
    expect(await send('showPost', keyOf('p1'))).toBe(true);
    await expect.poll(cardText).toContain('周末露营');
    expect(await send('framePicture', keyOf('p7'))).toBeNull();
    expect(send('pictureTaken')).toBe(false);
  });

  test('hides its marks while a picture is taken, and shows them again', async () => {
    begin(STAGED);
    await expect.poll(badges).toBe(1);
    expect(await send('framePicture', keyOf('p0'))).toMatchObject({ others: [] });
    expect(painted()).toEqual([]);
    expect(new Set(hosts().map(({ style }) => style.opacity))).toEqual(new Set(['0']));
    expect(send('pictureTaken')).toBe(true);
    expect(painted().some((size) => size > 0)).toBe(true);
  });

  test('notes a reported post that is seen again, and says that one is gone', async () => {
    const report = makeReported({ key: keyOf('p0'), title: '别的标题', text: '' });
    answers.getDecisions = () => ({ reported: [report], dismissed: [] });
    begin(STAGED);
    await expect.poll(() => told('recordVisit')).toMatchObject([{ reportId: 'r0', changes: ['edited'] }]);
    answers.getReportsAt = () => [report];
    removePost();
    await expect.poll(() => told('recordVisit').at(-1)).toEqual({ reportId: 'r0', changes: ['gone'] });
    await expect.poll(() => hosts().length).toBe(1);
  });
});

describe('a rule that is muted', () => {
  const ruleIds = () => [...new Set(rules.program.rules.map(({ id }) => id))];

  test('takes its marks away and leaves the card open that the reader is at', async () => {
    begin(STAGED);
    await expect.poll(badges).toBe(1);
    await send('showPost', keyOf('p0'));
    await expect.poll(cardText).not.toBe('');
    const [card] = inOurs('.card');
    session.setRules(withMuted(rules, new Set(ruleIds())));
    await expect.poll(badges).toBe(0);
    expect(inOurs('.card')[0]).toBe(card);
    expect(told('showOnButton').at(-1)).toEqual({ marked: 0, unreadable: false });
    session.setRules(rules);
    await expect.poll(badges).toBe(1);
  });

  test('is not found in a text that is selected either', async () => {
    begin();
    session.setRules(withMuted(rules, new Set(ruleIds())));
    expect(await send('pickPost', { by: 'menu', selection: STAGED })).toMatchObject({ findings: [] });
  });
});

describe('a session that was stopped', () => {
  /** The shield of our events is put up once for all sessions and stays. */
  beforeEach(async () => {
    begin(STAGED);
    await expect.poll(badges).toBe(1);
    session.stop();
  });

  test('leaves no listener, handler, watcher, host, painted word or trace in the page', async () => {
    const left = countListeners();
    begin(STAGED, STAGED);
    await expect.poll(badges).toBe(2);
    await send('showPost', keyOf('p0'));
    await userEvent.keyboard('{Alt>}j{/Alt}');
    await send('framePicture', keyOf('p0'));
    expect(left()).not.toEqual([]);
    const before = document.body.innerHTML;
    expect(before).toContain('anchor-name');
    session.stop();
    expect(left()).toEqual([]);
    expect([handlers.size, watchers.size, keyboard.handlers]).toEqual([0, 0, undefined]);
    expect([hosts().length, painted()]).toEqual([0, []]);
    // What comes next is not hidden for a picture that nobody takes any more.
    const next = createUiHost(document, '');
    expect(next.element.style.opacity).not.toBe('0');
    next.remove();
    expect(document.body.innerHTML).not.toContain('anchor-name');
    expect(told('showOnButton').at(-1)).toEqual({ marked: 0, unreadable: false });
  });

  test('does nothing any more, whatever happens in the page', async () => {
    begin(STAGED);
    session.stop();
    vi.mocked(call).mockClear();
    const reads = vi.spyOn(Element.prototype, 'querySelectorAll');
    document.body.append(post('p5', STAGED));
    session.rescan();
    await wait(400);
    expect([vi.mocked(call).mock.calls, reads.mock.calls]).toEqual([[], []]);
  });

  test('shows nothing of an answer that comes afterwards', async () => {
    const report = makeReported({ key: keyOf('p0') });
    const { promise, resolve } = Promise.withResolvers<unknown>();
    answers.getReportsAt = () => promise;
    begin();
    removePost();
    session.rescan();
    await expect.poll(() => told('getReportsAt').length).toBe(1);
    session.stop();
    resolve([report]);
    await wait(50);
    expect(hosts().length).toBe(0);
  });

  test('shows nothing of a report whose answer comes afterwards', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    answers.fileReport = () => promise;
    begin(STAGED);
    await expect.poll(badges).toBe(1);
    await userEvent.keyboard('{Alt>}jr{/Alt}');
    await expect.poll(() => told('fileReport').length).toBe(1);
    session.stop();
    resolve({ reportId: 'r1', seq: 1, isNew: true, screenshot: false });
    await wait(300);
    expect(the('#p0').isConnected).toBe(true);
    expect(hosts().length).toBe(0);
  });
});

describe('the files of posts', () => {
  const url = 'https://img.example/a-picture-of-it.jpg';
  const label: MediaEvidence = { mechanism: 'gb45438', strength: 'B1', kind: 'ai', place: 'xmp' };
  const check = { media: { type: 'image', url }, verdict: 'ai', evidence: [label], via: 'page', at: 1 };
  const withPictures = siteOf({ media: { image: [{ css: 'img', attr: 'src' }] } });
  const asked = () => protocol.sendMessage.mock.calls.filter(([type]) => type === 'checkMedia');

  function beginWithPicture(): void {
    const root = post('p0', '周末露营');
    root.append(Object.assign(document.createElement('img'), { src: url, width: 240, height: 60 }));
    root.append(Object.assign(document.createElement('div'), { className: 'label' }));
    document.body.replaceChildren(root);
    session = new PageSession(withPictures, rules, keyboard);
    session.start();
  }

  test('are left alone while the reader has it off for the site', async () => {
    media.sites = ['another'];
    beginWithPicture();
    await wait(2_000);
    expect(protocol.sendMessage).not.toHaveBeenCalled();
    expect(await send('getPageReading', 'all')).toMatchObject({ media: { isOn: false, done: 0, total: 0 } });
  });

  test('are looked into once their post is in sight, and what they say marks it', async () => {
    media.sites = ['demo'];
    protocol.sendMessage.mockResolvedValue([check]);
    beginWithPicture();
    const { scanId } = session;
    await expect
      .poll(asked, { timeout: 5_000 })
      .toEqual([['checkMedia', { postKey: keyOf('p0'), media: [{ type: 'image', url }], by: 'view' }]]);
    await expect.poll(badges).toBe(1);
    expect(session.scanId).not.toBe(scanId);
    expect(await send('getPageReading', 'found')).toMatchObject({
      media: { isOn: true, done: 1, total: 1 },
      posts: [
        { mediaChecks: [check], findings: [{ category: '2025-4/ai-label-missing', confidence: 'strong' }] },
      ],
    });
    await send('showPost', keyOf('p0'));
    await expect.poll(() => inOurs('.media-says').length).toBe(1);
  });

  test('are looked into on the card that is open, which says what rules make of it', async () => {
    protocol.sendMessage.mockResolvedValue([check]);
    beginWithPicture();
    await send('showPost', keyOf('p0'));
    await expect.poll(cardText).not.toBe('');
    expect(inOurs('.card .finding')).toEqual([]);
    await userEvent.click(inOurs('.media-says button')[0]!);
    await expect.poll(badges).toBe(1);
    await expect.poll(() => asked()[0]?.[1]).toMatchObject({ by: 'reader' });
    await expect.poll(cardText).toContain('AI');
    expect(inOurs('.media-says button')).toEqual([]);
  });

  test('one of which the reader chose by the menu is told without a post', async () => {
    beginWithPicture();
    await send('checkShown', { type: 'image', url: 'https://img.example/elsewhere-on-page.jpg' });
    expect(inOurs('[role="dialog"] .media-says')).toHaveLength(1);
    expect(asked()[0]?.[1]).toMatchObject({ postKey: expect.stringMatching(/^demo:excerpt:/), by: 'reader' });
  });
});
