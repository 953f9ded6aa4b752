import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { call } from '@/entrypoints/scanner.content/background';
import { Keyboard } from '@/entrypoints/scanner.content/keyboard';
import { PageKeys } from '@/entrypoints/scanner.content/page-keys';
import { DEFAULT_KEYS } from '@/utils/keys/keys';
import { type PostKey, postKey } from '@/utils/model/post';
import { loadRules } from '@/utils/rules';
import type { ScannedFound } from '@/utils/scan/page-index';
import { makeFinding, makePost } from '../../support/builders';

vi.mock('@/entrypoints/scanner.content/background', () => ({ call: vi.fn() }));

const rules = loadRules();
const CATEGORY = rules.categories.get(makeFinding().category)!.name.en;
const roots = new Map<Element, ShadowRoot>();
let marked: ScannedFound[];
let page: { [name in 'reveal' | 'open' | 'report' | 'dismiss']: ReturnType<typeof vi.fn> };
let keys: PageKeys;
/** As in a page: it listens before our shield does, which the first of our hosts brings. */
const keyboard = new Keyboard((element) => roots.get(element) ?? element.shadowRoot);
keyboard.listen(window, new AbortController().signal);

beforeEach(() => {
  vi.mocked(call).mockReset().mockResolvedValue(undefined);
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
  document.body.replaceChildren();
  scrollTo(0, 0);
  marked = ['a', 'b', 'c'].map(found);
  page = {
    reveal: vi.fn((key: PostKey) => marked.find((each) => each.key === key)?.root.scrollIntoView()),
    open: vi.fn(),
    report: vi.fn().mockResolvedValue('It was saved'),
    dismiss: vi.fn().mockResolvedValue('It will not be marked'),
  };
  keyboard.keys = DEFAULT_KEYS;
  keys = new PageKeys(keyboard, { marked: () => marked, ...page } as never, rules, document);
  keys.start();
});

afterEach(() => {
  keys.stop();
  vi.restoreAllMocks();
});

/** A post of the height of the window, so that one at a time is to be seen. */
function found(name: string): ScannedFound {
  const root = document.body.appendChild(document.createElement('article'));
  root.style.height = '100vh';
  const post = makePost({ id: name, title: `标题 ${name}` });
  return { key: post.key, root, fields: {}, post, findings: [makeFinding()] };
}

const keyOf = (id: string) => postKey('xiaohongshu', 'note', id);
const press = (key: string) => userEvent.keyboard(`{Alt>}${key}{/Alt}`);
const inOurs = (selector: string) =>
  [...roots.values()]
    .filter(({ host }) => host.isConnected)
    .flatMap((root) => [...root.querySelectorAll(selector)]);
const said = () => inOurs('[role="status"].announcement')[0]?.textContent ?? '';
const saying = (text: string) => expect.poll(said).toBe(text);
const dialog = () => inOurs('[role="dialog"]')[0];

describe('next and previous', () => {
  test('lead through the marked posts, and say where one is', async () => {
    await press('j');
    expect(page.reveal).toHaveBeenLastCalledWith(keyOf('a'));
    await saying(`1 of 3: ${CATEGORY}, Likely. 标题 a`);
    await press('j');
    expect(page.reveal).toHaveBeenLastCalledWith(keyOf('b'));
    await press('k');
    await press('k');
    expect(page.reveal).toHaveBeenLastCalledWith(keyOf('c'));
    await saying(`Past the first one, on to the last. 3 of 3: ${CATEGORY}, Likely. 标题 c`);
    await press('j');
    await saying(`Past the last one, back at the first. 1 of 3: ${CATEGORY}, Likely. 标题 a`);
  });

  test('say so when nothing is marked', async () => {
    marked = [];
    await press('j');
    await saying('Nothing is marked on this page.');
    expect(page.reveal).not.toHaveBeenCalled();
  });

  test('say the strongest confidence, and of a post without rules that it was reported', async () => {
    marked = [
      { ...marked[0]!, findings: [makeFinding(), makeFinding({ confidence: 'strong' })] },
      { ...marked[1]!, findings: [] },
    ];
    await press('j');
    await saying(`1 of 2: ${CATEGORY}, Strong. 标题 a`);
    await press('j');
    await saying('2 of 2: Reported 标题 b');
  });

  test('name a post without a title by its text, cut between characters', async () => {
    const post = makePost({ id: 'a', title: '', text: `一\n 二${'😀'.repeat(100)}` });
    marked = [{ ...marked[0]!, post }];
    await press('j');
    await saying(`1 of 1: ${CATEGORY}, Likely. 一 二${'😀'.repeat(57)}…`);
  });

  test('go on from a post that was opened by a click', async () => {
    marked[1]!.root.scrollIntoView();
    keys.visit(keyOf('b'));
    await press('j');
    expect(page.reveal).toHaveBeenLastCalledWith(keyOf('c'));
  });

  test('go on from a post that was dismissed', async () => {
    await press('j');
    await press('j');
    marked = marked.filter(({ key }) => key !== keyOf('b'));
    await press('j');
    expect(page.reveal).toHaveBeenLastCalledWith(keyOf('c'));
  });
});

