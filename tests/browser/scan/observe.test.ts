import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { observePage, tellingAttributes } from '@/utils/scan/observe';
import { sites } from '@/utils/sites';
import type { SiteAdapter } from '@/utils/sites/define-site';

let stop: AbortController;
beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

const site = (root = 'article') => ({ shapes: [{ root, id: [] }] }) as unknown as SiteAdapter;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('observePage', () => {
  test('answers many changes with one call', async () => {
    const changed = vi.fn();
    observePage(document, site(), changed, stop.signal);
    for (let i = 0; i < 20; i++) {
      document.body.append(document.createElement('article'));
      await wait(5);
    }
    await wait(400);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('calls now and then on a page that never rests', async () => {
    const changed = vi.fn();
    observePage(document, site(), changed, stop.signal);
    for (let i = 0; i < 30; i++) {
      document.body.append(document.createElement('i'));
      await wait(50);
    }
    expect(changed.mock.calls.length).toBeGreaterThanOrEqual(1);
  });

  test.each([
    ['its words', (card: Element) => (card.querySelector('p')!.firstChild!.nodeValue = '后一条')],
    ['its link', (card: Element) => card.querySelector('a')!.setAttribute('href', '/post/2')],
    ['its class', (card: Element) => card.classList.add('slide-active')],
  ])('sees a recycled card change %s', async (_, change) => {
    document.body.innerHTML = '<article><a href="/post/1"></a><p>前一条</p></article>';
    const changed = vi.fn();
    observePage(document, site(), changed, stop.signal);
    change(document.querySelector('article')!);
    await wait(400);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('does not see styles and titles, or what stands beside body', async () => {
    const card = document.createElement('article');
    document.body.append(card);
    const changed = vi.fn();
    observePage(document, site(), changed, stop.signal);
    card.style.transform = 'translateY(3px)';
    card.title = 'x';
    const own = document.createElement('div');
    document.documentElement.append(own);
    await wait(400);
    own.remove();
    expect(changed).not.toHaveBeenCalled();
  });

  test('sees into the open shadow roots on the paths of the site', async () => {
    const host = document.createElement('bili-comments');
    document.body.append(host);
    const shadow = host.attachShadow({ mode: 'open' });
    const changed = vi.fn();
    const observer = observePage(document, site('bili-comments >>> article'), changed, stop.signal);
    observer.watchShadowRoots();
    shadow.append(document.createElement('article'));
    await wait(400);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('goes on with a body that is put in place of the old one', async () => {
    const changed = vi.fn();
    observePage(document, site(), changed, stop.signal);
    const before = document.body;
    const after = document.createElement('body');
    document.body = after;
    await wait(400);
    expect(changed).toHaveBeenCalledTimes(1);
    after.append(document.createElement('article'));
    await wait(400);
    document.body = before;
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('answers a change of the window size', async () => {
    const changed = vi.fn();
    observePage(document, site(), changed, stop.signal);
    for (let i = 0; i < 5; i++) window.dispatchEvent(new Event('resize'));
    await wait(400);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('falls silent when it is aborted', async () => {
    const changed = vi.fn();
    observePage(document, site(), changed, stop.signal);
    document.body.append(document.createElement('b'));
    stop.abort();
    await wait(300);
    expect(changed).not.toHaveBeenCalled();
  });
});

describe('tellingAttributes', () => {
  test('are those by which a site finds posts and their ids', () => {
    const shapes = [
      {
        root: 'article[data-e2e="x"]:not([mid])',
        not: '[data-ad]',
        id: [{ css: 'a[href]', attr: 'href' }, { attr: 'data-id' }],
      },
      { root: 'section', id: () => '1' },
    ];
    expect(tellingAttributes({ shapes } as unknown as SiteAdapter)).toEqual([
      'class',
      'data-ad',
      'data-e2e',
      'data-id',
      'href',
      'id',
      'mid',
    ]);
  });

  test('never hold what animations change', () => {
    for (const each of sites) expect(tellingAttributes(each)).not.toContain('style');
  });
});
