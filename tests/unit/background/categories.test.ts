import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerHandlers } from '@/entrypoints/background/handlers';
import { onMessage } from '@/utils/messaging/protocol';
import { categoryChoices, describeGuidance } from '@/utils/rules/describe';
import type { ReportStore } from '@/utils/storage/reports';
import { servePacks } from '../../support/packs-answer';

vi.mock('@/utils/messaging/protocol', () => ({ onMessage: vi.fn() }));

type Handler = (message: unknown) => unknown;
const handlers = new Map<string, Handler>();
const create = vi.fn(async () => ({}));

beforeEach(() => {
  handlers.clear();
  vi.mocked(onMessage as (type: string, handler: Handler) => void).mockImplementation((type, handler) => {
    handlers.set(type, handler);
  });
  create.mockClear();
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(create as never);
  servePacks();
  registerHandlers({} as ReportStore);
});
afterEach(() => vi.unstubAllGlobals());

/** As the content script of a known site says it, unless told otherwise. */
const say = (type: string, data: unknown, url = 'https://www.xiaohongshu.com/explore') =>
  handlers.get(type)!({ type, data, sender: { id: fakeBrowser.runtime.id, url, tab: { id: 7 } } });

describe('getGuidance', () => {
  test('answers with questions, reminder, what is never marked, and whether help comes first', async () => {
    const { id } = categoryChoices[0]!;
    expect(await say('getGuidance', id)).toEqual(describeGuidance(id));
    expect(await say('getGuidance', '2025-3/fiction-label-missing')).toMatchObject({ help: true });
    expect(await say('getGuidance', '2019-1/gone')).toBeNull();
  });
});

describe('openCampaigns', () => {
  test('opens the page at the category', async () => {
    await say('openCampaigns', '2025-3/fake-staged');
    expect(create).toHaveBeenCalledWith({
      url: expect.stringMatching(/\/campaigns\.html#2025-3\/fake-staged$/),
    });
  });

  test.each([
    ['an address', 'https://example.com/'],
    ['a script', 'javascript:alert(1)'],
    ['another page of ours', '/../reports.html'],
    ['an id with more behind it', '2025-3/fake-staged#x'],
    ['an endless id', `2025-3/${'a'.repeat(500)}`],
    ['nothing', undefined],
  ])('refuses %s', (_, data) => {
    expect(() => say('openCampaigns', data)).toThrow(/^Message openCampaigns refused/);
    expect(create).not.toHaveBeenCalled();
  });

  test('refuses a page of no known site', () => {
    expect(() => say('openCampaigns', '2025-3/fake-staged', 'https://example.com/')).toThrow(/no known site/);
  });
});
