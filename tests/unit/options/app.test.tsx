import '../../support/cleanup';
import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/options/App';
import { sites } from '@/utils/sites';
import { pageDataOff, setSiteOn, sitesOff } from '@/utils/storage/settings';
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
