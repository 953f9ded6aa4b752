// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { UnsavedNotice } from '@/entrypoints/reports/detail/UnsavedNotice';
import { UnsavedNotes } from '@/entrypoints/reports/detail/unsaved-notes';

const note = (reportId: string, text: string) => ({ reportId, title: `标题 ${reportId}`, text });
const isAskedBeforeClosing = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

test('the browser asks before it closes a page with unsaved notes, and only then', () => {
  const notes = new UnsavedNotes();
  onTestFinished(() => notes.drop('b'));
  expect(isAskedBeforeClosing()).toBe(false);
  notes.keep(note('a', '甲'));
  notes.keep(note('b', '乙'));
  notes.keep(note('a', '甲甲'));
  expect(isAskedBeforeClosing()).toBe(true);
  expect([notes.textOf('a'), notes.textOf('b'), notes.textOf('c')]).toEqual(['甲甲', '乙', undefined]);
  notes.drop('a');
  expect(isAskedBeforeClosing()).toBe(true);
  notes.drop('b');
  expect(isAskedBeforeClosing()).toBe(false);
});

test('unsaved notes of other reports are said, can be copied, and lead to where they are saved', async () => {
  const notes = new UnsavedNotes();
  onTestFinished(() => {
    for (const { reportId } of notes.list()) notes.drop(reportId);
  });
  notes.keep(note('a', '甲'));
  const onOpen = vi.fn();
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const { rerender } = render(<UnsavedNotice notes={notes} except="a" onOpen={onOpen} />);
  expect(screen.queryByRole('alert')).toBeNull();
  rerender(<UnsavedNotice notes={notes} except="b" onOpen={onOpen} />);
  await userEvent.click(screen.getByRole('button', { name: 'Copy the note' }));
  expect(write).toHaveBeenCalledWith('甲');
  await userEvent.click(screen.getByRole('button', { name: '标题 a' }));
  expect(onOpen.mock.calls).toEqual([['a']]);
  notes.drop('a');
  await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});
