import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SHIELDED } from '@/utils/highlight/event-shield';
import { createUiHost, setInterfaceHidden, type UiHost } from '@/utils/highlight/ui-host';

let host: UiHost;
let button: HTMLButtonElement;
const pressed = vi.fn();

beforeEach(() => {
  pressed.mockClear();
  host = createUiHost(document, '', { position: 'fixed', top: '20px', left: '20px' });
  button = document.createElement('button');
  button.textContent = 'Report';
  button.addEventListener('click', pressed);
  host.container.append(button);
});

afterEach(() => {
  setInterfaceHidden(false);
  host.remove();
  document.documentElement.removeAttribute('style');
  document.body.replaceChildren();
});

/** The reader presses where the host is. */
const press = () => userEvent.click(host.element);

describe('a host', () => {
  test('shows the page one bare element beside body', () => {
    expect(host.element.parentNode).toBe(document.documentElement);
    expect(host.element.shadowRoot).toBeNull();
    expect(host.element.childNodes).toHaveLength(0);
    expect(host.element.getAttributeNames()).toEqual(['style']);
  });

  test('is gone when it is removed', () => {
    host.remove();
    expect(host.element.isConnected).toBe(false);
  });

  test('lets nobody select what it says, but what the reader types', () => {
    const note = document.createElement('textarea');
    note.value = 'note';
    host.container.append(note);
    expect(getComputedStyle(button).userSelect).toBe('none');
    expect(getComputedStyle(note).userSelect).toBe('text');
  });
});

describe('forged input', () => {
  test.each(SHIELDED)('of kind %s is refused inside', (type) => {
    const heard = vi.fn();
    button.addEventListener(type, heard);
    for (const target of [button, host.element]) {
      target.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
    }
    expect(heard).not.toHaveBeenCalled();
  });

  test('by way of a form or a field is refused inside', () => {
    const form = document.createElement('form');
    const heard = vi.fn((event: Event) => event.preventDefault());
    form.addEventListener('submit', heard);
    host.container.append(form);
    form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    form.dispatchEvent(new Event('change', { bubbles: true }));
    form.addEventListener('change', heard);
    form.dispatchEvent(new Event('change', { bubbles: true }));
    expect(heard).not.toHaveBeenCalled();
  });

  test('by way of methods does nothing', () => {
    button.click();
    host.element.click();
    host.element.focus();
    expect(pressed).not.toHaveBeenCalled();
    expect(host.activeElement()).toBeNull();
  });
});

describe('a press', () => {
  test('counts while the host is where and as it was put', async () => {
    await press();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('counts on a page that is coloured as a whole', async () => {
    document.documentElement.style.filter = 'grayscale(100%)';
    await press();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['opacity: 0'],
    ['opacity: 0.01'],
    ['filter: opacity(0)'],
    ['mask-image: linear-gradient(transparent, transparent)'],
    ['transform: scale(20)'],
    ['scale: 20'],
    ['mix-blend-mode: multiply'],
  ])('does not count after the page has set %s', async (css) => {
    host.element.setAttribute('style', `${host.element.getAttribute('style')}; ${css} !important`);
    await press();
    expect(pressed).not.toHaveBeenCalled();
  });

  test('does not count on a root that the page has made transparent', async () => {
    document.documentElement.style.opacity = '0.05';
    await press();
    expect(pressed).not.toHaveBeenCalled();
  });

  test('does not count after the page has carried the host elsewhere', async () => {
    document.body.append(host.element);
    await press();
    expect(pressed).not.toHaveBeenCalled();
    document.documentElement.append(host.element);
    await press();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('of a key does not count either', async () => {
    button.focus();
    host.element.style.setProperty('opacity', '0', 'important');
    await userEvent.keyboard('{Enter}');
    expect(pressed).not.toHaveBeenCalled();
  });

  test('does not tick a field that is not seen', async () => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    host.container.replaceChildren(box);
    host.element.style.setProperty('opacity', '0', 'important');
    await press();
    expect(box.checked).toBe(false);
  });
});

describe('hiding the interface', () => {
  test('takes every host out of sight, also one that comes later, and keeps the focus', () => {
    button.focus();
    setInterfaceHidden(true);
    const later = createUiHost(document, '');
    for (const { element } of [host, later]) expect(getComputedStyle(element).opacity).toBe('0');
    expect(host.activeElement()).toBe(button);
    setInterfaceHidden(false);
    for (const { element } of [host, later]) expect(getComputedStyle(element).opacity).toBe('1');
    later.remove();
  });

  test('holds presses off', async () => {
    setInterfaceHidden(true);
    await press();
    expect(pressed).not.toHaveBeenCalled();
    setInterfaceHidden(false);
    await press();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('leaves a host alone that was removed', () => {
    host.remove();
    setInterfaceHidden(true);
    expect(host.element.style.opacity).not.toBe('0');
  });
});
