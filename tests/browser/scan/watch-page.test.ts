import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PageWatch } from '@/utils/scan/watch-page';

let stop: AbortController;
let watch: PageWatch;
let records: MutationRecord[];
let shown: number;
let replaced: number;
const turn = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  stop = new AbortController();
  records = [];
  shown = 0;
  replaced = 0;
  watch = new PageWatch(document, ['class', 'href'], {
    onRecords: (more) => records.push(...more),
    onShown: () => shown++,
    onReplaced: () => replaced++,
  });
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Hides the tab, or shows it, as a browser tells it. */
function hide(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}
const add = (parent: Node = document.body) => parent.appendChild(document.createElement('p'));
const types = () => records.map(({ type }) => type);

describe('PageWatch', () => {
  test('tells of elements, words and the attributes that it was given, with what they held', async () => {
    const element = document.body.appendChild(document.createElement('a'));
    element.append('一');
    watch.start(stop.signal);
    add();
    element.firstChild!.nodeValue = '二';
    element.href = '/1';
    element.href = '/2';
    element.title = '题';
    element.style.color = 'red';
    await turn();
    expect(types()).toEqual(['childList', 'characterData', 'attributes', 'attributes']);
    expect(records.at(-1)).toMatchObject({ attributeName: 'href', oldValue: '/1' });
  });

  test('hears nothing of what stands beside the body, such as our own', async () => {
    watch.start(stop.signal);
    const own = document.documentElement.appendChild(document.createElement('div'));
    add(own);
    await turn();
    own.remove();
    await turn();
    expect([types(), replaced]).toEqual([[], 0]);
  });

  test('hears what happens in a tree that it was shown, once', async () => {
    const inner = add().attachShadow({ mode: 'open' });
    watch.start(stop.signal);
    add(inner);
    await turn();
    expect(records).toHaveLength(0);
    watch.watch(inner);
    watch.watch(inner);
    add(inner);
    await turn();
    expect(records).toHaveLength(1);
  });

  test('gives what it has not told yet, and does not tell it again', async () => {
    watch.start(stop.signal);
    add();
    expect(watch.takeRecords()).toHaveLength(1);
    await turn();
    expect(records).toHaveLength(0);
  });

  test('goes on with a body in the place of the old one', async () => {
    watch.start(stop.signal);
    const before = document.body;
    document.body = document.createElement('body');
    await turn();
    add();
    await turn();
    expect([replaced, types()]).toEqual([1, ['childList']]);
    document.body = before;
    await turn();
    // One that it knows already is no news.
    expect(replaced).toBe(1);
  });

  test('hears nothing while the tab is hidden, and says when it is shown', async () => {
    const inner = add().attachShadow({ mode: 'open' });
    watch.start(stop.signal);
    watch.watch(inner);
    hide(true);
    add();
    add(inner);
    await turn();
    expect([types(), shown]).toEqual([[], 0]);
    hide(false);
    expect(shown).toBe(1);
    add();
    await turn();
    expect(records).toHaveLength(1);
    watch.watch(inner);
    add(inner);
    await turn();
    expect(records).toHaveLength(2);
  });

  test('begins only when a hidden tab is shown', async () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    watch.start(stop.signal);
    add();
    await turn();
    expect(records).toHaveLength(0);
    hide(false);
    add();
    await turn();
    expect([records.length, shown]).toEqual([1, 1]);
  });

  test('hears and says nothing any more when it was stopped', async () => {
    watch.start(stop.signal);
    stop.abort();
    add();
    hide(true);
    hide(false);
    add();
    await turn();
    expect([types(), shown]).toEqual([[], 0]);
  });
});
