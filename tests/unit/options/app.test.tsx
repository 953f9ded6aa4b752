// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/options/App';
import { builtInPacks } from '@/utils/rules';
import { sites } from '@/utils/sites';
import {
  mutedRules,
  pageDataOff,
  pictures,
  setRuleMuted,
  setSiteOn,
  sitesOff,
  storedKeys,
} from '@/utils/storage/settings';
import { useLanguage } from '../../support/setup';

let granted: Set<string>;
let listeners: (() => void)[];
const request = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>();

beforeEach(() => {
  granted = new Set();
  listeners = [];
  const event = {
    addListener: (listener: () => void) => listeners.push(listener),
    removeListener: () => undefined,
  };
  const change = (apply: (origin: string) => void) => (origins: string[]) => {
    origins.forEach(apply);
    for (const listener of listeners) listener();
    return true;
  };
  const add = change((origin) => granted.add(origin));
  const remove = change((origin) => granted.delete(origin));
  request.mockReset().mockImplementation(async ({ origins }) => add(origins));
  Object.assign(fakeBrowser, {
    permissions: {
      onAdded: event,
      onRemoved: event,
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.has(origin)),
      request,
      remove: async ({ origins }: { origins: string[] }) => remove(origins),
    },
    commands: { getAll: async () => [{ name: 'report-post', shortcut: 'Alt+Shift+Y' }] },
  });
});

const theSwitch = (name: string) => screen.findByRole('switch', { name });
const isOn = async (name: string) => ((await theSwitch(name)) as HTMLInputElement).checked;

describe('the options', () => {
  test('list every site once, with its hosts', async () => {
    render(<App />);
    await theSwitch('Zhihu');
    for (const { name, matches } of sites) {
      expect(screen.getAllByRole('switch', { name: name.en }), name.en).toHaveLength(1);
      expect(document.body.textContent).toContain(matches[0]!.split('/')[2]);
    }
  });

  test('turn a site off and on, and follow a change made elsewhere', async () => {
    render(<App />);
    await userEvent.click(await theSwitch('Zhihu'));
    await waitFor(async () => expect(await isOn('Zhihu')).toBe(false));
    expect(await sitesOff.getValue()).toEqual(['zhihu']);
    await setSiteOn('zhihu', true);
    await waitFor(async () => expect(await isOn('Zhihu')).toBe(true));
  });

  test('turn a further site on by asking the browser, and off by giving the permission back', async () => {
    render(<App />);
    expect(await isOn('YouTube')).toBe(false);
    await userEvent.click(await theSwitch('YouTube'));
    await waitFor(async () => expect(await isOn('YouTube')).toBe(true));
    expect(request).toHaveBeenCalledWith({
      origins: [...sites.find(({ id }) => id === 'youtube')!.matches],
    });
    await userEvent.click(await theSwitch('YouTube'));
    await waitFor(() => expect(granted.size).toBe(0));
    await waitFor(async () => expect(await isOn('YouTube')).toBe(false));
  });

  test('turn a further site off also on its open pages, which keep the permission that they had', async () => {
    render(<App />);
    await userEvent.click(await theSwitch('YouTube'));
    await waitFor(async () => expect(await isOn('YouTube')).toBe(true));
    await userEvent.click(await theSwitch('YouTube'));
    await waitFor(async () => expect(await sitesOff.getValue()).toEqual(['youtube']));
    await userEvent.click(await theSwitch('YouTube'));
    await waitFor(async () => expect(await sitesOff.getValue()).toEqual([]));
    expect(await isOn('YouTube')).toBe(true);
  });

  test('say so when the browser was not given the permission', async () => {
    request.mockResolvedValue(false);
    render(<App />);
    await userEvent.click(await theSwitch('YouTube'));
    expect((await screen.findByRole('alert')).textContent).toContain('YouTube');
    expect(await isOn('YouTube')).toBe(false);
  });

  test('say so when a setting could not be saved', async () => {
    vi.spyOn(sitesOff, 'setValue').mockRejectedValueOnce(new Error('the disk is full'));
    render(<App />);
    await userEvent.click(await theSwitch('Zhihu'));
    expect((await screen.findByRole('alert')).textContent).toContain('the disk is full');
  });

  test('lead to the campaigns', async () => {
    render(<App />);
    expect(screen.getByRole('link', { name: 'Campaigns' }).getAttribute('href')).toBe('/campaigns.html');
  });

  test('turn the reading of page data off', async () => {
    render(<App />);
    const name = 'Also read the data that the page itself has loaded';
    await userEvent.click(await theSwitch(name));
    await waitFor(async () => expect(await isOn(name)).toBe(false));
    expect(await pageDataOff.getValue()).toBe(true);
  });

  test('speak Chinese', async () => {
    useLanguage('zh_CN');
    render(<App />);
    await screen.findByRole('heading', { name: '设置' });
    expect(await theSwitch('知乎')).toBeTruthy();
  });
});