describe('a decision', () => {
  test.each([
    ['r', 'report', 'It was saved'],
    ['x', 'dismiss', 'It will not be marked'],
  ] as const)('by %s is made about the post that was visited, and heard', async (key, name, words) => {
    await press('j');
    await press(key);
    expect(page[name].mock.calls).toEqual([[keyOf('a')]]);
    await saying(words);
  });

  test.each([
    ['r', 'report'],
    ['x', 'dismiss'],
  ] as const)('by %s is not made before a post was visited: that is shown first', async (key, name) => {
    await press(key);
    expect(page[name]).not.toHaveBeenCalled();
    expect(page.reveal).toHaveBeenCalledWith(keyOf('a'));
    await press(key);
    expect(page[name].mock.calls).toEqual([[keyOf('a')]]);
  });

  test('is not made about a post that has left the window', async () => {
    await press('j');
    marked[2]!.root.scrollIntoView();
    await press('r');
    expect(page.report).not.toHaveBeenCalled();
    expect(page.reveal).toHaveBeenLastCalledWith(keyOf('c'));
  });

  test('is not made about a post that has lost its mark', async () => {
    await press('j');
    marked = marked.slice(1);
    await press('x');
    expect(page.dismiss).not.toHaveBeenCalled();
  });
});

describe('open', () => {
  test('shows the card of the post that was visited, or of the first one', async () => {
    await press('o');
    expect(page.open.mock.calls).toEqual([[keyOf('a')]]);
    await press('j');
    await press('o');
    expect(page.open).toHaveBeenLastCalledWith(keyOf('b'));
  });

  test('opens nothing where nothing is marked', async () => {
    marked = [];
    await press('o');
    expect(page.open).not.toHaveBeenCalled();
  });
});

describe('the list of keys', () => {
  const focused = () => (dialog()?.getRootNode() as ShadowRoot | undefined)?.activeElement?.textContent;

  test('is a dialog with the keys as they are, and takes the focus', async () => {
    keyboard.keys = {
      ...DEFAULT_KEYS,
      bindings: { ...DEFAULT_KEYS.bindings, next: { code: 'KeyN', shift: true } },
    };
    await press('/');
    await expect.poll(dialog).toBeTruthy();
    const rows = [...dialog()!.querySelectorAll('dl > div')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows.slice(0, 6)).toEqual([
      ['Alt+Shift+N', 'Next marked post'],
      ['Alt+K', 'Previous marked post'],
      ['Alt+O', 'Open its card'],
      ['Alt+R', 'Report it'],
      ['Alt+X', 'Not a problem here'],
      ['Alt+/', 'List of keys'],
    ]);
    expect(rows).toContainEqual(['1–9', 'Choose or drop a category by its number']);
    expect(rows.at(-1)).toEqual(['Alt+Shift+Q', 'Report the current post (with screenshot)']);
    await expect.poll(focused).toBe('×');
  });

  test('keeps the focus inside, going round', async () => {
    await press('/');
    await expect.poll(focused).toBe('×');
    const seen = [];
    for (const shift of [false, false, true, true]) {
      await userEvent.keyboard(shift ? '{Shift>}{Tab}{/Shift}' : '{Tab}');
      seen.push(focused());
    }
    expect(seen).toEqual(['Change the keys…', '×', 'Change the keys…', '×']);
  });

  test.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['its key', () => press('/')],
    ['its button', () => userEvent.keyboard('{Enter}')],
  ])('closes by %s, and the focus is where it was', async (_, close) => {
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    await press('/');
    await expect.poll(focused).toBe('×');
    await close();
    await expect.poll(dialog).toBeUndefined();
    expect(document.activeElement).toBe(button);
  });

  test('gives the focus back also into a card of ours', async () => {
    const host = document.documentElement.appendChild(document.createElement('div'));
    const inner = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('button'));
    inner.focus();
    await press('/');
    await expect.poll(focused).toBe('×');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => roots.get(host)!.activeElement).toBe(inner);
    host.remove();
  });

  test('closes when another key does its work', async () => {
    await press('/');
    await expect.poll(dialog).toBeTruthy();
    await press('j');
    expect(dialog()).toBeUndefined();
    expect(page.reveal).toHaveBeenCalledWith(keyOf('a'));
  });

  test('leads to the options, and says why when that fails', async () => {
    vi.mocked(call).mockRejectedValueOnce(new Error('The extension did not answer.'));
    await press('/');
    await expect.poll(focused).toBe('×');
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(() => dialog()?.textContent).toContain('The extension did not answer.');
    await userEvent.keyboard('{Enter}');
    await expect.poll(dialog).toBeUndefined();
    expect(vi.mocked(call).mock.calls).toEqual([
      ['openOptions', undefined],
      ['openOptions', undefined],
    ]);
  });

  test('closes by a press beside it, and not by one on it', async () => {
    await press('/');
    await expect.poll(dialog).toBeTruthy();
    const at = async (x: number, y: number) =>
      userEvent.click(document.documentElement, { position: { x, y }, force: true });
    const { x, y, width } = dialog()!.getBoundingClientRect();
    await at(x + width / 2, y + 60);
    expect(dialog()).toBeTruthy();
    await at(3, 3);
    await expect.poll(dialog).toBeUndefined();
  });
});

test('nothing is left when it is stopped, and the keys are the site’s', async () => {
  await press('j');
  await press('/');
  keys.stop();
  expect([...document.documentElement.children].filter(({ tagName }) => tagName === 'DIV')).toEqual([]);
  page.reveal.mockClear();
  await press('j');
  expect(page.reveal).not.toHaveBeenCalled();
});
