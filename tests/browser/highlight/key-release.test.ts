import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createUiHost, type UiHost } from '@/utils/highlight/ui-host';

let host: UiHost;
let button: HTMLButtonElement;
let site: AbortController;
const heard = vi.fn<(event: KeyboardEvent) => void>();
const siteHeard = () => heard.mock.calls.map(([{ type, code }]) => `${type} ${code}`);

beforeEach(() => {
  heard.mockClear();
  host = createUiHost(document, '', { position: 'fixed', top: '20px', left: '20px' });
  button = host.container.appendChild(document.createElement('button'));
  button.focus();
  site = new AbortController();
  for (const type of ['keydown', 'keyup'] as const)
    window.addEventListener(type, heard, { capture: true, signal: site.signal });
});

afterEach(() => {
  site.abort();
  host.remove();
});

test('a key that closes our interface is not heard by the page when it goes up', async () => {
  button.addEventListener('keydown', () => host.remove());
  await userEvent.keyboard('{Escape}');
  expect(host.element.isConnected).toBe(false);
  expect(siteHeard()).toEqual([]);
});

test('the next press of that key is the page’s, down and up', async () => {
  button.addEventListener('keydown', () => host.remove());
  await userEvent.keyboard('{Escape}{Escape}');
  expect(siteHeard()).toEqual(['keydown Escape', 'keyup Escape']);
});

test('a key that went up on our interface leaves nothing behind', async () => {
  const released = vi.fn();
  button.addEventListener('keyup', released);
  await userEvent.keyboard('j');
  expect(released).toHaveBeenCalledOnce();
  button.blur();
  await userEvent.keyboard('j');
  expect(siteHeard()).toEqual(['keydown KeyJ', 'keyup KeyJ']);
});
