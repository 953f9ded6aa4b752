import axe from 'axe-core';
import { options, render } from 'preact';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ReportStore } from '@/utils/storage/reports';
import { makePost, makeReport } from '../../support/builders';
import { CSS, type HarnessProps, Live } from './harness';

const told = vi.hoisted(() => ({ keys: [] as string[], off: false }));
vi.mock('@/utils/storage/settings', () => ({
  storedKeys: {
    getValue: async () => ({ off: told.off, bindings: {} }),
    watch: () => () => undefined,
  },
  decidedElsewhere: {
    setValue: async ({ keys }: { keys: string[] }) => void told.keys.push(...keys),
  },
}));

let style: HTMLStyleElement;
let root: HTMLElement;
let store: ReportStore;
let databases = 0;

beforeEach(async () => {
  await page.viewport(1280, 800);
  style = Object.assign(document.createElement('style'), { textContent: CSS });
  document.head.append(style);
  root = document.createElement('div');
  document.body.append(root);
  told.keys = [];
  told.off = false;
  store = new ReportStore('0.1.0', `triage-${Date.now()}-${++databases}`);
});
afterEach(() => {
  render(null, root);
  store.close();
  style.remove();
  root.remove();
});

/** Reports `a`, `b`, … newest first; `b` and `e` tell the same. */
const TEXTS: Record<string, string> = {
  a: '门口的老人每天等他放学，今天他终于停下来问了一句话',
  b: '街边小摊老板说这锅汤熬了三十年，喝一口就再也忘不掉，评论区见',
  c: '三天学会剪辑，零基础也能接单，名额只剩最后十个',
  d: '今天的晚霞像打翻了颜料盘，随手一拍都是壁纸',
  e: '街边小摊老板说这锅汤熬了三十年，喝一口就再也忘不掉，评论区见',
};
async function fill() {
  await store.addMany(
    Object.entries(TEXTS).map(([id, text], i) =>
      makeReport({
        id,
        post: makePost({ id, title: `标题${id}`, text }),
        createdAt: Date.UTC(2026, 10, 20) - i * 60_000,
        updatedAt: Date.UTC(2026, 10, 20) - i * 60_000,
      }),
    ),
  );
}
async function show(props: Partial<HarnessProps> = {}) {
  await fill();
  render(<Live {...props} store={store} />, root);
  await soon(() => expect(rows().length).toBe(5));
  await soon(() => expect(root.querySelector('.queue-skeleton')).toBeNull());
  grid().focus();
  await soon(() => expect(current()).toBe('a'));
}

const soon = (check: () => void) => vi.waitFor(check, 5_000);
const grid = () => root.querySelector<HTMLElement>('[role="grid"]')!;
const rows = () => [...root.querySelectorAll<HTMLElement>('.queue-body [role="row"]')];
const idOf = (row: Element) => row.id.replace('queue-row-', '');
const current = () => grid().getAttribute('aria-activedescendant')?.replace('queue-row-', '');
const picked = () =>
  rows().flatMap((row) => (row.getAttribute('aria-selected') === 'true' ? [idOf(row)] : []));
