// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ReadingContext } from '@/utils/scan/reading-context';
import type { PageState, SiteAdapter } from '@/utils/sites/define-site';

const url = new URL('https://example.com/feed');
let readState: ReturnType<typeof vi.fn<() => PageState>>;
let ofPage: ReturnType<typeof vi.fn<() => PageState>>;

beforeEach(() => {
  vi.useFakeTimers();
  readState = vi.fn<() => PageState>(() => new Map([['1', { title: 'inline', text: 'inline' }]]));
  ofPage = vi.fn<() => PageState>(() => new Map([['1', { title: 'live' }]]));
});
afterEach(() => vi.useRealTimers());

function context({ withData = true, withState = true } = {}): ReadingContext {
  const site = { ...(withState && { readState }) } as unknown as SiteAdapter;
  return new ReadingContext(
    site,
    document,
    withData ? { ofPage, ofElement: () => ({ kind: 'note', id: '1', fields: {} }) } : undefined,
  );
}

describe('ReadingContext', () => {
  test.each([
    [true, true, true],
    [true, false, true],
    [false, true, true],
    [false, false, false],
  ])('with a bridge %s and inline state %s: has data is %s', (withData, withState, hasData) => {
    expect(context({ withData, withState }).hasData).toBe(hasData);
  });

  test('what is read in one go has one clock', () => {
    const one = context();
    const first = one.now('feed', url);
    vi.advanceTimersByTime(50);
    expect(one.now('feed', url)).toBe(first);
    one.renew();
    expect(one.now('feed', url).now.getTime()).toBe(first.now.getTime() + 50);
  });

  test('reads no data before a post needs them, and then once', () => {
    const { stateOf } = context().now('feed', url);
    expect([readState, ofPage].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    expect([stateOf('1'), stateOf('2')]).toEqual([{ title: 'live', text: 'inline' }, undefined]);
    expect([readState, ofPage].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  test('keeps the data over several goes, for two seconds', () => {
    const one = context();
    const read = () => {
      one.renew();
      one.now('feed', url).stateOf('1');
      return ofPage.mock.calls.length;
    };
    expect(read()).toBe(1);
    vi.advanceTimersByTime(2_000);
    expect(read()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(read()).toBe(2);
  });

  test('reads them at once again when all is to be renewed', () => {
    const one = context();
    one.now('feed', url).stateOf('1');
    one.renewAll();
    one.now('feed', url).stateOf('1');
    expect(ofPage).toHaveBeenCalledTimes(2);
  });

  test('knows what the component behind an element holds only from the bridge', () => {
    const root = document.createElement('p');
    expect(context().now('feed', url).componentOf(root)?.id).toBe('1');
    expect(context({ withData: false }).now('feed', url).componentOf(root)).toBeUndefined();
  });
});
