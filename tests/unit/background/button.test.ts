import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showOnButton } from '@/entrypoints/background/button';

const action = {
  setBadgeText: vi.fn(),
  setBadgeBackgroundColor: vi.fn(),
  setTitle: vi.fn(),
};
beforeEach(() => {
  Object.assign(fakeBrowser, { action });
});

describe('the toolbar button', () => {
  test.each([
    [{ marked: 0, unreadable: false }, '', 'Qingjian 清鉴'],
    [{ marked: 7, unreadable: false }, '7', 'Qingjian 清鉴'],
    [{ marked: 5_000, unreadable: false }, '999', 'Qingjian 清鉴'],
    [
      { marked: 3, unreadable: true },
      '?',
      'Qingjian 清鉴: the layout may have changed, and posts may be missing; text that you select can still be reported',
    ],
  ])('%j', async (state, text, title) => {
    await showOnButton(7, state);
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text });
    expect(action.setTitle).toHaveBeenLastCalledWith({ tabId: 7, title });
  });
});
