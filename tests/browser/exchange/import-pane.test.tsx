import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StorageError } from '@/utils/errors';
import { speak } from '../../support/browser-imports';
import { makeReport } from '../../support/builders';
import { csvFile, ndjsonFile, reportOn, THEM } from '../../unit/exchange/import-files';
import { barriers, button, giveFile, leavePane, me, openPane, said, soon, store, text } from './import-page';

const here = (id: string, parts = {}) => makeReport({ ...reportOn(id), id: `here-${id}`, ...parts });
const stored = async (id: string) => (await store.findByPost(reportOn(id).postKey))!;
const previewed = () => soon(() => expect(said()).toContain('Nothing was written yet.'));
const focused = () => document.activeElement?.textContent;

/** One that is new, one that tells more, and one that says otherwise. */
async function threeKinds(): Promise<File> {
  await store.addMany([here('a'), here('b', { note: '门口的旧牌子', status: 'confirmed' })]);
  const b = reportOn('b', { note: '门口的新牌子', status: 'dismissed', decidedAt: 9 });
  return ndjsonFile([reportOn('a'), b, reportOn('c')]);
}

describe('another reviewer’s file', () => {
  test('is previewed, imported and taken back', async () => {
    openPane();
    await expect.element(page.getByText('Nothing was imported yet.')).toBeVisible();
    giveFile(await threeKinds());
    await previewed();
    expect(said()).toContain('New: 1, same: 0, telling more: 1, saying otherwise: 1.');
    await expect.element(page.getByText('Another reviewer’s: 小鉴')).toBeVisible();
    expect(await store.count()).toBe(2);

    await button('Import').click();
    await soon(() => expect(said()).toContain('theirs.ndjson was imported.'));
    expect(await store.count()).toBe(3);
    expect((await stored('b')).note).toBe('门口的旧牌子');
    await expect
      .element(page.getByText('New: 1 · told more: 2 · same: 0 · values taken over: 0'))
      .toBeVisible();

    expect((await store.verify()).problems).toEqual([]);

    await button('Take back theirs.ndjson').click();
    await soon(async () => expect(await store.count()).toBe(2));
    await expect.element(page.getByText('Taken back', { exact: true })).toBeVisible();
    expect((await stored('b')).accounts).toBeUndefined();
  });

  test('can be taken over field by field, by keyboard alone', async () => {
    openPane();
    giveFile(await threeKinds());
    await previewed();
    const note = page.getByRole('group', { name: 'Note' });
    (note.getByRole('radio', { name: 'Keep what stands here' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(note.getByRole('radio', { name: /^Take from 小鉴/ })).toBeChecked();
    await expect.element(page.getByText(/taking 1$/)).toBeVisible();
    (button('Import').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await soon(async () => expect((await stored('b')).note).toBe('门口的新牌子'));
    expect((await stored('b')).status).toBe('confirmed');
    await soon(() => expect(focused()).toBe('Import and merge'));
  });

  test('marks the words that differ, and nothing else of a note', async () => {
    openPane();
    giveFile(await threeKinds());
    await previewed();
    const marks = [...document.querySelectorAll('.import-mark')].map(({ textContent }) => textContent);
    expect(marks).toEqual(['旧', '新']);
  });

  test('is told to bring nothing new when it was imported before', async () => {
    const file = ndjsonFile([reportOn('a')]);
    openPane();
    giveFile(file);
    await previewed();
    await button('Import').click();
    await soon(() => expect(said()).toContain('was imported'));
    await button('Choose another file').click();
    giveFile(file);
    await expect.element(page.getByText(/Everything in this file is here already/)).toBeVisible();
    expect(button('Import').query()).toBeNull();
  });

  test('is kept with all choices when the reader looks at another part of the page', async () => {
    openPane();
    giveFile(await threeKinds());
    await previewed();
    await page.getByRole('radio', { name: 'Take all of theirs' }).click();
    leavePane();
    openPane();
    await expect.element(page.getByRole('radio', { name: 'Take all of theirs' })).toBeChecked();
  });
});

test('the button opens the browser’s own dialog by keyboard, and the focus is on the title after a choice', async () => {
  openPane();
  const click = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => {});
  (button('Choose a file…').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(click).toHaveBeenCalledOnce();
  giveFile(ndjsonFile([reportOn('a')]));
  await previewed();
  expect(focused()).toBe('Import and merge');
});

test('a file can be dropped', async () => {
  openPane();
  const transfer = new DataTransfer();
  transfer.items.add(ndjsonFile([reportOn('a')]));
  const place = document.querySelector('.import-drop')!;
  place.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  await soon(() => expect(place.className).toContain('import-drop-over'));
  place.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  await previewed();
});

describe('a file with problems', () => {
  test('names row and reason, and its good rows can still be taken', async () => {
    openPane();
    giveFile(ndjsonFile([reportOn('a')], { odd: ['{"kind":"rep', '{"kind":"report","report":{}}'] }));
    await previewed();
    await expect.element(page.getByRole('heading', { name: 'Problems in the file: 2' })).toBeVisible();
    expect(text()).toContain('Row 3 It is not valid JSON.');
    await expect.element(page.getByText(/All others can still be imported/)).toBeVisible();
    await button('Import').click();
    await soon(async () => expect(await store.count()).toBe(1));
  });

  test('that is none of ours offers nothing to import', async () => {
    openPane();
    giveFile(new File(['item_id,title\n1,2\n'], 'works.csv'));
    await expect.element(page.getByText(/Nothing in this file can be imported/)).toBeVisible();
    expect(text()).toContain(
      'This is not an export of this extension. It looks like an export of works on Douyin.',
    );
    expect(button('Import').query()).toBeNull();
    await button('Choose another file').click();
    await expect.element(button('Choose a file…')).toBeVisible();
  });

  test('can be told to whoever made it', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      saved.push(file as Blob);
      return 'blob:none';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    openPane();
    giveFile(ndjsonFile([reportOn('a')], { odd: ['{'] }));
    await previewed();
    await button('Save this list as text').click();
    expect(await saved[0]?.text()).toMatch(/^theirs\.ndjson\nRow 3\tIt is not valid JSON\./);
  });
});

describe('whose file it is', () => {
  test('is the reader’s when this copy made it', async () => {
    openPane();
    giveFile(ndjsonFile([reportOn('a')], { reviewer: me }));
    await previewed();
    await expect.element(page.getByText(/says that it was made by this copy/)).toBeVisible();
    await button('Import').click();
    await soon(async () => expect((await stored('a')).adopted).toBeUndefined());
    await expect.element(page.getByText(/your own$/)).toBeVisible();
  });

  test('can be said, and the file is compared anew', async () => {
    openPane();
    giveFile(ndjsonFile([reportOn('a')]));
    await previewed();
    await page.getByRole('radio', { name: 'Mine: restore from it' }).click();
    await previewed();
    expect(focused()).toBe('');
    await button('Import').click();
    await soon(async () => expect(await store.count()).toBe(1));
    expect((await stored('a')).adopted).toBeUndefined();
  });

  test('is asked for when a table names nobody, and is the same reviewer the next time', async () => {
    openPane();
    giveFile(csvFile([reportOn('a', { status: 'confirmed' })]));
    await previewed();
    expect(button('Import').query()).toBeNull();
    await expect.element(page.getByText('Say whose file it is first.')).toBeVisible();
    expect(await barriers()).toEqual([]);
    await page.getByRole('textbox', { name: 'The file names nobody. Whose is it?' }).fill(' 小鉴 ');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Another reviewer’s: 小鉴')).toBeVisible();
    await button('Import').click();
    await soon(async () => expect((await stored('a')).adopted).toBe('name:小鉴'));
  });

  test('can not be the reader’s when its rows are of several', async () => {
    openPane();
    giveFile(csvFile([reportOn('a'), reportOn('b')], [THEM, { id: 'third', name: 'Robin' }]));
    await previewed();
    await expect.element(page.getByText('Its rows are of: 小鉴, Robin')).toBeVisible();
    await expect.element(page.getByRole('radio', { name: 'Mine: restore from it' })).toBeDisabled();
    await button('Import').click();
    await soon(async () => expect((await stored('b')).adopted).toBe('third'));
  });

  test('a backup in an empty store is taken for the reader’s own, and offers its settings', async () => {
    openPane();
    giveFile(ndjsonFile([reportOn('a')], { backup: true, settings: { reviewer: '阿青' } }));
    await expect.element(page.getByRole('radio', { name: 'Mine: restore from it' })).toBeChecked();
    await page.getByRole('checkbox', { name: 'Settings too' }).click();
    await button('Import').click();
    await soon(() => expect(said()).toContain('was imported'));
  });
});

test('an import that was left behind by a crash can be taken back', async () => {
  const sender = THEM;
  await store.beginImport({ file: 'crashed.ndjson', format: 'ndjson', sender, mine: false, me });
  openPane();
  await expect.element(page.getByText(/Not finished: it was interrupted/)).toBeVisible();
  (button('Take back crashed.ndjson').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Taken back', { exact: true })).toBeVisible();
  await soon(() => expect(document.activeElement?.className).toBe('import-journal'));
});

test('a long import is cancelled by keyboard, and nothing of it stays', async () => {
  openPane();
  giveFile(ndjsonFile(Array.from({ length: 3_000 }, (_, i) => reportOn(`p${i}`))));
  await previewed();
  (button('Import').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await soon(async () => expect(await store.count()).toBeGreaterThan(0));
  (button('Cancel').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await soon(() => expect(said()).toContain('The import was cancelled. Reports removed:'));
  expect(await store.count()).toBe(0);
  expect((await store.verify()).problems).toEqual([]);
});

test('what was changed since stays when an import is taken back, and is counted', async () => {
  openPane();
  giveFile(ndjsonFile([reportOn('a'), reportOn('b')]));
  await previewed();
  await button('Import').click();
  await soon(() => expect(said()).toContain('was imported'));
  await store.edit((await stored('a')).id, { action: 'note', note: '我看过了' });
  await button(/^Undo/).click();
  await expect.element(page.getByText(/Kept, because they were changed since: 1\./)).toBeVisible();
  expect(await store.count()).toBe(1);
  expect((await stored('a')).note).toBe('我看过了');
});

test('an import that the database refuses says why, and that nothing of it stays', async () => {
  vi.spyOn(store, 'importReports').mockRejectedValue(new StorageError('full', new Error('no room')));
  openPane();
  giveFile(ndjsonFile([reportOn('a')]));
  await previewed();
  await button('Import').click();
  await soon(() => expect(said()).toMatch(/The import failed: .*full.* Reports removed: 0/));
  expect(await barriers()).toEqual([]);
});

test('a file that has gone since it was read is not imported, and the reader is told', async () => {
  openPane();
  const file = ndjsonFile([reportOn('a')]);
  giveFile(file);
  await previewed();
  const gone = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  vi.spyOn(Blob.prototype, 'stream').mockImplementation(gone);
  vi.spyOn(Blob.prototype, 'slice').mockImplementation(gone);
  await button('Import').click();
  await soon(() => expect(said()).toContain('The file was changed or moved since it was read.'));
  expect(await store.count()).toBe(0);
});

test('nothing is imported while another window does', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const lock = navigator.locks.request('qingjian-import', () => held);
  openPane();
  giveFile(ndjsonFile([reportOn('a')]));
  await previewed();
  await button('Import').click();
  await expect.element(page.getByText(/Another window is importing/)).toBeVisible();
  expect(await store.count()).toBe(0);
  release();
  await lock;
  await button('Import').click();
  await soon(async () => expect(await store.count()).toBe(1));
});

describe.each(['light', 'dark'])('in %s colours', (scheme) => {
  test.each(['en', 'zh_CN'] as const)(
    'nobody is kept out, and a narrow window holds it, in %s',
    async (language) => {
      speak(language);
      document.documentElement.style.colorScheme = scheme;
      await store.beginImport({
        file: '很长的文件名'.repeat(20),
        format: 'csv',
        sender: THEM,
        mine: false,
        me,
      });
      openPane();
      expect(await barriers()).toEqual([]);
      const b = here('b', { note: '甲'.repeat(300), tags: ['x'.repeat(80)] });
      await store.addMany([b]);
      giveFile(ndjsonFile([reportOn('b', { note: '乙', tags: ['y'] }), reportOn('c')], { odd: ['{'] }));
      await soon(() => expect(document.querySelector('.import-conflict')).not.toBeNull());
      expect(await barriers()).toEqual([]);
      await page.viewport(360, 700);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    },
  );
});
