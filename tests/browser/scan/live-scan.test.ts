import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inDocumentOrder } from '@/utils/composed';
import type { PostEvidence } from '@/utils/model/media-check';
import type { PostKey } from '@/utils/model/post';
import { loadRules } from '@/utils/rules';
import { LiveScan, type Scan } from '@/utils/scan/live-scan';
import { siteFor } from '@/utils/sites';
import type { SiteAdapter } from '@/utils/sites/define-site';
import type { PageData } from '@/utils/sites/read-page';

const FEED = 'https://www.xiaohongshu.com/explore';
const site = siteFor(new URL(FEED))!;
const rules = loadRules();
const STAGED = '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续';
const PLAIN = '周末露营';

let address: string;
let scans: Scan[];
let live: LiveScan;
/** What is known of the files of posts. */
let evidence: Map<PostKey, PostEvidence>;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const latest = () => scans.at(-1)!;
const found = () => latest().found.map(({ post }) => post.title);

beforeEach(() => {
  address = FEED;
  scans = [];
  evidence = new Map();
});
afterEach(() => {
  live.stop();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function follow(parts: { site?: SiteAdapter; data?: PageData } = {}): LiveScan {
  live = new LiveScan(parts.site ?? site, rules, {
    document,
    address: () => address,
    data: parts.data,
    evidenceOf: (key) => evidence.get(key),
    onChange: (scan) => scans.push(scan),
  });
  return live;
}

const idOf = (number: number) => `66f0a1b2000000001e00${String(number).padStart(4, '0')}`;
const keyOf = (number: number) => `xiaohongshu:note:${idOf(number)}` as const;
/** One card of a feed, with a counter that ticks. */
function card(number: number, title: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = `<section class="note-item"><a class="cover" href="/explore/${idOf(number)}"></a><div class="footer"><a class="title" href="/explore/${idOf(number)}"><span></span></a><div class="author-wrapper"><a class="author" href="/user/profile/u"><span class="name">甲</span></a><span class="like-wrapper"><span class="count">1</span></span></div></div></section>`;
  const element = template.content.firstElementChild as HTMLElement;
  element.querySelector('.title span')!.textContent = title;
  return element;
}

function feed(...titles: string[]): HTMLElement {
  const list = document.createElement('div');
  list.id = 'exploreFeeds';
  list.append(...titles.map((title, i) => card(i, title)));
  document.body.append(list);
  return list;
}

describe('LiveScan', () => {
  test('finds what rules hold for, with the elements to paint', () => {
    feed(PLAIN, STAGED, PLAIN, STAGED);
    const scan = follow().flush();
    expect(scan.found.map(({ key }) => key)).toEqual([keyOf(1), keyOf(3)]);
    expect(scan.found[0]?.fields.title?.textContent).toBe(STAGED);
    expect(scan).toMatchObject({
      surface: 'feed',
      pending: false,
      pace: 'normal',
      health: { status: 'ok', posts: 4 },
    });
  });

  test('reads added posts in the turn in which they were added', async () => {
    const list = feed(PLAIN);
    follow().start();
    await live.settled();
    list.append(card(7, STAGED));
    await Promise.resolve();
    expect(found()).toEqual([STAGED]);
  });

  test('an unchanged post stays the same object, a changed one becomes another', async () => {
    const list = feed(STAGED, STAGED);
    follow().start();
    await live.settled();
    const [first, second] = latest().found;
    list.querySelectorAll('.title span')[1]!.textContent = `${STAGED}！`;
    await Promise.resolve();
    expect(latest().found[0]).toBe(first);
    expect(latest().found[1]).not.toBe(second);
    list.querySelectorAll('.title span')[1]!.textContent = PLAIN;
    await Promise.resolve();
    expect(found()).toEqual([STAGED]);
  });

  test('a counter that ticks is not an occasion to read or to tell anything', async () => {
    const list = feed(STAGED, PLAIN);
    follow().start();
    await live.settled();
    await wait(400);
    const told = scans.length;
    const reads = vi.spyOn(Element.prototype, 'querySelector');
    for (let tick = 0; tick < 20; tick++) {
      for (const count of list.querySelectorAll('.count')) count.textContent = String(tick);
      for (const count of list.querySelectorAll('.count')) count.firstChild!.nodeValue = `${tick}+`;
      await wait(0);
    }
    await wait(300);
    expect(reads).not.toHaveBeenCalled();
    expect(scans).toHaveLength(told);
  });

  test('a post that is taken out is gone at once, and one that is put elsewhere is not', async () => {
    const list = feed(STAGED, STAGED);
    follow().start();
    await live.settled();
    list.append(list.firstElementChild!);
    await Promise.resolve();
    expect(inDocumentOrder(live.scan.found).map(({ key }) => key)).toEqual([keyOf(1), keyOf(0)]);
    list.firstElementChild!.remove();
    await Promise.resolve();
    expect(latest().found.map(({ key }) => key)).toEqual([keyOf(0)]);
  });

  test('a recycled card is read for what it shows now', async () => {
    const list = feed(STAGED);
    follow().start();
    await live.settled();
    for (const link of list.querySelectorAll('a.cover, a.title'))
      link.setAttribute('href', `/explore/${idOf(9)}`);
    await Promise.resolve();
    expect(latest().found.map(({ key }) => key)).toEqual([keyOf(9)]);
  });

  test('the first of two cards of one post stands for it, and the second when the first has gone', () => {
    const list = feed(STAGED);
    list.append(card(0, STAGED));
    follow();
    expect(live.flush().found.map(({ root }) => root)).toEqual([list.firstElementChild]);
    expect(latest().health.posts).toBe(1);
    list.firstElementChild!.remove();
    live.rescan();
    expect(live.flush().found.map(({ root }) => root)).toEqual([list.firstElementChild]);
  });

  test('reads a page that moves on under another address anew', async () => {
    feed(STAGED);
    follow().start();
    await live.settled();
    address = 'https://www.xiaohongshu.com/about';
    live.rescan();
    await live.settled();
    expect(latest()).toMatchObject({ surface: null, found: [], health: { status: 'not-a-post', posts: 0 } });
  });

  test('notices another address also when nobody says so', async () => {
    const list = feed(STAGED);
    follow().start();
    await live.settled();
    address = 'https://www.xiaohongshu.com/about';
    list.append(card(4, STAGED));
    await live.settled();
    expect(latest().url).toBe(address);
  });

  test('sees into open shadow roots on the paths of a site, and into those inside a post', async () => {
    const shape = {
      ...site.shapes.find(({ root }) => root === 'section.note-item')!,
      root: 'feed-host >>> section.note-item',
      title: [{ css: 'rich-text >>> p' }],
    };
    feed();
    const host = document.createElement('feed-host');
    document.body.append(host);
    host.attachShadow({ mode: 'open' });
    follow({ site: { ...site, shapes: [shape] } }).start();
    await live.settled();
    const one = card(1, '');
    const text = document.createElement('rich-text');
    const inner = text.attachShadow({ mode: 'open' });
    one.append(text);
    host.shadowRoot!.append(one);
    await wait(300);
    inner.append(Object.assign(document.createElement('p'), { textContent: STAGED }));
    await wait(50);
    expect(found()).toEqual([STAGED]);
  });

  test('goes on with a body that is put in place of the old one', async () => {
    feed(PLAIN);
    follow().start();
    await live.settled();
    const before = document.body;
    document.body = document.createElement('body');
    feed(STAGED);
    await wait(50);
    expect(found()).toEqual([STAGED]);
    document.body = before;
  });

  test('reads again what came before its data', async () => {
    const state = new Map<string, { title: string }>();
    feed('');
    follow({ data: { ofPage: () => state, ofElement: () => undefined } }).start();
    await live.settled();
    state.set(idOf(0), { title: STAGED });
    await wait(600);
    expect(found()).toEqual([STAGED]);
  });

  test('does nothing while the tab is hidden, and catches up when it is shown', async () => {
    const list = feed(PLAIN);
    follow().start();
    await live.settled();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    const added = card(3, STAGED);
    const reads = vi.spyOn(Element.prototype, 'querySelector');
    list.append(added);
    await wait(300);
    expect(reads).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await wait(50);
    expect(found()).toEqual([STAGED]);
  });

  test('reads a tab that was never shown when somebody asks about it', async () => {
    feed(STAGED);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    follow().start();
    expect((await live.reading('found')).posts.map(({ title }) => title)).toEqual([STAGED]);
    document.querySelector('.title span')!.textContent = PLAIN;
    expect((await live.reading('found')).posts).toEqual([]);
  });

  test('tells nothing any more after it was stopped', async () => {
    const list = feed(PLAIN);
    follow().start();
    await live.settled();
    live.stop();
    const told = scans.length;
    list.append(card(5, STAGED));
    await wait(300);
    expect(scans).toHaveLength(told);
  });

  test('reads thousands of posts without keeping the page waiting', async () => {
    feed(...Array.from({ length: 3_000 }, (_, i) => (i % 100 === 0 ? STAGED : `${PLAIN}${i}`)));
    let turns = 0;
    let frame = requestAnimationFrame(function next() {
      turns++;
      frame = requestAnimationFrame(next);
    });
    follow().start();
    await live.settled();
    cancelAnimationFrame(frame);
    expect(latest().health.posts).toBe(3_000);
    expect(latest().found).toHaveLength(30);
    expect(turns).toBeGreaterThan(0);
  });
});

describe('what is found out of the files of posts', () => {
  const ofFiles = () =>
    latest().found.map(({ key, findings }) => [key, findings.map(({ category }) => category)]);

  test('is matched at once, and no more when it holds no more', async () => {
    feed(PLAIN, PLAIN);
    follow().flush();
    expect(latest().found).toEqual([]);
    evidence.set(keyOf(1), { kind: 'ai', strength: 'B1' });
    live.evidenceCame([keyOf(1), keyOf(7)]);
    await expect.poll(ofFiles).toEqual([[keyOf(1), ['2025-4/ai-label-missing']]]);
    evidence.clear();
    live.evidenceCame([keyOf(1)]);
    await expect.poll(() => latest().found).toEqual([]);
  });

  test('is matched in every place that shows the post', async () => {
    const list = feed(PLAIN);
    list.append(card(0, PLAIN));
    follow().start();
    live.flush();
    evidence.set(keyOf(0), { kind: 'ai-edited', strength: 'A2' });
    live.evidenceCame([keyOf(0)]);
    await expect.poll(ofFiles).toHaveLength(1);
    list.firstElementChild!.remove();
    await expect.poll(() => latest().found[0]?.root).toBe(list.firstElementChild);
    expect(ofFiles()).toEqual([[keyOf(0), ['2025-4/ai-label-missing']]]);
  });

  test('waits while the tab is hidden, and is there for a gesture', () => {
    feed(PLAIN);
    follow().flush();
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    evidence.set(keyOf(0), { kind: 'ai', strength: 'B1' });
    live.evidenceCame([keyOf(0)]);
    expect(live.peek(keyOf(0))?.findings).toEqual([]);
    expect(live.find(keyOf(0))?.findings).toHaveLength(1);
  });
});

describe('what a gesture means', () => {
  test('is read at its very moment, before the page could tell of its change', () => {
    const list = feed(PLAIN);
    follow().flush();
    list.querySelector('.title span')!.textContent = STAGED;
    expect(live.find(keyOf(0))?.post.title).toBe(STAGED);
  });

  test('is the innermost post around an element, also one that was added just now', () => {
    const list = feed(PLAIN);
    follow().start();
    live.flush();
    list.append(card(2, STAGED));
    const [innermost, ...around] = live.at(list.lastElementChild!.querySelector('.name')!);
    expect(innermost?.key).toBe(keyOf(2));
    expect(around).toEqual([]);
    expect(live.at(document.body)).toEqual([]);
  });

  test('includes what ticks as it is then', () => {
    const list = feed(STAGED);
    follow().flush();
    const before = live.find(keyOf(0))?.post.counts.like;
    list.querySelector('.count')!.textContent = '25';
    expect([before, live.find(keyOf(0))?.post.counts.like]).toEqual([1, 25]);
  });

  test('is nothing when the page does not show the post', () => {
    feed(PLAIN);
    follow().flush();
    expect(live.find(keyOf(1))).toBeUndefined();
  });
});

describe('a reading of the page', () => {
  test('is plain data, with the posts that were asked for and how far all of them were read', async () => {
    feed(PLAIN, STAGED);
    follow().start();
    const reading = await live.reading('found');
    expect(structuredClone(reading)).toEqual(reading);
    expect(reading).toMatchObject({
      site: 'xiaohongshu',
      pace: 'normal',
      health: { posts: 2, labelsRead: 0 },
    });
    expect(reading.posts.map(({ title }) => title)).toEqual([STAGED]);
    expect((await live.reading('all')).posts.map(({ title }) => title)).toEqual([PLAIN, STAGED]);
  });
});
