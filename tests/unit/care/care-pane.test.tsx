// @vitest-environment happy-dom
import '../../support/indexeddb';
import '../../support/cleanup';
import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { StorageError } from '@/utils/errors';
import * as download from '@/utils/export/download';
import { retention, retentionRun } from '@/utils/storage/settings';
import { DAY, press, section, useCarePage } from './support';

const current = useCarePage();

describe('storage', () => {
  const storage = () => section('Storage');

  test('shows room, contents and whether the data are protected', async () => {
    await current().file('1');
    await current().show();
    await storage().findByText('2 MB used of the 1 GB that the browser allows (0.2%)');
    expect((await storage().findByLabelText('What is stored')).textContent).toContain('Reports1');
    expect(storage().getByText(/^Not protected/)).toBeTruthy();
    await press('Ask the browser to protect the data');
    await storage().findByText('The browser agreed to protect the data.');
    expect(storage().getByText(/^Protected/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Ask the browser/ })).toBeNull();
  });

  test('says what to do after a refusal, and can ask again', async () => {
    current().room.grants = false;
    await current().show();
    await userEvent.click(await storage().findByRole('button', { name: /^Ask/ }));
    await storage().findByText(/^The browser refused/);
    expect(storage().getByRole('button', { name: /^Ask/ })).toBeTruthy();
  });

  test('warns when the room is nearly used up, and is silent about what it does not know', async () => {
    current().room.estimate = { usage: 9e8, quota: 1e9 };
    await current().show();
    await storage().findByText(/more than 80% is used/);
    current().room.estimate = {};
    await current().file('1');
    await storage().findByText('The browser does not say how much room is used.');
    expect(storage().queryByText(/80%/)).toBeNull();
  });
});

describe('retention', () => {
  const rules = () => section('Retention');
  const toggle = (rule: string) => userEvent.click(rules().getByRole('switch', { name: rule }));

  test('is off, shows before saving what a rule would remove, and saves it', async () => {
    const id = await current().file('1');
    await current().file('2');
    await current().store.edit(id, { action: 'status', status: 'dismissed' });
    current().time += 40 * DAY;
    await current().show();
    await rules().findByText('No rule is on: nothing is removed.');
    expect(rules().getByText('No run yet.')).toBeTruthy();
    await toggle('Delete dismissed reports');
    const days = rules().getByRole('textbox', { name: 'Days: Delete dismissed reports' });
    await userEvent.clear(days);
    expect(days.getAttribute('aria-invalid')).toBe('true');
    await press('Save the rules');
    expect(await retention.getValue()).toMatchObject({ dismissed: null });
    await userEvent.type(days, '40');
    await rules().findByText(/would delete reports: 1, and take out pictures of others: 0/);
    expect(rules().getByText('Not saved yet')).toBeTruthy();
    await press('Other tab');
    await press('Other tab');
    await screen.findByText('Not saved yet');
    await press('Save the rules');
    await waitFor(async () =>
      expect(await retention.getValue()).toEqual({ dismissed: 40, submitted: null, pictures: null }),
    );
    await waitFor(() => expect(rules().queryByText('Not saved yet')).toBeNull());
    expect(await current().store.count()).toBe(2);
  });

  test('goes back to what is stored', async () => {
    await retention.setValue({ dismissed: null, submitted: 12, pictures: null });
    await current().show();
    const toggled = await rules().findByRole('switch', { name: 'Delete submitted reports', checked: true });
    await userEvent.click(toggled);
    await press('Discard changes');
    await rules().findByRole('switch', { name: 'Delete submitted reports', checked: true });
    expect(rules().queryByText('Not saved yet')).toBeNull();
  });

  test('tells the last run and why it stopped', async () => {
    await retentionRun.setValue({ at: current().time, reports: 3, pictures: 4, stopped: 'full' });
    await current().show();
    await rules().findByText(
      /Reports deleted: 3, pictures taken out: 4\. It stopped before its end\. The disk/,
    );
  });

  test('keeps what was not saved, and says why', async () => {
    vi.spyOn(retention, 'setValue').mockRejectedValue(new Error('no room'));
    await current().show();
    await rules().findByText('No run yet.');
    await toggle('Take the pictures out of decided reports');
    await press('Save the rules');
    expect((await rules().findByRole('alert')).textContent).toContain('no room');
    expect(rules().getByText('Not saved yet')).toBeTruthy();
  });
});

describe('damaged rows', () => {
  const damaged = () => section('Damaged rows');

  test('says that there are none', async () => {
    await current().file('1');
    await current().show();
    expect(damaged().getByText('All rows are readable.')).toBeTruthy();
  });

  test('are listed with what is wrong, exported, removed, and put back as they were', async () => {
    const save = vi.spyOn(download, 'saveFile').mockImplementation(() => {});
    const id = await current().file('1');
    await current().change(id, { post: 'not a post' });
    await current().show();
    expect(damaged().getByText(/^post/)).toBeTruthy();
    await press(`Export: ${id}`);
    await waitFor(() => expect(save).toHaveBeenCalledOnce());
    const exported = JSON.parse(await save.mock.calls[0]![0].text()) as object[];
    expect(exported).toMatchObject([{ id, post: 'not a post', status: 'new' }]);
    await press(`Remove: ${id}`);
    await damaged().findByText(/^Removed; can be put back/);
    expect(damaged().getByText('All rows are readable.')).toBeTruthy();
    expect(await current().store.count()).toBe(0);
    await press('Other tab');
    await press('Other tab');
    await press(`Put back: ${id}`);
    await damaged().findByRole('button', { name: `Remove: ${id}` });
    expect(await current().store.rows([id])).toMatchObject([{ id, post: 'not a post' }]);
  });

  test('a removal that fails keeps the row and says why', async () => {
    const id = await current().file('1');
    await current().change(id, { status: 7 });
    vi.spyOn(current().store, 'removeDamaged').mockRejectedValue(new StorageError('full', new Error('x')));
    await current().show();
    await press(`Remove: ${id}`);
    expect((await damaged().findByRole('alert')).textContent).toMatch(/Free some space/);
    expect(damaged().getByRole('button', { name: `Remove: ${id}` })).toBeTruthy();
  });
});
