import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followOptInSites } from '@/entrypoints/background/opt-in-sites';
import { defaultMatches, optInMatches, sites } from '@/utils/sites';

type Script = { id: string; matches: string[]; js: string[]; world?: string; runAt?: string };
type Listener = () => Promise<void>;

/** A browser that keeps permissions, registrations and the menu, as the real one does. */
let granted: Set<string>;
let registered: Script[];
let menu: { documentUrlPatterns: string[] }[];
let listeners: Record<string, Listener>;

beforeEach(() => {
  granted = new Set();
  registered = [];
  menu = [];
  listeners = {};
  const event = (name: string) => ({ addListener: (listener: Listener) => (listeners[name] = listener) });
  Object.assign(fakeBrowser.runtime, { onInstalled: event('installed'), onStartup: event('startup') });
  Object.assign(fakeBrowser, {
    permissions: {
      onAdded: event('added'),
      onRemoved: event('removed'),
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.has(origin)),
    },
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        registered.filter(({ id }) => ids.includes(id)),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        registered = registered.filter(({ id }) => !ids.includes(id));
      },
      updateContentScripts: async (scripts: Script[]) => {
        for (const script of scripts) {
          const known = registered.find(({ id }) => id === script.id);
          if (!known) throw new Error(`Nonexistent script ID '${script.id}'`);
          Object.assign(known, script);
        }
      },
      registerContentScripts: vi.fn(async (scripts: Script[]) => {
        for (const { id } of scripts)
          if (registered.some((each) => each.id === id)) throw new Error(`Duplicate script ID '${id}'`);
        registered.push(...scripts);
      }),
    },
    contextMenus: {
      removeAll: async () => {
        menu = [];
      },
      create: (item: (typeof menu)[number]) => menu.push(item),
    },
  });
  followOptInSites();
});

const youtube = sites.find(({ id }) => id === 'youtube')!.matches;
const grant = (hosts: readonly string[]) => {
  for (const host of hosts) granted.add(host);
};

describe('sites that the reader turns on', () => {
  test('at installation nothing of them is read, and the menu is on the other sites', async () => {
    await listeners.installed!();
    expect(registered).toEqual([]);
    expect(menu).toMatchObject([
      { id: 'report-post', documentUrlPatterns: [...defaultMatches] },
      {
        id: 'check-picture',
        contexts: ['image', 'video', 'audio'],
        documentUrlPatterns: [...defaultMatches],
      },
    ]);
    expect(optInMatches.length).toBeGreaterThan(5);
  });

  test('one that was granted is read by scanner and bridge from the start of its pages', async () => {
    grant(youtube);
    await listeners.added!();
    expect(registered).toMatchObject([
      { matches: youtube, js: ['content-scripts/bridge.js'], runAt: 'document_start', world: 'MAIN' },
      { matches: youtube, js: ['content-scripts/scanner.js'], runAt: 'document_start' },
    ]);
    expect(menu[0]?.documentUrlPatterns).toEqual([...defaultMatches, ...youtube]);
  });

  test.each([
    ['Firefox', 'true', { cssOrigin: 'user' }],
    ['Chromium', '', {}],
  ])('words are painted in shadow roots there as %s wants it', async (_, isFirefox, expected) => {
    vi.stubEnv('FIREFOX', isFirefox);
    grant(youtube);
    await listeners.added!();
    const scanner = registered.find(({ js }) => js.includes('content-scripts/scanner.js')) as object;
    vi.unstubAllEnvs();
    expect(Object.fromEntries(Object.entries(scanner).filter(([name]) => name === 'cssOrigin'))).toEqual(
      expected,
    );
  });

  test('one that was given back is not read any more', async () => {
    grant(youtube);
    await listeners.added!();
    granted.clear();
    await listeners.removed!();
    expect(registered).toEqual([]);
    expect(menu[0]?.documentUrlPatterns).toEqual([...defaultMatches]);
  });

  test('an update of the extension, which drops registrations, does not turn a site off', async () => {
    grant(youtube);
    await listeners.installed!();
    expect(registered).toHaveLength(2);
  });

  test('two changes at once do not collide, and one that failed does not stop the next', async () => {
    grant(youtube);
    await Promise.all([listeners.added!(), listeners.startup!(), listeners.added!()]);
    expect(registered).toHaveLength(2);
    vi.mocked(fakeBrowser.scripting.registerContentScripts).mockRejectedValueOnce(new Error('busy'));
    registered = [];
    await expect(listeners.added!()).rejects.toThrow('busy');
    await listeners.added!();
    expect(registered).toHaveLength(2);
  });

  test('a second one joins the first, whose scripts stay registered meanwhile', async () => {
    grant(youtube);
    await listeners.added!();
    const tiktok = sites.find(({ id }) => id === 'tiktok')!.matches;
    grant(tiktok);
    const unregister = vi.spyOn(fakeBrowser.scripting, 'unregisterContentScripts');
    await listeners.added!();
    expect(registered.map(({ matches }) => [...matches].sort())).toEqual(
      Array(2).fill([...tiktok, ...youtube].sort()),
    );
    expect(unregister).not.toHaveBeenCalled();
  });
});
