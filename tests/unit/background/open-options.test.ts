import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerHandlers } from '@/entrypoints/background/handlers';
import { onMessage } from '@/utils/messaging/protocol';

vi.mock('@/utils/messaging/protocol', () => ({ onMessage: vi.fn(), sendMessage: vi.fn() }));

const openOptionsPage = vi.fn();

beforeEach(() => {
  vi.mocked(onMessage).mockReset();
  openOptionsPage.mockReset();
  Object.assign(fakeBrowser.runtime, { openOptionsPage });
  registerHandlers({} as never);
});

function say(data: unknown, url = 'https://www.xiaohongshu.com/explore') {
  const registered = vi.mocked(onMessage as (type: string, handler: unknown) => void).mock.calls;
  const [, handle] = registered.find(([type]) => type === 'openOptions')!;
  const sender = { id: fakeBrowser.runtime.id, url, tab: { id: 7 } };
  return (handle as (message: unknown) => unknown)({ type: 'openOptions', data, sender });
}

describe('the options', () => {
  test.each([undefined, null])('open for a page of a known site (%s)', (nothing) => {
    say(nothing);
    expect(openOptionsPage).toHaveBeenCalledOnce();
  });

  test('open at the place that is named, in a tab', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    await say('media');
    expect(create).toHaveBeenCalledWith({ url: expect.stringMatching(/\/options\.html#media$/) });
    expect(openOptionsPage).not.toHaveBeenCalled();
    expect(() => say('elsewhere')).toThrow(/refused/);
  });

  test('do not open for another page, nor with a payload', () => {
    expect(() => say(undefined, 'https://example.com/')).toThrow(/refused/);
    expect(() => say({ url: 'https://example.com/' })).toThrow(/refused/);
    expect(openOptionsPage).not.toHaveBeenCalled();
  });
});
