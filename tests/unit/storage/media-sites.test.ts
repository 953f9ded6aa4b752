import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mediaHostsOf } from '@/utils/sites/media-hosts';
import { loadMediaSites, turnMediaOff, turnMediaOn } from '@/utils/storage/media-sites';
import { mediaSites } from '@/utils/storage/settings';
import { type FakePermissions, fakePermissions } from '../../support/permissions';

vi.mock('@/utils/sites/media-hosts', () => ({ mediaHostsOf: vi.fn() }));

const HOSTS: Record<string, string[]> = {
  weibo: ['https://*.pictures.example/*', 'https://shared.example/*'],
  zhihu: ['https://shared.example/*'],
};
let permissions: FakePermissions;

beforeEach(() => {
  permissions = fakePermissions();
  vi.mocked(mediaHostsOf).mockImplementation((id) => HOSTS[id] ?? []);
});

describe('sites whose files are looked into', () => {
  test('are asked for in the same turn as the click', () => {
    void turnMediaOn(['weibo']);
    expect(permissions.request).toHaveBeenCalledOnce();
  });

  test('are asked for together, each host once, and kept in order', async () => {
    expect(await turnMediaOn(['zhihu', 'weibo'])).toBe(true);
    expect(permissions.request).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://shared.example/*', 'https://*.pictures.example/*'],
    });
    expect(await mediaSites.getValue()).toEqual(['weibo', 'zhihu']);
  });

  test('stay as they were when the hosts are refused', async () => {
    await turnMediaOn(['zhihu']);
    permissions.request.mockResolvedValue(false);
    expect(await turnMediaOn(['weibo'])).toBe(false);
    expect(await mediaSites.getValue()).toEqual(['zhihu']);
  });

  test('need no question where there is nothing to ask for', async () => {
    expect(await turnMediaOn(['x'])).toBe(true);
    expect(permissions.request).not.toHaveBeenCalled();
    await turnMediaOff(['x']);
    expect(await mediaSites.getValue()).toEqual([]);
  });

  test('give back the hosts that no other site needs', async () => {
    await turnMediaOn(['weibo', 'zhihu']);
    await turnMediaOff(['weibo']);
    expect([...permissions.granted]).toEqual(['https://shared.example/*']);
    await turnMediaOff(['zhihu']);
    expect([...permissions.granted]).toEqual([]);
  });

  test('are turned off even where the browser keeps the hosts', async () => {
    await turnMediaOn(['weibo']);
    vi.spyOn(fakeBrowser.permissions, 'remove').mockRejectedValue(new Error('required'));
    await expect(turnMediaOff(['weibo'])).rejects.toThrow('required');
    expect(await mediaSites.getValue()).toEqual([]);
  });

  test('are told apart from those whose hosts are allowed', async () => {
    await turnMediaOn(['weibo', 'zhihu']);
    permissions.takeBack(['https://*.pictures.example/*']);
    const { on, allowed } = await loadMediaSites();
    expect(on).toEqual(['weibo', 'zhihu']);
    expect(allowed).toContain('zhihu');
    expect(allowed).not.toContain('weibo');
  });
});
