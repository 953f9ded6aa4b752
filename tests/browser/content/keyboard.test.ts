import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { Keyboard } from '@/entrypoints/scanner.content/keyboard';
import { createUiHost, type UiHost } from '@/utils/highlight/ui-host';
import { KEY_ACTIONS, type KeyAction } from '@/utils/keys/binding';
import { DEFAULT_KEYS, rebind } from '@/utils/keys/keys';

const closedRoots = new Map<Element, ShadowRoot>();
/** The order is that of a page: ours first, then our shield, which comes with the first of our hosts, then the site. */
const keyboard = new Keyboard((element) => closedRoots.get(element) ?? element.shadowRoot);
keyboard.listen(window, new AbortController().signal);
let site: AbortController;
const acted = vi.fn<(action: KeyAction) => void>();
const heard = vi.fn<(event: KeyboardEvent) => void>();
let hosts: UiHost[] = [];

beforeEach(() => {
  acted.mockClear();
  heard.mockClear();
  site = new AbortController();
  keyboard.keys = DEFAULT_KEYS;
  keyboard.handlers = Object.fromEntries(
    KEY_ACTIONS.map((action) => [action, () => acted(action)]),
  ) as Record<KeyAction, () => void>;
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    window.addEventListener(type, heard, { capture: true, signal: site.signal });
});

afterEach(() => {
  site.abort();
  for (const host of hosts) host.remove();
  hosts = [];
  closedRoots.clear();
  document.body.replaceChildren();
});

const siteHeard = () => heard.mock.calls.map(([{ type, code }]) => `${type} ${code}`);
const actions = () => acted.mock.calls.map(([action]) => action);

function focusOn<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string> = {}) {
  const element = document.body.appendChild(document.createElement(tag));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.focus();
  expect(document.activeElement).toBe(element);
  return element;
}

describe('a key of ours', () => {
  test.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['o', 'open'],
    ['r', 'report'],
    ['x', 'dismiss'],
    ['/', 'help'],
  ])('with Alt, %s, does its work once', async (key, action) => {
    await userEvent.keyboard(`{Alt>}${key}{/Alt}`);
    expect(actions()).toEqual([action]);
  });

  test('is unknown to the site, going down and going up; Alt alone is not ours', async () => {
    await userEvent.keyboard('{Alt>}j{/Alt}');
    expect(siteHeard()).toEqual(['keydown AltLeft', 'keyup AltLeft']);
  });

  test('works on a button of the site', async () => {
    focusOn('button');
    await userEvent.keyboard('{Alt>}r{/Alt}');
    expect(actions()).toEqual(['report']);
  });

  test('whose Alt goes up first is the site’s from then on, and its release too', async () => {
    await userEvent.keyboard('{Alt>}{j>}{/Alt}');
    heard.mockClear();
    await cdp().send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      code: 'KeyJ',
      key: 'j',
      autoRepeat: true,
    });
    await userEvent.keyboard('{/j}');
    expect(actions()).toEqual(['next']);
    expect(siteHeard()).toEqual(['keydown KeyJ', 'keyup KeyJ']);
  });

  test('held down walks on, and decides once', async () => {
    await userEvent.keyboard('{Alt>}{j>3}{/j}{/Alt}');
    expect(actions()).toEqual(['next', 'next', 'next']);
    acted.mockClear();
    await userEvent.keyboard('{Alt>}{r>3}{/r}{/Alt}');
    expect(actions()).toEqual(['report']);
    expect(siteHeard().filter((each) => !each.includes('Alt'))).toEqual([]);
  });

  test('follows a change at once', async () => {
    keyboard.keys = rebind(DEFAULT_KEYS, 'next', { code: 'KeyN', shift: true });
    await userEvent.keyboard('{Alt>}j{/Alt}{Alt>}{Shift>}n{/Shift}{/Alt}');
    expect(actions()).toEqual(['next']);
    expect(siteHeard()).toContain('keydown KeyJ');
  });
});

