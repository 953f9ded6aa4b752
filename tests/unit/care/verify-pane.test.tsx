// @vitest-environment happy-dom
import '../../support/indexeddb';
import '../../support/cleanup';
import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { StorageError } from '@/utils/errors';
import * as download from '@/utils/export/download';
import { useLanguage } from '../../support/setup';
import { behindItsBack } from '../storage/raw';
import { press, section, useCarePage } from './support';

const current = useCarePage();
const verify = () => section('Verify the records');

describe('verifying', () => {
  test('says that nothing was changed, with counts and fingerprint, and what that does not prove', async () => {
    await current().file('1');
    await current().file('2');
    await current().show();
    expect(verify().getByText('That what the page said was true.')).toBeTruthy();
    await press('Verify now');
    await verify().findByText('Nothing was changed');
    expect(verify().getByLabelText('Rows that were checked').textContent).toContain('Reports2');
    const { fingerprint } = await current().store.verify();
    expect(verify().getByText(fingerprint)).toBeTruthy();
    await press('Copy the fingerprint');
    expect(navigator.clipboard.writeText).toHaveBeenCalledWith(fingerprint);
    expect(verify().queryByRole('button', { name: /Begin the ledger/ })).toBeNull();
  });

  test('names what was changed, by report, and opens it', async () => {
    const id = await current().file('1');
    await current().file('2');
    await current().change(id, { note: '别人写的' });
    const onOpen = vi.fn();
    await current().show(onOpen);
    await press('Verify now');
    await verify().findByText(/^Problems found: \d+$/);
    const [group] = within(verify().getByRole('list', { name: 'Problems' })).getAllByRole('listitem');
    expect(group!.textContent).toContain('Xiaohongshu · 偶遇一位老人');
    expect(group!.textContent).toContain('The report itself was changed');
    await press('Open the report: Xiaohongshu · 偶遇一位老人');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(id);
  });

  test('a report that was taken out is named, and cannot be opened', async () => {
    const id = await current().file('1');
    await behindItsBack(current().name, 'reports', (rows) => rows.delete(id));
    await current().show();
    await press('Verify now');
    await verify().findByText(`Report ${id} (no longer stored)`);
    expect(verify().queryByRole('button', { name: /^Open/ })).toBeNull();
  });

  test('counts that differ are counted again on request only', async () => {
    await current().file('1');
    await behindItsBack(current().name, 'totals', (rows) => rows.clear());
    await current().show();
    await press('Verify now');
    await verify().findByText('Problems found: 1');
    await press('Count again');
    await verify().findByText('Counted again. Verify once more.');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Verify now'));
    await press('Verify now');
    await verify().findByText('Nothing was changed');
  });

  test('the ledger begins anew only at the second step, which says what it costs', async () => {
    const id = await current().file('1');
    await current().change(id, { note: 'x' });
    await current().show();
    await press('Verify now');
    const begin = vi.spyOn(current().store, 'beginLedger');
    await userEvent.click(await verify().findByRole('button', { name: /^Begin the ledger/ }));
    expect(verify().getByText(/This cannot be undone/)).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('No, keep the ledger');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement?.textContent).toMatch(/^Begin the ledger/);
    await userEvent.keyboard('{Enter}');
    await press('No, keep the ledger');
    expect(begin).not.toHaveBeenCalled();
    await press(/^Begin the ledger/);
    await press('Begin anew, for good');
    await verify().findByText(/was begun anew/);
    expect((await current().store.verify()).found).toBe(0);
  });

  test('is cancelled, says so, and goes on while another tab of the page is shown', async () => {
    await current().file('1');
    let finish = () => {};
    const real = current().store.verify.bind(current().store);
    vi.spyOn(current().store, 'verify').mockImplementation(async (options) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return real(options);
    });
    await current().show();
    await press('Verify now');
    await verify().findByRole('progressbar');
    await press('Other tab');
    await press('Other tab');
    expect(verify().getByRole('progressbar')).toBeTruthy();
    await press('Cancel');
    finish();
    await verify().findByText(/nothing is said of the rest/);
    await press('Verify again');
    finish();
    await verify().findByText('Nothing was changed');
    await press('Other tab');
    await press('Other tab');
    expect(verify().getByText('Nothing was changed')).toBeTruthy();
  });

  test('says why it did not come to an end', async () => {
    vi.spyOn(current().store, 'verify').mockRejectedValue(new StorageError('closed', new Error('x')));
    await current().show();
    await press('Verify now');
    expect((await verify().findByRole('alert')).textContent).toMatch(/closed the local database/);
  });

  test.each([
    ['JSON', 'json', '"reports"'],
    ['text', 'txt', 'History entry'],
  ])('the result is exported as %s', async (word, extension, part) => {
    const save = vi.spyOn(download, 'saveFile').mockImplementation(() => {});
    const id = await current().file('1');
    await behindItsBack(current().name, 'history', (rows) =>
      rows.put({ seq: 1, reportId: id, at: 0, action: 'filed' }),
    );
    await current().show();
    await press('Verify now');
    await userEvent.click(await verify().findByRole('button', { name: `Export the result (${word})` }));
    const [file0] = save.mock.calls[0]!;
    expect(file0.name).toMatch(new RegExp(`^qingjian-verification-\\d{8}-\\d{4}\\.${extension}$`));
    expect(await file0.text()).toContain(part);
  });
});

test('everything is Chinese in a Chinese browser', async () => {
  useLanguage('zh_CN');
  await current().file('1');
  await current().show();
  await userEvent.click(screen.getByRole('button', { name: '开始核验' }));
  await screen.findByText('没有发现任何改动');
  expect(screen.getByRole('region', { name: '核验与存储' }).textContent).not.toMatch(/[a-z]{4,} [a-z]{4,}/);
});