const opened = () => root.querySelector('h2')?.textContent;
const statuses = async () => {
  const all = (await store.page(undefined, 100)) as { id: string; status: string }[];
  return Object.fromEntries(all.flatMap(({ id, status }) => (status === 'new' ? [] : [[id, status]])));
};
/** A real press on something inside the table. */
function press(element: Element, modifiers: ('Shift' | 'Control')[] = []) {
  const [box, frame] = [element.getBoundingClientRect(), grid().getBoundingClientRect()];
  const position = { x: box.x - frame.x + 20, y: box.y - frame.y + 12 };
  return userEvent.click(grid(), { position, modifiers });
}
const said = () =>
  [...root.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join('|');

describe('by keys alone', () => {
  test('decisions move on, are told with their title, and are taken back one after another', async () => {
    await show();
    await userEvent.keyboard('cds');
    await soon(() => expect(said()).toContain('Submitted: 标题c'));
    expect(await statuses()).toEqual({ a: 'confirmed', b: 'dismissed', c: 'submitted' });
    expect(current()).toBe('d');
    expect(told.keys).toHaveLength(3);
    await userEvent.keyboard('z');
    await soon(() => expect(said()).toContain('Taken back: Submitted: 标题c'));
    await userEvent.keyboard('{Control>}z{/Control}z');
    await soon(() => expect(said()).toContain('Taken back: Confirmed: 标题a'));
    expect(await statuses()).toEqual({});
    await userEvent.keyboard('z');
    await soon(() => expect(said()).toContain('Nothing to undo'));
  });

  test('a report changed twice is taken back to where it was, step by step', async () => {
    await show();
    await userEvent.keyboard('ckd');
    await soon(async () => expect(await statuses()).toEqual({ a: 'dismissed' }));
    await userEvent.keyboard('z');
    await soon(async () => expect(await statuses()).toEqual({ a: 'confirmed' }));
    await userEvent.keyboard('z');
    await soon(async () => expect(await statuses()).toEqual({}));
  });

  test('where decided rows leave the view, the next row stands in and the focus stays', async () => {
    await show({ query: { statuses: ['new'] } });
    await userEvent.keyboard('jc');
    await soon(() => expect(rows().map(idOf)).toEqual(['a', 'c', 'd', 'e']));
    expect(current()).toBe('c');
    await userEvent.keyboard('{End}c');
    await soon(() => expect(rows().map(idOf)).toEqual(['a', 'c', 'd']));
    expect(current()).toBe('d');
    expect(document.activeElement).toBe(grid());
    for (const left of [2, 1]) {
      await userEvent.keyboard('c');
      await soon(() => expect(rows().length).toBe(left));
    }
    await userEvent.keyboard('c');
    await soon(() => expect(root.textContent).toContain('No report fits these filters'));
    expect(root.querySelector('.queue')!.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('zz');
    await soon(() => expect(rows().length).toBe(2));
  });

  test('an open report follows the keys, and Escape leads back', async () => {
    await show();
    await userEvent.keyboard('jo');
    await soon(() => expect(opened()).toBe('b'));
    expect(document.activeElement).toBe(grid());
    await userEvent.keyboard('j');
    await soon(() => expect(opened()).toBe('c'));
    await userEvent.keyboard('c');
    await soon(() => expect(opened()).toBe('d'));
    expect(root.querySelector('[aria-current="true"]')?.id).toBe('queue-row-d');
    await userEvent.keyboard('{Escape}');
    await soon(() => expect(opened()).toBeUndefined());
    expect(document.activeElement).toBe(grid());
    await userEvent.keyboard('{Enter}');
    await soon(() => expect(opened()).toBe('d'));
    await page.getByRole('button', { name: 'Back' }).click();
    await soon(() => expect(document.activeElement).toBe(grid()));
  });

  test('a key counts from the row that was opened, also before what comes after painting', async () => {
    await show();
    const later = options.requestAnimationFrame;
    options.requestAnimationFrame = (run) => setTimeout(run, 500);
    onTestFinished(() => void Object.assign(options, { requestAnimationFrame: later }));
    await userEvent.keyboard('jo');
    await soon(() => expect(opened()).toBe('b'));
    await userEvent.keyboard('j');
    await soon(() => expect(opened()).toBe('c'));
  });

  test('a note is written in the report, where no key decides', async () => {
    await show();
    await userEvent.keyboard('jn');
    await soon(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Note'));
    await userEvent.keyboard('cdsxz');
    expect((document.activeElement as HTMLTextAreaElement).value).toBe('cdsxz');
    expect(await statuses()).toEqual({});
    await userEvent.keyboard('{Escape}');
    expect(opened()).toBe('b');
  });

  test('a range is selected, decided in one write, and taken back in one step', async () => {
    const edits = vi.spyOn(store, 'editMany');
    await show();
    await userEvent.keyboard('x{Shift>}jj{/Shift}');
    await soon(() => expect(picked()).toEqual(['a', 'b', 'c']));
    await userEvent.keyboard('{Shift>}k{/Shift}');
    await soon(() => expect(picked()).toEqual(['a', 'b']));
    expect(said()).toContain('Selected: 2');
    await userEvent.keyboard('c');
    await soon(() => expect(said()).toContain('Confirmed: 2 reports'));
    expect(edits).toHaveBeenCalledOnce();
    await soon(() => expect(picked()).toEqual([]));
    await page.getByRole('button', { name: /Undo \(/ }).click();
    await soon(async () => expect(await statuses()).toEqual({}));
  });

  test('copies as one row are decided together, and that is said', async () => {
    await show();
    await userEvent.keyboard('g');
    await soon(() => expect(rows().map(idOf)).toEqual(['a', 'b', 'c', 'd']));
    expect(rows()[1]?.textContent).toContain('×2');
    await userEvent.keyboard('jd');
    await soon(() => expect(said()).toContain('Dismissed: 2 copies of “标题b”'));
    expect(await statuses()).toEqual({ b: 'dismissed', e: 'dismissed' });
  });

  test('tags and a reviewer are given in dialogs that keep the focus and give it back', async () => {
    await show();
    await userEvent.keyboard('t');
    await soon(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    expect((await axe.run(root)).violations.filter(({ impact }) => impact === 'serious')).toEqual([]);
    await userEvent.keyboard('#待复核，摆拍{Enter}');
    await soon(() => expect(said()).toContain('Tagged #待复核, 摆拍'));
    await soon(() => expect(document.activeElement).toBe(grid()));
    await userEvent.keyboard('a');
    await soon(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await userEvent.keyboard('小林{Enter}');
    await soon(() => expect(said()).toContain('Assigned to 小林'));
    await soon(() => expect(rows()[0]?.textContent).toContain('小林#待复核 #摆拍'));
    await userEvent.keyboard('zz');
    await soon(() => expect(rows()[0]?.textContent).not.toContain('#'));
  });

  test('the own name is assigned at once', async () => {
    await show({ reviewer: '小周' });
    await userEvent.keyboard('a');
    await soon(() => expect(rows()[0]?.textContent).toContain('小周'));
  });

  test('deleted reports come back whole', async () => {
    await show();
    await userEvent.keyboard('{Delete}');
    await soon(() => expect(rows().map(idOf)).toEqual(['b', 'c', 'd', 'e']));
    expect(current()).toBe('b');
    await userEvent.keyboard('z');
    await soon(() => expect(rows().map(idOf)).toEqual(['a', 'b', 'c', 'd', 'e']));
  });

  test('the list of keys opens and closes, and the search has its key', async () => {
    await show();
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Keys of the queue' })).toBeVisible();
    await userEvent.keyboard('c{Escape}');
    await soon(() => expect(document.activeElement).toBe(grid()));
    expect(await statuses()).toEqual({});
    await userEvent.keyboard('/');
    expect(document.activeElement?.getAttribute('type')).toBe('search');
  });

  test('keys that the reader has turned off decide nothing, and those of the table go on', async () => {
    told.off = true;
    await show();
    await userEvent.keyboard('cj?{ArrowDown} ');
    await soon(() => expect(picked()).toEqual(['b']));
    expect(await statuses()).toEqual({});
    expect(root.querySelector('dialog')).toBeNull();
  });
});

describe('what cannot be stored', () => {
  test('is told, and the queue goes back to the report', async () => {
    await show();
    vi.spyOn(store, 'editMany').mockRejectedValueOnce(new Error('full'));
    await userEvent.keyboard('c');
    await soon(() => expect(root.querySelector('[role="alert"]')?.textContent).toContain('Not saved.'));
    await soon(() => expect(current()).toBe('a'));
    expect(await statuses()).toEqual({});
  });

  test('a tag that was not stored stays in its dialog', async () => {
    await show();
    vi.spyOn(store, 'editMany').mockRejectedValueOnce(new Error('full'));
    await userEvent.keyboard('t');
    await soon(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await userEvent.keyboard('摆拍{Enter}');
    await soon(() => expect(root.querySelector('[role="alert"]')).not.toBeNull());
    expect((document.activeElement as HTMLInputElement).value).toBe('摆拍');
  });
});

describe('a row that cannot be read', () => {
  test('stands first, is not decided, and is removed and put back by keys', async () => {
    await store.addMany([
      { ...makeReport({ id: 'bad', post: makePost({ id: 'bad' }), createdAt: 1 }), note: 7 as never },
    ]);
    await fill();
    render(<Live store={store} />, root);
    await soon(() => expect(rows().map(idOf)).toEqual(['bad', 'a', 'b', 'c', 'd', 'e']));
    expect(rows()[0]?.textContent).toContain('note: expected');
    grid().focus();
    await soon(() => expect(current()).toBe('bad'));
    expect((await axe.run(root)).violations.filter(({ impact }) => impact === 'serious')).toEqual([]);
    await userEvent.keyboard('xc');
    await soon(() => expect(said()).toContain('A damaged row cannot be decided'));
    expect(current()).toBe('bad');
    await userEvent.keyboard('{Delete}');
    await soon(() => expect(rows().map(idOf)).toEqual(['a', 'b', 'c', 'd', 'e']));
    expect(current()).toBe('a');
    await userEvent.keyboard('z');
    await soon(() => expect(rows().map(idOf)).toEqual(['bad', 'a', 'b', 'c', 'd', 'e']));
    expect(current()).toBe('a');
  });
});

test('without any report it says what to do', async () => {
  render(<Live store={store} />, root);
  await expect.element(page.getByText('No reports yet')).toBeVisible();
  expect(
    page
      .getByRole('link')
      .elements()
      .map((link) => link.getAttribute('href')),
  ).toEqual(['/options.html', '/campaigns.html']);
});

describe('by pointer', () => {
  test('a press opens, on the box it selects, with Shift it selects a range', async () => {
    await show();
    await press(rows()[1]!.querySelector('.queue-title')!);
    await soon(() => expect(opened()).toBe('b'));
    expect(document.activeElement).toBe(grid());
    await userEvent.keyboard('{Escape}');
    await press(rows()[0]!.querySelector('.queue-cell-box')!);
    await press(rows()[2]!.querySelector('.queue-title')!, ['Shift']);
    await soon(() => expect(picked()).toEqual(['a', 'b', 'c']));
    await press(rows()[1]!.querySelector('.queue-title')!, ['Control']);
    await soon(() => expect(picked()).toEqual(['a', 'c']));
    expect(opened()).toBeUndefined();
    await page.getByRole('checkbox', { name: 'Select all that fit' }).click();
    await soon(() => expect(said()).toContain('All 5 selected'));
  });
});
