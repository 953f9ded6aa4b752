import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Announcer } from '@/entrypoints/scanner.content/announcer';

let announcer: Announcer;
let roots: ShadowRoot[];

beforeEach(() => {
  vi.useFakeTimers();
  roots = [];
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
  announcer = new Announcer(document);
});

afterEach(() => {
  announcer.remove();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const hosts = () => [...document.documentElement.children].filter(({ tagName }) => tagName === 'DIV');
const line = () => roots[0]!.querySelector<HTMLElement>('[role="status"]')!;
const pass = (ms: number) => vi.advanceTimersByTime(ms);

describe('a line', () => {
  test('adds nothing to a page before the first one', () => {
    expect(hosts()).toEqual([]);
  });

  test('comes into a region that was there before, and goes by itself', () => {
    announcer.say('1 of 2');
    expect(line().textContent).toBe('');
    pass(100);
    expect(line().textContent).toBe('1 of 2');
    pass(6_000);
    expect(line().textContent).toBe('');
  });

  test('stands in sight inside the window, and takes no pointer', () => {
    announcer.say('1 of 2: Fake staged scenes');
    pass(100);
    const { top, bottom, left, right, height } = line().getBoundingClientRect();
    expect(height).toBeGreaterThan(20);
    expect(top).toBeGreaterThan(innerHeight / 2);
    expect(bottom).toBeLessThanOrEqual(innerHeight);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(innerWidth);
    expect(getComputedStyle(hosts()[0]!).pointerEvents).toBe('none');
    expect(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)).not.toBe(hosts()[0]);
  });

  test('does not hang over the edge of a narrow window, however long it is', () => {
    announcer.say('很长的标题'.repeat(40));
    pass(100);
    expect(line().getBoundingClientRect().width).toBeLessThanOrEqual(innerWidth - 24);
  });

  test('takes the place of the one before, and then has its own time', () => {
    announcer.say('1 of 2');
    pass(5_000);
    announcer.say('2 of 2');
    pass(100);
    expect(line().textContent).toBe('2 of 2');
    pass(5_500);
    expect(line().textContent).toBe('2 of 2');
    expect(hosts()).toHaveLength(1);
  });

  test('is said again when it is the same', () => {
    announcer.say('Nothing');
    pass(100);
    announcer.say('Nothing');
    expect(line().textContent).toBe('');
    pass(100);
    expect(line().textContent).toBe('Nothing');
  });

  test('that is only spoken is in the region and not to be seen', () => {
    announcer.speak('Saved');
    pass(100);
    expect(line().textContent).toBe('Saved');
    const { width, height } = line().getBoundingClientRect();
    expect(width * height).toBeLessThanOrEqual(1);
    announcer.say('1 of 2');
    pass(100);
    expect(line().getBoundingClientRect().height).toBeGreaterThan(20);
  });

  test('is gone with everything when the announcer is', () => {
    announcer.say('1 of 2');
    announcer.remove();
    pass(10_000);
    expect(hosts()).toEqual([]);
  });
});
