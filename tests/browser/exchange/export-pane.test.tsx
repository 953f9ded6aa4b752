import '@/components/precheck/precheck.css';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ExportPane } from '@/entrypoints/reports/exchange/export/ExportPane';
import type { ExportScopes } from '@/entrypoints/reports/exchange/export/scopes';
import { postKey } from '@/utils/model/post';
import type { Report } from '@/utils/model/report';
import { ReportIndex } from '@/utils/report-index/report-index';
import { ReportStore } from '@/utils/storage/reports';
import type { StoredReport } from '@/utils/storage/tables';
import { forgetStorage, speak } from '../../support/browser-imports';
import { makePost, makeReport } from '../../support/builders';
import { barriers, show } from './export-support';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const toasts = { toast: undefined, show: vi.fn(), close: () => {} };

let store: ReportStore;
let saved: File[];

beforeEach(() => {
  saved = [];
  store = new ReportStore('0.9.0', crypto.randomUUID());
  forgetStorage();
  toasts.show.mockClear();
  const kept = new Map<string, File>();
  const address = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    const made = address(file);
    if (file instanceof File) kept.set(made, file);
    return made;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(kept.get(this.href)!);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  speak('en');
  store.close();
});

function report(id: string, parts: Partial<Report> = {}): Report {
  const post = makePost({ id: `6${id.padStart(23, '0')}`, title: `帖子 ${id}` });
  return makeReport({
    id,
    post,
    postKey: postKey(post.site, post.kind, post.id),
    status: 'confirmed',
    decidedAt: Date.UTC(2026, 9, 3),
    createdAt: Date.UTC(2026, 9, 2) + Number.parseInt(id, 36),
    ...parts,
  });
}

/** Raises a check that the reader must decide on. */
const private_ = (id: string) => report(id, { note: '联系人电话 13800000000' });

async function open(reports: Report[], parts: Partial<ExportScopes> = {}) {
  await store.addMany(reports);
  const index = new ReportIndex();
  index.put(await store.rows(reports.map(({ id }) => id)));
  const scopes: ExportScopes = {
    all: reports.length,
    view: { ids: new Set(reports.map(({ id }) => id)), filtered: false },
    selection: new Set(),
    ...parts,
  };
  const initialScope = scopes.selection.size > 0 ? 'selection' : 'all';
  show(
    <ExportPane store={store} index={index} scopes={scopes} initialScope={initialScope} toasts={toasts} />,
  );
  await expect.element(page.getByRole('radio', { name: /^CSV/ })).toBeChecked();
}

const rowsOf = async (file: File) => (await file.text()).trimEnd().split('\r\n');

/** Lets everything that asks nothing but a tick pass. */
async function takeAll(): Promise<void> {
  await expect.element(page.getByText('Look at this before the export')).toBeVisible();
  for (const radio of page.getByRole('radio', { name: 'Take them along' }).all()) await radio.click();
}