describe('the site keeps', () => {
  test('its own keys', async () => {
    await userEvent.keyboard('j');
    expect(siteHeard()).toEqual(['keydown KeyJ', 'keypress KeyJ', 'keyup KeyJ']);
    heard.mockClear();
    await userEvent.keyboard('{Control>}{Alt>}j{/Alt}{/Control}{Alt>}{Shift>}j{/Shift}{/Alt}{Alt>}y{/Alt}');
    expect(siteHeard().filter((each) => each.startsWith('keydown Key'))).toEqual([
      'keydown KeyJ',
      'keydown KeyJ',
      'keydown KeyY',
    ]);
    expect(actions()).toEqual([]);
  });

  test('the letter after one of ours was pressed, down and up', async () => {
    await userEvent.keyboard('{Alt>}j{/Alt}');
    heard.mockClear();
    await userEvent.keyboard('j');
    expect(siteHeard()).toEqual(['keydown KeyJ', 'keypress KeyJ', 'keyup KeyJ']);
  });

  test.each([
    ['no settings are known yet', () => (keyboard.keys = undefined)],
    ['nobody handles them', () => (keyboard.handlers = undefined)],
    ['the reader turned them off', () => (keyboard.keys = { ...DEFAULT_KEYS, isOff: true })],
  ])('all keys while %s', async (_, arrange) => {
    arrange();
    await userEvent.keyboard('{Alt>}j{/Alt}');
    expect(actions()).toEqual([]);
    expect(siteHeard()).toEqual(['keydown AltLeft', 'keydown KeyJ', 'keyup KeyJ', 'keyup AltLeft']);
  });

  test('all keys after the end', async () => {
    const ended = new AbortController();
    const other = new Keyboard((element) => element.shadowRoot);
    other.listen(window, ended.signal);
    Object.assign(other, { keys: DEFAULT_KEYS, handlers: keyboard.handlers });
    keyboard.handlers = undefined;
    await userEvent.keyboard('{Alt>}j{/Alt}');
    expect(actions()).toEqual(['next']);
    ended.abort();
    await userEvent.keyboard('{Alt>}j{/Alt}');
    expect(actions()).toEqual(['next']);
  });

  test.each([
    ['a field', 'input', {}],
    ['a search field', 'input', { type: 'search' }],
    ['a text', 'textarea', {}],
    ['a list', 'select', {}],
    ['an editor', 'div', { contenteditable: 'true' }],
    ['what is said to be a field', 'div', { role: 'textbox', tabindex: '0' }],
  ] as const)('all keys while the focus is in %s', async (_, tag, attributes) => {
    focusOn(tag, attributes);
    for (const key of ['j', 'k', 'o', 'r', 'x', '/']) await userEvent.keyboard(`{Alt>}${key}{/Alt}`);
    expect(actions()).toEqual([]);
    expect(siteHeard().filter((each) => each.startsWith('keydown') && !each.includes('Alt'))).toHaveLength(6);
  });

  test.each(['open', 'closed'] as const)('all keys in a field inside a root that is %s', async (mode) => {
    const host = document.body.appendChild(document.createElement('div'));
    const shadow = host.attachShadow({ mode });
    closedRoots.set(host, shadow);
    const field = shadow.appendChild(document.createElement('input'));
    field.focus();
    await userEvent.keyboard('{Alt>}j{/Alt}');
    expect(actions()).toEqual([]);
    expect(siteHeard()).toContain('keydown KeyJ');
  });
});

describe('inside our own interface', () => {
  const show = <K extends keyof HTMLElementTagNameMap>(tag: K) => {
    const host = createUiHost(document, '', { position: 'fixed', top: '20px', left: '20px' });
    hosts.push(host);
    const inner = host.container.appendChild(document.createElement(tag));
    closedRoots.set(host.element, inner.getRootNode() as ShadowRoot);
    inner.focus();
    expect(host.activeElement()).toBe(inner);
    const heardInside = vi.fn();
    inner.addEventListener('keydown', (event) => heardInside((event as KeyboardEvent).code));
    return heardInside;
  };

  test('the way goes on from a badge, and the badge does not hear of it', async () => {
    const heardInside = show('button');
    await userEvent.keyboard('{Alt>}j{/Alt}');
    expect(actions()).toEqual(['next']);
    expect(heardInside).not.toHaveBeenCalledWith('KeyJ');
  });

  test('the note is written undisturbed', async () => {
    const heardInside = show('textarea');
    await userEvent.keyboard('{Alt>}r{/Alt}');
    expect(actions()).toEqual([]);
    expect(heardInside).toHaveBeenCalledWith('KeyR');
  });
});

describe('a page that forges keys', () => {
  test('does nothing, and hears its own event', () => {
    const init = { code: 'KeyR', key: 'r', altKey: true, bubbles: true, composed: true, cancelable: true };
    for (const target of [window, document, document.body]) {
      target.dispatchEvent(new KeyboardEvent('keydown', init));
      target.dispatchEvent(new KeyboardEvent('keyup', init));
    }
    expect(actions()).toEqual([]);
    expect(heard).toHaveBeenCalledTimes(6);
  });

  test('cannot take a key from us by forging its release', async () => {
    await userEvent.keyboard('{Alt>}{j>}');
    dispatchEvent(new KeyboardEvent('keyup', { code: 'KeyJ', altKey: true }));
    heard.mockClear();
    await userEvent.keyboard('{/j}{/Alt}');
    expect(siteHeard()).toEqual(['keyup AltLeft']);
  });
});

describe('a key that went up while the window had lost the focus', () => {
  test('is forgotten', async () => {
    await userEvent.keyboard('{Alt>}{j>}');
    const frame = document.body.appendChild(document.createElement('iframe'));
    const blurred = new Promise((resolve) => addEventListener('blur', resolve, { once: true }));
    frame.focus();
    await blurred;
    window.focus();
    heard.mockClear();
    await userEvent.keyboard('{/j}{/Alt}');
    expect(siteHeard()).toContain('keyup KeyJ');
  });

  test('is not when the page says so', async () => {
    await userEvent.keyboard('{Alt>}{j>}');
    dispatchEvent(new Event('blur'));
    heard.mockClear();
    await userEvent.keyboard('{/j}{/Alt}');
    expect(siteHeard()).toEqual(['keyup AltLeft']);
  });
});
