import 'fake-indexeddb/auto';
import '../../support/cleanup';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '@/entrypoints/reports/App';
import { StorageError } from '@/utils/errors';
import * as download from '@/utils/export/download';
import { ReportStore } from '@/utils/storage/reports';
import { decidedElsewhere } from '@/utils/storage/settings';
import { makeDraft, makePost } from '../../support/builders';
import { testNames } from '../../support/names';
import { useLanguage } from '../../support/setup';

let store: ReportStore;
let databases = 0;
let time = 0;

beforeEach(() => {
  history.replaceState(null, '', '/reports.html');
  store = new ReportStore('0.1.0', `app-${++databases}`, () => ++time);
});
afterEach(() => {
  store.close();
});

async function fileTwo() {
  await store.file(makeDraft());
  await store.file(
    makeDraft({
      post: makePost({
        site: 'zhihu',
        kind: 'answer',
        id: '7',
        title: 'AI变现课',
      }),
      findings: [],
      categories: [],
    }),
  );
}
const row = (name: RegExp) => screen.findByRole('button', { name });
const pane = () => screen.getByRole('region', { name: 'Report details' });

describe('the reports page', () => {
  test('says what to do while there is no report, and shows one that is filed elsewhere', async () => {
    render(<App store={store} names={testNames} />);
    await screen.findByText('No reports yet');
    expect(screen.getByText(/press Report on a marked post/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Export/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'Campaigns' }).getAttribute('href')).toBe('/campaigns.html');
    await store.file(makeDraft());
    await row(/偶遇一位老人/);
  });

  test('lists newest first and narrows by text', async () => {
    await fileTwo();
    render(<App store={store} names={testNames} />);
    const list = await screen.findByRole('list', { name: 'Reports' });
    expect(
      within(list)
        .getAllByRole('button')
        .map((each) => each.textContent?.slice(0, 4)),
    ).toEqual(['AI变现', '偶遇一位']);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), '变现');
    expect(within(list).getAllByRole('button')).toHaveLength(1);
    expect(screen.getByText('1 of 2 shown')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Site' }), 'Xiaohongshu (1)');
    expect(within(list).getByRole('button').textContent).toContain('偶遇');
    await userEvent.click(screen.getByRole('radio', { name: /Submitted/ }));
    expect(screen.getByText('No report fits these filters')).toBeTruthy();
  });

  test('opens a report and changes its status for good', async () => {
    await fileTwo();
    render(<App store={store} names={testNames} />);
    await userEvent.click(await row(/偶遇一位老人/));
    await userEvent.click(await within(pane()).findByRole('button', { name: 'Confirmed' }));
    await within(pane()).findByRole('button', {
      name: 'Confirmed',
      pressed: true,
    });
    expect((await store.list()).map(({ status }) => status)).toEqual(['new', 'confirmed']);
    expect(screen.getAllByText('Status is now: Confirmed')).toBeTruthy();
    expect(location.hash).toMatch(/^#report\//);
  });

  test('going back leads to the row that was opened', async () => {
    await fileTwo();
    render(<App store={store} names={testNames} />);
    await userEvent.click(await row(/偶遇一位老人/));
    await userEvent.click(within(pane()).getByRole('button', { name: 'Back to the list' }));
    await screen.findByText('Choose a report to see its evidence');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('偶遇一位老人'));
    expect(location.hash).toBe('');
  });

  test('deletes with undo', async () => {
    await fileTwo();
    render(<App store={store} names={testNames} />);
    await userEvent.click(await row(/偶遇一位老人/));
    await userEvent.click(await within(pane()).findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /偶遇一位老人.*New/ })).toBeNull());
    expect(document.activeElement?.tagName).toBe('H1');
    await userEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await row(/偶遇一位老人.*New/);
    expect(await store.count()).toBe(2);
  });

  test('tells open pages of a report that is deleted, and of its return', async () => {
    await fileTwo();
    const heard: (string[] | undefined)[] = [];
    decidedElsewhere.watch((news) => void heard.push(news?.keys));
    render(<App store={store} names={testNames} />);
    await userEvent.click(await row(/偶遇一位老人/));
    await userEvent.click(await within(pane()).findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(heard).toEqual([[makePost().key]]));
    await userEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(heard).toEqual([[makePost().key], [makePost().key]]));
  });

  test('shows a visit that is noted while the report is open', async () => {
    await fileTwo();
    render(<App store={store} names={testNames} />);
    await userEvent.click(await row(/偶遇一位老人/));
    await within(pane()).findByRole('button', { name: 'Delete' });
    expect(within(pane()).queryByRole('heading', { name: 'Seen again' })).toBeNull();
    const report = await store.findByPost(makePost().key);
    await store.recordVisit({
      reportId: report!.id,
      changes: ['edited'],
      text: '改过的正文',
      labels: makePost().labels,
    });
    await within(pane()).findByRole('heading', { name: 'Seen again' });
    expect(within(pane()).getByText('text edited')).toBeTruthy();
  });

  test('exports what is filtered or everything, and says how many', async () => {
    await fileTwo();
    const saved = vi.spyOn(download, 'saveFile').mockReturnValue();
    render(<App store={store} names={testNames} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Export all 2 (CSV)' }));
    await screen.findAllByText(/Exported: 2, into qingjian-reports-.*\.csv/);
    await userEvent.type(screen.getByRole('searchbox'), '变现');
    await userEvent.click(screen.getByRole('button', { name: 'Export the 1 filtered (CSV)' }));
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(2));
    const [all, one] = await Promise.all(saved.mock.calls.map(([file]) => file.text()));
    expect(all).toContain('虚假摆拍');
    expect(one).toContain('AI变现课');
    expect(one).not.toContain('偶遇一位老人');
  });

  test('a refused write is a notice, not silence', async () => {
    await fileTwo();
    render(<App store={store} names={testNames} />);
    await userEvent.click(await row(/偶遇一位老人/));
    vi.spyOn(store, 'edit').mockRejectedValue(new StorageError('full', new Error('no space')));
    await userEvent.click(await within(pane()).findByRole('button', { name: 'Dismissed' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
  });

  test('a database that cannot be read is a notice with a way to try again', async () => {
    const list = vi.spyOn(store, 'list').mockRejectedValue(new StorageError('closed', new Error('closed')));
    render(<App store={store} names={testNames} />);
    expect((await screen.findByRole('alert')).textContent).toContain('The reports could not be read');
    list.mockRestore();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('No reports yet');
  });

  test('the slash key goes to the search', async () => {
    await fileTwo();
    render(<App store={store} names={testNames} />);
    await row(/偶遇一位老人/);
    await waitFor(async () => {
      await userEvent.keyboard('/');
      expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    });
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
  });

  test('speaks Chinese', async () => {
    useLanguage('zh_CN');
    await fileTwo();
    render(<App store={store} names={testNames} />);
    await row(/偶遇一位老人.*待处理.*虚假摆拍.*小红书/);
    expect(screen.getByRole('button', { name: '导出全部 2 条（CSV）' })).toBeTruthy();
  });
});
