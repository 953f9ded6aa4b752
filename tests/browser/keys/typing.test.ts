import { afterEach, describe, expect, test } from 'vitest';
import { focusWithin, isTyping } from '@/utils/keys/typing';

const open = (element: Element) => element.shadowRoot;

afterEach(() => {
  document.body.replaceChildren();
  document.designMode = 'off';
});

/** Builds from markup of this file's own; the element with the id `at` is asked about. */
function place(markup: string): Element {
  document.body.append(document.createRange().createContextualFragment(markup));
  return document.getElementById('at')!;
}

function shadowAround(mode: ShadowRootMode, markup: string) {
  const host = document.body.appendChild(document.createElement('div'));
  const shadow = host.attachShadow({ mode });
  shadow.append(document.createRange().createContextualFragment(markup));
  return { host, shadow, inner: shadow.getElementById('at') as HTMLElement };
}

const TEXT_TYPES = [
  'text',
  'search',
  'email',
  'url',
  'tel',
  'password',
  'number',
  'date',
  'time',
  'unheard-of',
];
const OTHER_TYPES = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

describe('a reader types', () => {
  test.each(TEXT_TYPES)('in an input of type %s', (type) => {
    expect(isTyping(place(`<input id="at" type="${type}">`), open)).toBe(true);
  });

  test.each([
    ['an input without a type', '<input id="at">'],
    ['a field of several lines', '<textarea id="at"></textarea>'],
    ['a list that letters choose from', '<select id="at"><option>a</option></select>'],
    ['an editor', '<div id="at" contenteditable tabindex="0"></div>'],
    ['an editor for plain text', '<div id="at" contenteditable="plaintext-only"></div>'],
    ['something inside an editor', '<div contenteditable><p><b id="at">a</b></p></div>'],
    ['an island in an editor', '<div contenteditable><b id="at" contenteditable="false">a</b></div>'],
    ['what is said to be a field', '<div id="at" role="textbox" tabindex="0"></div>'],
    ['what is said to be a search field', '<div id="at" role="SearchBox"></div>'],
    ['what is said to be a field with a list', '<div id="at" role="none combobox"></div>'],
    [
      'something inside what is said to be a field',
      '<div role="textbox"><span id="at" tabindex="0"></span></div>',
    ],
  ])('in %s', (_, markup) => {
    expect(isTyping(place(markup), open)).toBe(true);
  });

  test('anywhere in a document that is an editor', () => {
    document.designMode = 'on';
    expect(isTyping(document.body, open)).toBe(true);
  });

  test.each(['open', 'closed'] as const)('in a field inside a root that is %s to us', (mode) => {
    const { host, shadow, inner } = shadowAround(mode, '<p><input id="at"></p>');
    inner.focus();
    const shadowOf = (element: Element) => (element === host ? shadow : element.shadowRoot);
    expect(isTyping(host, shadowOf)).toBe(true);
    expect(focusWithin(host, shadowOf)).toBe(inner);
  });

  test('in a root whose host stands in an editor, or is one', () => {
    const { host, inner } = shadowAround('open', '<button id="at">a</button>');
    expect(isTyping(inner, open)).toBe(false);
    host.setAttribute('role', 'textbox');
    expect(isTyping(inner, open)).toBe(true);
  });
});

describe('a reader does not type', () => {
  test.each(OTHER_TYPES)('in an input of type %s', (type) => {
    expect(isTyping(place(`<input id="at" type="${type}">`), open)).toBe(false);
  });

  test.each([
    ['on a button', '<button id="at">a</button>'],
    ['on a link', '<a id="at" href="#a">a</a>'],
    ['on a drawing', '<svg id="at" tabindex="0"></svg>'],
    ['beside a field', '<input><p id="at" tabindex="0">a</p>'],
  ])('%s', (_, markup) => {
    expect(isTyping(place(markup), open)).toBe(false);
  });

  test('in a root whose field does not have the focus', () => {
    const { host } = shadowAround('open', '<input id="at">');
    expect(isTyping(host, open)).toBe(false);
  });

  test('where there is no element', () => {
    expect(isTyping(null, open)).toBe(false);
    expect(isTyping(window, open)).toBe(false);
    expect(isTyping(document, open)).toBe(false);
  });
});