describe('the keys in the options', () => {
  const change = async (name: string, typed: string) => {
    await userEvent.click(await screen.findByRole('button', { name: `Change the key of “${name}”` }));
    await userEvent.keyboard(typed);
  };
  const undo = () => screen.findByRole('button', { name: /^Undo/ });

  test('are changed, and changed back', async () => {
    render(<App />);
    await change('Next marked post', '{Alt>}n{/Alt}');
    await screen.findByText('Alt+N', { selector: 'kbd' });
    expect(await storedKeys.getValue()).toEqual({ off: false, bindings: { next: 'Alt+KeyN' } });
    expect((await screen.findAllByText('“Next marked post” is now Alt+N')).length).toBeGreaterThan(0);
    await userEvent.click(await undo());
    await screen.findByText('Alt+J', { selector: 'kbd' });
    expect(await storedKeys.getValue()).toEqual({ off: false, bindings: {} });
  });

  test('are all reset at once, which can be undone, and leaves the switch alone', async () => {
    await storedKeys.setValue({ off: true, bindings: { next: 'Alt+KeyK', previous: 'Alt+KeyJ' } });
    render(<App />);
    await userEvent.click(await screen.findByRole('button', { name: 'Reset all keys' }));
    await waitFor(async () => expect(await storedKeys.getValue()).toEqual({ off: true, bindings: {} }));
    await userEvent.click(await undo());
    await waitFor(async () =>
      expect(await storedKeys.getValue()).toEqual({
        off: true,
        bindings: { next: 'Alt+KeyK', previous: 'Alt+KeyJ' },
      }),
    );
  });

  test('need no reset while they are as they came', async () => {
    render(<App />);
    const reset = await screen.findByRole('button', { name: 'Reset all keys' });
    expect(reset.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(reset);
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  test('are turned off and on', async () => {
    render(<App />);
    await userEvent.click(await theSwitch('Use these keys'));
    await waitFor(async () => expect(await isOn('Use these keys')).toBe(false));
    expect((await storedKeys.getValue()).off).toBe(true);
  });

  test('say that what is stored is not sound, until they are set anew', async () => {
    await storedKeys.setValue({ off: false, bindings: { next: 'Alt+KeyK' } });
    render(<App />);
    await screen.findByText(/could not be understood/);
    await userEvent.click(screen.getByRole('button', { name: 'Reset all keys' }));
    await waitFor(() => expect(screen.queryByText(/could not be understood/)).toBeNull());
  });

  test('name the shortcut that the browser has now', async () => {
    render(<App />);
    await screen.findByText(/^Alt\+Shift\+Y: Report the current post/);
  });
});

describe('muted rules in the options', () => {
  const rule = builtInPacks[0]!.rules[0]!;

  test('are turned on again, and off again by Undo', async () => {
    await setRuleMuted(rule.id, true);
    render(<App />);
    await userEvent.click(await screen.findByRole('button', { name: `Turn on again: ${rule.reason.en}` }));
    await screen.findByText('No rule is turned off.');
    expect(await mutedRules.getValue()).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: /^Undo/ }));
    await screen.findByRole('button', { name: `Turn on again: ${rule.reason.en}` });
    expect(await mutedRules.getValue()).toEqual([rule.id]);
  });

  test('are named, each of every pack', async () => {
    const rules = builtInPacks.flatMap((pack) => pack.rules);
    await mutedRules.setValue(rules.map(({ id }) => id));
    render(<App />);
    const first = await screen.findByRole('button', { name: `Turn on again: ${rule.reason.en}` });
    const names = [...first.closest('ul')!.children].map(({ textContent }) => textContent ?? '');
    expect(names).toHaveLength(rules.length);
    expect(names.filter((name) => name.includes('no longer'))).toEqual([]);
  });

  test('follow the card on a page', async () => {
    render(<App />);
    await screen.findByText('No rule is turned off.');
    await setRuleMuted('gone/away/rule', true);
    await screen.findByText(/gone\/away\/rule/);
  });
});

describe('pictures in the options', () => {
  test('are kept, asked about or not taken', async () => {
    render(<App />);
    const choice = await screen.findByRole('radio', { name: 'Take none' });
    await userEvent.click(choice);
    await waitFor(async () => expect(await pictures.getValue()).toBe('none'));
    await waitFor(() => expect((choice as HTMLInputElement).checked).toBe(true));
  });
});
