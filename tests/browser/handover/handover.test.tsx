import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { speak } from '../../support/browser-imports';
import { barriers, file, later, openCases, store } from './support';

const field = (name: RegExp) => page.getByRole('textbox', { name });
const textIn = (name: RegExp) => (field(name).element() as HTMLTextAreaElement).value;
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const focused = () => document.activeElement as HTMLElement;

/** Goes on by Tab until something is reached. */
async function tabTo(what: (element: HTMLElement) => boolean): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await userEvent.tab();
    if (what(focused())) return;
  }
  throw new Error(`Not reached; the focus is on ${focused().outerHTML.slice(0, 200)}`);
}

function drawn(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(8, 8);
  canvas.getContext('2d')!.fillRect(0, 0, 4, 4);
  return canvas;
}

/** Lets everything pass that the check asks to look at. */
async function lookAtEverything(): Promise<void> {
  await expect.element(page.getByRole('heading', { name: 'Look before you hand over' })).toBeVisible();
  await vi.waitFor(() => expect(document.querySelector('.handover-done button')).not.toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (const box of document.querySelectorAll<HTMLInputElement>(
    '.precheck input[type=checkbox]:not(:checked)',
  )) {
    if (box.isConnected) box.click();
  }
}

describe('handing a report over', () => {
  test('fills the form in its order, counts as it is typed, and goes back to what was filled in', async () => {
    const id = await file('1');
    openCases(id);
    await expect.element(page.getByRole('heading', { name: 'Hand over: 标题 1' })).toHaveFocus();
    await expect.element(page.getByRole('radio', { name: /^Xiaohongshu’s own form/ })).toBeChecked();
    await page.getByRole('radio', { name: /^12377, the national/ }).click();
    expect(textIn(/^Name of the site/)).toBe('小红书');
    expect(textIn(/^Addresses of the posts/)).toBe('https://www.xiaohongshu.com/explore/1');
    const filled = textIn(/^What is reported/);
    expect(filled).toContain('《标题 1》');
    await expect.element(page.getByText(`${filled.length}/500 characters`)).toBeVisible();
    await field(/^What is reported/).fill('长'.repeat(512));
    await expect.element(page.getByText('12 characters too many')).toBeVisible();
    await button('Back to the text that was filled in').click();
    expect(textIn(/^What is reported/)).toBe(filled);
    await page.getByRole('radio', { name: '200 characters' }).click();
    await expect.element(page.getByText(/\/200 characters/)).toBeVisible();
    expect(textIn(/^What is reported/).length).toBeLessThanOrEqual(200);
  });

  test('keeps what was typed when the report is looked at meanwhile', async () => {
    const id = await file('1');
    openCases(id);
    await field(/^Further explanation/).fill('已核对三条');
    await button('Back to the cases').click();
    await expect.element(page.getByText('Nothing has been handed in yet')).toBeVisible();
    openCases(id);
    window.dispatchEvent(new PopStateEvent('popstate'));
    await vi.waitFor(() => expect(textIn(/^Further explanation/)).toBe('已核对三条'));
  });

  test('links to the official page, asks nothing of the person, and says who cannot use an entry', async () => {
    openCases(await file('1'));
    await page.getByRole('radio', { name: /matters of firms/ }).click();
    const link = page.getByRole('link', { name: /Open the official page/ }).element() as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).toEqual(['https://www.12377.cn/', '_blank', 'noreferrer']);
    await expect.element(page.getByText(/^Only the firm itself or its agent/)).toBeVisible();
    expect(
      page.getByRole('textbox', { name: /telephone|Licence|characters in the picture/ }).elements(),
    ).toEqual([]);
  });

  test('copies a field, and selects the text where the browser refuses', async () => {
    openCases(await file('1'));
    await lookAtEverything();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce(undefined);
    await button('Copy: Addresses of the posts (one per line)').click();
    expect(write).toHaveBeenCalledWith('https://www.xiaohongshu.com/explore/1');
    await expect.element(page.getByText('Copied')).toBeVisible();
    write.mockRejectedValueOnce(new Error('denied'));
    await button('Copy: Addresses of the posts (one per line)').click();
    await expect.element(page.getByText(/press Ctrl\+C/)).toBeVisible();
    const area = field(/^Addresses/).element() as HTMLTextAreaElement;
    expect([area.selectionStart, area.selectionEnd]).toEqual([0, area.value.length]);
    write.mockRestore();
  });

  test('saves pictures one by one under names that tell them apart, and says how many the form takes', async () => {
    const picture = await drawn().convertToBlob({ type: 'image/webp' });
    openCases(await file('1', {}, picture));
    await page.getByRole('radio', { name: /^12377, the national/ }).click();
    await lookAtEverything();
    await expect.element(page.getByText('The form takes at most 3; there are 1 pictures')).toBeVisible();
    const saved: string[] = [];
    const press = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    await page.getByRole('button', { name: /^Save to disk: picture 1/ }).click();
    expect(saved).toEqual(['qingjian-picture-1.webp']);
    await expect.element(page.getByText('Picture 1 was given to the browser’s downloads')).toBeVisible();
    press.mockRestore();
  });

  test('masks what the check found in every text, also in what was typed', async () => {
    openCases(await file('1', { title: '偶遇@山间小溪 的老人' }));
    await vi.waitFor(() => expect(textIn(/^Further explanation/)).toContain('@山间小溪'));
    const mask = page.getByRole('checkbox', { name: /^Mask/ }).first();
    await mask.click();
    await vi.waitFor(() => expect(textIn(/^Further explanation/)).not.toContain('山间小溪'));
    expect(textIn(/^Further explanation/)).toContain('***');
    await field(/^Further explanation/).fill('见@山间小溪 的主页');
    await vi.waitFor(() => expect(textIn(/^Further explanation/)).toBe('见@*** 的主页'));
  });

  test('a cluster becomes one case, by keyboard alone', async () => {
    const text = { text: '路上偶遇拾荒老人，我塞给他两千块，没有剧本，关注看后续。', title: '偶遇一位老人' };
    const ids = [await file('1', text), await file('2', text), await file('3', text)];
    openCases(ids[0]);
    await expect.element(page.getByText('Copies that go along: 2 of 2')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: /^Hand over:/ })).toHaveFocus();
    await vi.waitFor(() => expect(document.querySelector('.precheck, .handover-section p')).not.toBeNull());
    await new Promise((resolve) => setTimeout(resolve, 200));
    while (document.querySelector('.precheck input[type=checkbox]:not(:checked)')) {
      await tabTo((element) => element.matches('.precheck input[type=checkbox]:not(:checked)'));
      await userEvent.keyboard(' ');
    }
    await tabTo((element) => element.matches('.handover-channels input'));
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('radio', { name: /^12377, the national/ })).toBeChecked();
    expect(textIn(/^Addresses of the posts/).split('\n')).toHaveLength(3);
    await tabTo((element) => element.closest('label')?.textContent === 'Query code');
    await userEvent.keyboard('A1B2C3{Enter}');
    await expect.element(page.getByText('A1B2C3')).toBeVisible();
    const reports = await Promise.all(ids.map(async (each) => (await store.get(each))!.report));
    expect(new Set(reports.map(({ handovers }) => handovers?.[0]?.id)).size).toBe(1);
    expect(reports[1]!.handovers).toMatchObject([{ channel: '12377', queryCode: 'A1B2C3', outcome: 'open' }]);
    expect(reports[1]!.handovers![0]!.posts).toHaveLength(3);
    expect(reports.map(({ status }) => status)).toEqual(['submitted', 'submitted', 'submitted']);
    expect(reports[0]!.overruled?.every((each) => each.for === 'handover')).toBe(true);
    expect(document.querySelectorAll('.case')).toHaveLength(1);
  });

  test('has no barriers, in both languages and schemes, wide and narrow', async () => {
    const id = await file('1');
    openCases(id);
    await vi.waitFor(() => expect(document.querySelector('.handover-done')).not.toBeNull());
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.setProperty('color-scheme', scheme);
      await page.viewport(scheme === 'light' ? 1440 : 390, 900);
      expect(await barriers()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    }
    speak('zh_CN');
    await page.viewport(800, 900);
    openCases(await file('2'));
    window.dispatchEvent(new PopStateEvent('popstate'));
    await expect.element(page.getByRole('heading', { name: '递交：标题 2' })).toBeVisible();
    expect(await barriers()).toEqual([]);
  });
});