describe('exporting', () => {
  test('a selection: checked, noted and written by keyboard alone', async () => {
    await open([report('a'), private_('b'), report('c')], { selection: new Set(['a', 'b']) });
    (button('Check and export 2').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() =>
      expect(document.activeElement?.textContent).toBe('Look at this before the export'),
    );
    expect(saved).toEqual([]);
    expect(await barriers()).toEqual([]);
    const group = page.getByRole('radiogroup', { name: /phone|number/i });
    (group.getByRole('radio', { name: 'Leave these out' }).element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.element(button('Export 1')).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await takeAll();
    (button('Export 2').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/^Exported: 2, into qingjian-reports-.*\.csv/)).toBeVisible();
    expect(document.activeElement?.textContent).toBe('Check and export 2 again');
    expect(await rowsOf(saved[0]!)).toHaveLength(3);
    const noted = (await store.get('b'))?.report.overruled ?? [];
    expect(noted.map((each) => [each.check, each.for])).toContainEqual(['private-numbers', 'export']);
    expect((await store.get('c'))?.report.overruled).toBeUndefined();
    expect(toasts.show).not.toHaveBeenCalled();
  });

  test('leaves out what the reader leaves out, and says so', async () => {
    await open([report('a'), private_('b')]);
    await button('Check and export 2').click();
    await takeAll();
    const group = page.getByRole('radiogroup', { name: /phone|number/i });
    await group.getByRole('radio', { name: 'Leave these out' }).click();
    await button('Export 1').click();
    await expect.element(page.getByText('Left out as you chose: 1.')).toBeVisible();
    const text = await saved[0]!.text();
    expect(text).toContain('帖子 a');
    expect(text).not.toContain('帖子 b');
    expect((await store.get('b'))?.report.overruled).toBeUndefined();
  });

  test('asks only once about what was let pass and not changed since', async () => {
    await open([private_('b')]);
    await button('Check and export 1').click();
    await takeAll();
    await button('Export 1').click();
    await expect.element(page.getByText(/^Exported: 1/)).toBeVisible();
    await button('Check and export 1 again').click();
    await vi.waitFor(() => expect(saved).toHaveLength(2));
  });

  test('is given up while it asks, and changes nothing', async () => {
    await open([private_('b')]);
    await button('Check and export 1').click();
    await button('Back').click();
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Check and export 1'));
    expect(page.getByText('Look at this before the export').elements()).toEqual([]);
    expect((await store.get('b'))?.report.overruled).toBeUndefined();
    expect(saved).toEqual([]);
  });

  test('does not go on with what was checked for another file', async () => {
    await open([private_('b')]);
    await button('Check and export 1').click();
    await expect.element(page.getByText('Look at this before the export')).toBeVisible();
    await page.getByRole('radio', { name: 'NDJSON' }).click();
    await vi.waitFor(() => expect(page.getByText('Look at this before the export').elements()).toEqual([]));
  });

  test('a row that is no report is counted, not written', async () => {
    const batches = store.batches.bind(store);
    vi.spyOn(store, 'batches').mockImplementation(async function* () {
      for await (const batch of batches()) yield [...batch, { id: 'x' } as StoredReport];
    });
    await open([report('a')]);
    await button('Check and export 1').click();
    await takeAll();
    await button('Export 1').click();
    await expect.element(page.getByText('Damaged rows not in it: 1.')).toBeVisible();
  });

  test('fails in words, and can be tried again', async () => {
    await open([report('a')]);
    await vi.waitFor(() => expect(document.querySelector('.export-table')).not.toBeNull());
    vi.spyOn(store, 'countScreenshots').mockRejectedValueOnce(new Error('gone'));
    await button('Check and export 1').click();
    await vi.waitFor(() =>
      expect(document.querySelector('[role=alert]')?.textContent).toMatch(/^Not exported\. \S/),
    );
    await button('Check and export 1').click();
    await takeAll();
    await button('Export 1').click();
    await vi.waitFor(() => expect(saved).toHaveLength(1));
  });

  test('tells a reader who has gone elsewhere that the file is there', async () => {
    await open([report('a')]);
    await button('Check and export 1').click();
    await takeAll();
    (button('Export 1').element() as HTMLElement).click();
    show(null);
    await vi.waitFor(() =>
      expect(toasts.show).toHaveBeenCalledWith(expect.stringMatching(/^Exported into /)),
    );
    expect(saved).toHaveLength(1);
  });
});

describe('the choices', () => {
  test('are kept for the next time, and shape the preview and the file', async () => {
    await open([report('a'), report('b'), report('c'), report('d')]);
    const heads = () => [...document.querySelectorAll('.export-table th')].map((each) => each.textContent);
    const bodies = () => document.querySelectorAll('.export-table tbody tr').length;
    await vi.waitFor(() => expect(bodies()).toBe(3));
    expect(document.querySelector('.export-table')?.textContent).not.toContain('帖子 d');
    await page.getByRole('radio', { name: /^My own choice/ }).click();
    await page.getByRole('checkbox', { name: /schema_version/ }).click();
    await vi.waitFor(() => expect(heads()).not.toContain('schema_version'));
    await page.getByRole('radio', { name: 'GB18030' }).click();
    show(null);
    await open([]);
    await expect.element(page.getByRole('radio', { name: /^My own choice/ })).toBeChecked();
    await expect.element(page.getByRole('radio', { name: 'GB18030' })).toBeChecked();
    await expect.element(page.getByText('There is nothing to export.')).toBeVisible();
  });

  test('of a format without a table leave out what is of tables', async () => {
    await open([report('a')]);
    await page.getByRole('radio', { name: 'NDJSON' }).click();
    await vi.waitFor(() =>
      expect(page.getByRole('group', { name: 'Columns of the table' }).elements()).toEqual([]),
    );
    expect(document.querySelector('.export-table')).toBeNull();
    await page.getByRole('checkbox', { name: /^Mask phone/ }).click();
    await button('Check and export 1').click();
    await takeAll();
    await button('Export 1').click();
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    const lines = (await saved[0]!.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toEqual(['qingjian', 'report', 'end']);
    expect(lines[0]).toMatchObject({ masked: true, extension: '0.9.0' });
  });

  test.each([
    ['light', 'en'],
    ['dark', 'zh_CN'],
  ] as const)('have no barriers: %s, %s', async (scheme, language) => {
    document.documentElement.style.colorScheme = scheme;
    await open([report('a')], { selection: new Set(['a']) });
    speak(language);
    await page.getByRole('radio', { name: /12377/ }).click();
    expect(await barriers()).toEqual([]);
    const own = language === 'en' ? /^My own choice/ : /^自己选/;
    await page.getByRole('radio', { name: own }).click();
    expect(await barriers()).toEqual([]);
  });
});
