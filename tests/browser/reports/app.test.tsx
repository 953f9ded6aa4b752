import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StorageError } from '@/utils/errors';
import { decidedElsewhere } from '@/utils/storage/settings';
import { speak } from '../../support/browser-imports';
import { makeDraft, makePost } from '../../support/builders';
import {
  button,
  fileTwo,
  grid,
  openPage,
  openQueue,
  openReport,
  pane,
  row,
  said,
  soon,
  statuses,
  store,
  TITLES,
  titles,
} from './page';

describe('the first time', () => {
  test('it says what to do, and shows a report that is filed elsewhere', async () => {
    openPage();
    await expect.element(page.getByRole('heading', { name: 'No reports yet' })).toBeVisible();
    await expect.element(page.getByRole('listitem').first()).toBeVisible();
    expect(document.querySelector('main li')?.textContent).toContain('Open a supported site');
    expect(document.body.textContent).not.toMatch(/\d rows?/);
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    expect(links.slice(0, 2)).toEqual(['/options.html', '/campaigns.html']);
    await store.file(makeDraft());
    await soon(() => expect(titles()).toEqual([TITLES.staged]));
  });

  test('a browser that may clear the data is named, and the way to ask it is one press away', async () => {
    vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(false);
    openPage();
    await userEvent.click(page.getByRole('link', { name: 'Ask it to keep them' }));
    await expect.element(page.getByRole('heading', { name: 'Storage' })).toBeVisible();
  });

  test('one that has promised to keep them is not', async () => {
    vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(true);
    openPage();
    await expect.element(page.getByRole('heading', { name: 'No reports yet' })).toBeVisible();
    await soon(() => expect(navigator.storage.persisted).toHaveBeenCalled());
    expect(page.getByRole('link', { name: 'Ask it to keep them' }).query()).toBeNull();
  });

  test('it speaks Chinese', async () => {
    speak('zh_CN');
    await fileTwo();
    await openQueue(2);
    expect(row(TITLES.staged).textContent).toMatch(/待处理.*小红书.*虚假摆拍/);
    await expect.element(page.getByRole('link', { name: '导出与合并' })).toBeVisible();
  });
});

describe('the queue', () => {
  test('is newest first, and narrows by words and by status', async () => {
    await fileTwo();
    await openQueue(2);
    expect(titles()).toEqual([TITLES.course, TITLES.staged]);
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search' }), '变现');
    await soon(() => expect(titles()).toEqual([TITLES.course]));
    await soon(() => expect(said()).toContain('1 of 2 shown'));
    await userEvent.clear(page.getByRole('searchbox', { name: 'Search' }));
    await soon(() => expect(titles()).toHaveLength(2));
    await userEvent.click(button(/^Submitted/));
    await expect.element(page.getByText('No report fits these filters')).toBeVisible();
    await userEvent.click(page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last());
    await soon(() => expect(titles()).toHaveLength(2));
  });

  test('a report opens beside it, is decided for good, and that is taken back', async () => {
    const { staged } = await fileTwo();
    await openQueue(2);
    await openReport(TITLES.staged);
    expect(location.hash).toBe(`#report/${staged}`);
    await userEvent.click(pane().getByRole('button', { name: 'Confirmed' }));
    await expect.element(pane().getByRole('button', { name: 'Confirmed', pressed: true })).toBeVisible();
    expect(await statuses()).toEqual({ [TITLES.staged]: 'confirmed', [TITLES.course]: 'new' });
    await soon(() => expect(row(TITLES.staged).textContent).toContain('Confirmed'));
    await userEvent.click(button(/^Undo \(/));
    await soon(async () => expect((await statuses())[TITLES.staged]).toBe('new'));
  });

  test('Back leads from a report to its row', async () => {
    const { staged } = await fileTwo();
    await openQueue(2);
    await openReport(TITLES.staged);
    history.back();
    await expect.element(pane()).not.toBeInTheDocument();
    expect(grid().getAttribute('aria-activedescendant')).toBe(`queue-row-${staged}`);
    history.forward();
    await expect.element(pane().getByRole('heading', { name: TITLES.staged })).toBeVisible();
    await userEvent.click(button('Close the report'));
    await expect.element(pane()).not.toBeInTheDocument();
    await soon(() => expect(document.activeElement).toBe(grid()));
    expect(location.hash).toBe('#queue');
  });

  test('a report is deleted and put back, and open pages of its post hear of both', async () => {
    await fileTwo();
    const heard: (string[] | undefined)[] = [];
    const unwatch = decidedElsewhere.watch((news) => heard.push(news?.keys));
    await openQueue(2);
    await openReport(TITLES.staged);
    await userEvent.click(pane().getByRole('button', { name: 'Delete' }));
    await soon(() => expect(titles()).toEqual([TITLES.course]));
    await expect.element(pane()).not.toBeInTheDocument();
    await soon(() => expect(document.activeElement).not.toBe(document.body));
    await soon(() => expect(heard).toEqual([[makePost().key]]));
    await userEvent.click(button(/^Undo \(/));
    await soon(() => expect(titles()).toEqual([TITLES.course, TITLES.staged]));
    await soon(() => expect(heard).toEqual([[makePost().key], [makePost().key]]));
    unwatch();
  });

  test('the last report is deleted and put back by key', async () => {
    await store.file(makeDraft());
    await openQueue(1);
    grid().focus();
    await userEvent.keyboard('{Delete}');
    await expect.element(page.getByRole('heading', { name: 'No reports yet' })).toBeVisible();
    await userEvent.keyboard('z');
    await soon(() => expect(titles()).toEqual([TITLES.staged]));
  });

  test('a visit that is noted while its report is open shows at once', async () => {
    const { staged } = await fileTwo();
    await openQueue(2);
    await openReport(TITLES.staged);
    expect(pane().getByRole('heading', { name: 'Seen again' }).query()).toBeNull();
    const { labels } = makePost();
    await store.recordVisit({ reportId: staged, changes: ['edited'], text: '改过的正文', labels });
    await expect.element(pane().getByRole('heading', { name: 'Seen again' })).toBeVisible();
  });
});

describe('what fails', () => {
  const alarm = () => document.querySelector('[role="alert"]')?.textContent;

  test('a refused write is said with its reason, and nothing is changed', async () => {
    await fileTwo();
    await openQueue(2);
    await openReport(TITLES.staged);
    vi.spyOn(store, 'editMany').mockRejectedValue(new StorageError('full', new Error('no space')));
    await userEvent.click(pane().getByRole('button', { name: 'Dismissed' }));
    await soon(() => expect(alarm()).toMatch(/^Not saved\. The disk.* is full/));
    vi.restoreAllMocks();
    await userEvent.click(pane().getByRole('button', { name: 'Dismissed' }));
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    expect((await statuses())[TITLES.staged]).toBe('dismissed');
  });

  test('a database that cannot be read is said, and is read again when asked', async () => {
    await fileTwo();
    vi.spyOn(store, 'page').mockRejectedValue(new StorageError('closed', new Error('closed')));
    openPage();
    await soon(() => expect(alarm()).toMatch(/^The reports could not be read\..*closed the local database/));
    expect(page.getByText('No reports yet').query()).toBeNull();
    vi.restoreAllMocks();
    await userEvent.click(button('Try again'));
    await soon(() => expect(titles()).toHaveLength(2));
    expect(page.getByRole('alert').query()).toBeNull();
  });
});