describe('the cases', () => {
  async function handIn(ids: readonly string[], parts: { queryCode?: string; at?: number } = {}) {
    const at = parts.at ?? store.now();
    const posts = await Promise.all(ids.map(async (id) => (await store.get(id))!.report.postKey));
    const handover = {
      id: crypto.randomUUID(),
      channel: '12377',
      queryCode: '',
      outcome: 'open',
      note: '',
      ...parts,
    };
    await store.editMany(ids, { action: 'handover', handover: { ...handover, outcome: 'open', at, posts } });
  }

  test('stand oldest first with age and code, and a revisit shows how the posts are now', async () => {
    const [a, b, c] = [await file('1'), await file('2'), await file('3')];
    await handIn([b, c], { queryCode: 'OLD-1' });
    later(9);
    await store.recordVisit({ reportId: b, changes: ['gone'] });
    await handIn([a]);
    openCases();
    await expect.element(page.getByText('OLD-1')).toBeVisible();
    await vi.waitFor(() => expect(document.querySelectorAll('.case-found')).toHaveLength(2));
    const rows = [...document.querySelectorAll('.case')].map((row) => row.textContent);
    expect(rows[0]).toMatch(/^\d+ days 12377.*Query code OLD-1.*标题 3.*标题 2/);
    expect(rows[0]).toMatch(/Seen since: no change noted \(1\), gone \(1\)/);
    expect(rows[1]).toMatch(/No query code/);
    await store.recordVisit({ reportId: a, changes: ['labelled'] });
    await expect.element(page.getByText('Label added', { exact: false }).first()).toBeVisible();
    expect(await barriers()).toEqual([]);
  });

  test('an outcome is noted for all posts of a case by keyboard, and can be taken back', async () => {
    const ids = [await file('1'), await file('2')];
    await handIn(ids, { queryCode: 'Q-7' });
    openCases();
    await expect.element(button('Note the outcome…')).toBeVisible();
    (button('Note the outcome…').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focused().tagName).toBe('SELECT'));
    await userEvent.keyboard('{Escape}');
    expect(focused().textContent).toBe('Note the outcome…');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focused().tagName).toBe('SELECT'));
    await userEvent.selectOptions(focused() as HTMLSelectElement, 'removed');
    expect(await barriers()).toEqual([]);
    await tabTo((element) => (element as HTMLInputElement).labels?.[0]?.textContent === 'Note');
    await userEvent.keyboard('短信通知{Enter}');
    await expect.element(page.getByText('No case is waiting.')).toBeVisible();
    await vi.waitFor(() => expect(focused().className).toBe('cases'));
    for (const id of ids) {
      const { report, history } = (await store.get(id))!;
      expect(report.handovers).toMatchObject([{ outcome: 'removed', note: '短信通知', queryCode: 'Q-7' }]);
      expect(report.handovers![0]!.outcomeAt).toBeGreaterThan(0);
      await store.undoEntries([history.at(-1)!.seq]);
    }
    await expect.element(page.getByText('No case has been answered yet.')).toBeVisible();
  });
});
