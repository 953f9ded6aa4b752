// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startKeyboard } from '@/entrypoints/scanner.content/start-keyboard';
import { DEFAULT_KEYS } from '@/utils/keys/keys';
import { storedKeys } from '@/utils/storage/settings';

const openOrClosedShadowRoot = vi.fn();

beforeEach(() => {
  Object.assign(fakeBrowser, { dom: { openOrClosedShadowRoot } });
});

describe('the keyboard of a page', () => {
  test('has no keys before the settings are known, and then those of the reader', async () => {
    await storedKeys.setValue({ off: false, bindings: { next: 'Alt+KeyN' } });
    const keyboard = startKeyboard(window, new AbortController().signal);
    expect(keyboard.keys).toBeUndefined();
    await vi.waitFor(() => expect(keyboard.keys?.bindings.next).toEqual({ code: 'KeyN', shift: false }));
  });

  test('follows a change without a reload, until it ends', async () => {
    const stop = new AbortController();
    const keyboard = startKeyboard(window, stop.signal);
    await vi.waitFor(() => expect(keyboard.keys).toEqual(DEFAULT_KEYS));
    await storedKeys.setValue({ off: true, bindings: {} });
    await vi.waitFor(() => expect(keyboard.keys?.isOff).toBe(true));
    stop.abort();
    await storedKeys.setValue({ off: false, bindings: {} });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(keyboard.keys?.isOff).toBe(true);
  });

  test('uses the default keys when what is stored is not sound', async () => {
    await storedKeys.setValue({ off: false, bindings: { next: 'Alt+KeyK' } });
    const keyboard = startKeyboard(window, new AbortController().signal);
    await vi.waitFor(() => expect(keyboard.keys).toEqual(DEFAULT_KEYS));
  });

  test('does not let an older answer overrule a change', async () => {
    let answer: (stored: { off: boolean; bindings: object }) => void = () => undefined;
    vi.spyOn(storedKeys, 'getValue').mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const keyboard = startKeyboard(window, new AbortController().signal);
    await storedKeys.setValue({ off: true, bindings: {} });
    await vi.waitFor(() => expect(keyboard.keys?.isOff).toBe(true));
    answer({ off: false, bindings: {} });
    await new Promise((resolve) => setTimeout(resolve));
    expect(keyboard.keys?.isOff).toBe(true);
  });

  test('looks into closed roots, as only extensions may', () => {
    const keyboard = startKeyboard(window, new AbortController().signal);
    const host = document.createElement('div');
    const root = document.createElement('div').attachShadow({ mode: 'closed' });
    openOrClosedShadowRoot.mockReturnValueOnce(root);
    expect(keyboard.shadowOf(host)).toBe(root);
    expect(openOrClosedShadowRoot).toHaveBeenCalledWith(host);
  });

  test('looks into closed roots in Firefox, which has no function for it', () => {
    Object.assign(fakeBrowser, { dom: undefined });
    const keyboard = startKeyboard(window, new AbortController().signal);
    const host = document.createElement('div');
    const root = document.createElement('div').attachShadow({ mode: 'closed' });
    Object.assign(host, { openOrClosedShadowRoot: root });
    expect(keyboard.shadowOf(host)).toBe(root);
    Object.assign(host, { openOrClosedShadowRoot: null });
    expect(keyboard.shadowOf(host)).toBeNull();
  });
});
