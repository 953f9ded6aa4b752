// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '@/entrypoints/options/App';
import { sites } from '@/utils/sites';
import { mediaHostsOf } from '@/utils/sites/media-hosts';
import { mediaSites, setSiteOn } from '@/utils/storage/settings';
import { type FakePermissions, fakePermissions } from '../../support/permissions';
import { useLanguage } from '../../support/setup';

let permissions: FakePermissions;
beforeEach(() => {
  permissions = fakePermissions();
});
afterEach(() => {
  location.hash = '';
});

const switchOf = (site: string) => screen.findByRole('switch', { name: `Look into files on ${site}` });
const isOn = async (site: string) => ((await switchOf(site)) as HTMLInputElement).checked;
const shows = (site: string, on: boolean) => waitFor(async () => expect(await isOn(site)).toBe(on));

describe('looking into files, in the options', () => {
  test('is off everywhere at first, and says before it asks what is read and which hosts are asked for', async () => {
    render(<App />);
    await switchOf('Zhihu');
    const section = screen.getByRole('heading', { name: /AI evidence/ }).closest('section')!;
    for (const box of within(section).getAllByRole('switch'))
      expect((box as HTMLInputElement).checked).toBe(false);
    expect(section.textContent).toMatch(/256 KiB.*3 requests, without cookies/);
    expect(section.textContent).toContain('Nothing leaves this machine');
    for (const { id } of sites)
      for (const host of mediaHostsOf(id)) expect(section.textContent).toContain(host.split('/')[2]);
    expect(permissions.request).not.toHaveBeenCalled();
  });

  test('is turned on by asking for the hosts of that site alone, and off by giving them back', async () => {
    render(<App />);
    await userEvent.click(await switchOf('Weibo'));
    await shows('Weibo', true);
    expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: [...mediaHostsOf('weibo')] });
    expect(await mediaSites.getValue()).toEqual(['weibo']);
    await userEvent.click(await switchOf('Weibo'));
    await shows('Weibo', false);
    expect(await mediaSites.getValue()).toEqual([]);
    await waitFor(() => expect(permissions.granted.size).toBe(0));
  });

  test('stays off when the hosts are refused, and says what works without', async () => {
    permissions.request.mockResolvedValue(false);
    render(<App />);
    await userEvent.click(await switchOf('Weibo'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/not turned on: Weibo.*from their cards.*side panel/);
    expect(await isOn('Weibo')).toBe(false);
    expect(await mediaSites.getValue()).toEqual([]);
  });

  test('says so when the browser has taken the hosts back, and asks again at a click', async () => {
    render(<App />);
    await userEvent.click(await switchOf('Weibo'));
    await shows('Weibo', true);
    permissions.takeBack(mediaHostsOf('weibo'));
    const again = await screen.findByRole('button', { name: 'Allow again: Weibo' });
    const described = (await switchOf('Weibo')).getAttribute('aria-describedby')!;
    expect(document.getElementById(described)?.textContent).toContain('no longer allows');
    expect(await isOn('Weibo')).toBe(true);
    await userEvent.click(again);
    await waitFor(() => expect(screen.queryByRole('button', { name: /Allow again/ })).toBeNull());
    expect(permissions.request).toHaveBeenCalledTimes(2);
  });

  test('cannot be turned on for a site that is off, and says why', async () => {
    await setSiteOn('weibo', false);
    render(<App />);
    for (const site of ['Weibo', 'Reddit']) {
      const box = await switchOf(site);
      expect(box.getAttribute('aria-disabled'), site).toBe('true');
      const why = document.getElementById(box.getAttribute('aria-describedby')!);
      expect(why?.textContent, site).toContain('turn it on above first');
      await userEvent.click(box);
    }
    expect(permissions.request).not.toHaveBeenCalled();
    await setSiteOn('weibo', true);
    await waitFor(async () => expect((await switchOf('Weibo')).getAttribute('aria-disabled')).toBe('false'));
  });

  test('can be turned off for a site that was turned off meanwhile', async () => {
    await mediaSites.setValue(['weibo']);
    await setSiteOn('weibo', false);
    render(<App />);
    await userEvent.click(await switchOf('Weibo'));
    await shows('Weibo', false);
    expect(await mediaSites.getValue()).toEqual([]);
  });

  test('is turned on for all sites that are read with one question, and off again', async () => {
    await setSiteOn('weibo', false);
    render(<App />);
    const all = () => screen.findByRole('switch', { name: 'All sites that are read' });
    await userEvent.click(await all());
    const read = sites.filter(({ id, optIn }) => !optIn && id !== 'weibo').map(({ id }) => id);
    await waitFor(async () => expect(await mediaSites.getValue()).toEqual(read.toSorted()));
    expect(permissions.request).toHaveBeenCalledOnce();
    await waitFor(async () => expect(((await all()) as HTMLInputElement).checked).toBe(true));
    await userEvent.click(await all());
    await waitFor(async () => expect(await mediaSites.getValue()).toEqual([]));
    await waitFor(() => expect(permissions.granted.size).toBe(0));
  });

  test('says so when it could not be saved', async () => {
    vi.spyOn(mediaSites, 'setValue').mockRejectedValueOnce(new Error('the disk is full'));
    render(<App />);
    await userEvent.click(await switchOf('Weibo'));
    expect((await screen.findByRole('alert')).textContent).toContain('the disk is full');
    expect(await isOn('Weibo')).toBe(false);
  });

  test('is where a link to it leads, also when the options are open already', async () => {
    location.hash = '#media';
    render(<App />);
    const heading = await screen.findByRole('heading', { name: /AI evidence/ });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    (await switchOf('Zhihu')).focus();
    location.hash = '';
    location.hash = '#media';
    dispatchEvent(new HashChangeEvent('hashchange'));
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  test('leaves the focus alone without such a link', async () => {
    render(<App />);
    await switchOf('Zhihu');
    expect(document.activeElement).toBe(document.body);
  });

  test('speaks Chinese', async () => {
    useLanguage('zh_CN');
    render(<App />);
    await screen.findByRole('heading', { name: '帖子文件里的 AI 制作证据' });
    expect(await screen.findByRole('switch', { name: '查看文件：微博' })).toBeTruthy();
  });
});
