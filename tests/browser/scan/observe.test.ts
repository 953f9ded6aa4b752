import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { observePage } from '@/utils/scan/observe';

let stop: AbortController;
beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('observePage', () => {
  test('answers many changes with one call', async () => {
    const changed = vi.fn();
    observePage(document, changed, stop.signal);
    for (let i = 0; i < 20; i++) {
      document.body.append(document.createElement('article'));
      await wait(5);
    }
    await wait(400);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('calls now and then on a page that never rests', async () => {
    const changed = vi.fn();
    observePage(document, changed, stop.signal);
    for (let i = 0; i < 30; i++) {
      document.body.append(document.createElement('i'));
      await wait(50);
    }
    expect(changed.mock.calls.length).toBeGreaterThanOrEqual(1);
  });

  test('does not see ticking text, attributes, or what stands beside body', async () => {
    const counter = document.createElement('span');
    counter.textContent = '1';
    document.body.append(counter);
    const changed = vi.fn();
    observePage(document, changed, stop.signal);
    counter.firstChild!.nodeValue = '2';
    counter.title = 'x';
    const own = document.createElement('div');
    document.documentElement.append(own);
    await wait(400);
    own.remove();
    expect(changed).not.toHaveBeenCalled();
  });

  test('answers a change of the window size', async () => {
    const changed = vi.fn();
    observePage(document, changed, stop.signal);
    for (let i = 0; i < 5; i++) window.dispatchEvent(new Event('resize'));
    await wait(400);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('falls silent when it is aborted', async () => {
    const changed = vi.fn();
    observePage(document, changed, stop.signal);
    document.body.append(document.createElement('b'));
    stop.abort();
    await wait(300);
    expect(changed).not.toHaveBeenCalled();
  });
});
