import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerHandlers } from '@/entrypoints/background/handlers';
import { onMessage } from '@/utils/messaging/protocol';
import type { ReportStore } from '@/utils/storage/reports';

vi.mock('@/utils/messaging/protocol', () => ({ onMessage: vi.fn(), sendMessage: vi.fn() }));

const PAGE = 'https://www.zhihu.com/';

describe('opening a report from a page', () => {
  let create: ReturnType<typeof vi.spyOn>;
  beforeEach(() => {
    vi.mocked(onMessage).mockReset();
    create = vi.spyOn(fakeBrowser.tabs, 'create');
    create.mockClear();
    registerHandlers({} as ReportStore);
  });

  const say = async (data: unknown, url = PAGE) => {
    const registered = vi.mocked(onMessage as (type: string, handler: unknown) => void).mock.calls;
    const handle = registered.find(([type]) => type === 'openReport')![1] as (message: unknown) => unknown;
    return handle({ type: 'openReport', data, sender: { id: fakeBrowser.runtime.id, url, tab: { id: 7 } } });
  };

  test('shows the reports page at it, in a tab of its own', async () => {
    await say('0b9f');
    expect(create.mock.calls).toEqual([[{ url: expect.stringMatching(/\/reports\.html#report\/0b9f$/) }]]);
  });

  test.each([
    ['from an unknown site', '0b9f', 'https://example.com/'],
    ['without an id', undefined, PAGE],
    ['with an id that is too long', 'x'.repeat(5_000), PAGE],
  ])('is refused %s', async (_, data, url) => {
    await expect(say(data, url)).rejects.toThrow(/openReport refused/);
    expect(create).not.toHaveBeenCalled();
  });
});
