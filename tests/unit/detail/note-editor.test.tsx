// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NoteEditor, type NoteEditorProps } from '@/components/NoteEditor';

const onSave = vi.fn<NoteEditorProps['onSave']>();
const onUnsaved = vi.fn<NoteEditorProps['onUnsaved']>();
beforeEach(() => {
  onSave.mockReset().mockResolvedValue(true);
  onUnsaved.mockReset();
});

const editor = (note = '', unsaved?: string) => (
  <NoteEditor note={note} unsaved={unsaved} onSave={onSave} onUnsaved={onUnsaved} />
);
const field = () => screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement;
const button = () => screen.getByRole('button', { name: 'Save note' });

describe('a note', () => {
  test('is saved on the button once, and on leaving the field', async () => {
    render(editor('旧'));
    expect(button()).toHaveProperty('disabled', true);
    await userEvent.type(field(), '新');
    await userEvent.click(button());
    expect(onSave.mock.calls).toEqual([['旧新']]);
    await screen.findByText('Note saved');
    await userEvent.type(field(), '。');
    await userEvent.tab();
    expect(onSave).toHaveBeenLastCalledWith('旧新。');
  });

  test('says as long as it is not saved, and keeps what is typed for the page until it is', async () => {
    render(editor('旧'));
    expect(screen.queryByText(/Not saved yet/)).toBeNull();
    await userEvent.type(field(), '新');
    expect(screen.getByText(/Not saved yet/)).toBeTruthy();
    expect(onUnsaved.mock.calls).toEqual([['旧新']]);
    await userEvent.click(button());
    await screen.findByText('Note saved');
    expect(screen.queryByText(/Not saved yet/)).toBeNull();
    expect(onUnsaved).toHaveBeenLastCalledWith(undefined);
  });

  test('that is typed back to what is stored is nothing unsaved', async () => {
    render(editor('旧'));
    await userEvent.type(field(), '新{Backspace}');
    expect(onUnsaved.mock.calls).toEqual([['旧新'], [undefined]]);
    await userEvent.tab();
    expect(onSave).not.toHaveBeenCalled();
  });

  test('that could not be stored stays, can be copied, and saved again', async () => {
    onSave.mockResolvedValue(false);
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    render(editor());
    await userEvent.type(field(), '新');
    await userEvent.click(button());
    await screen.findByRole('alert');
    expect(field().value).toBe('新');
    expect(onUnsaved).not.toHaveBeenCalledWith(undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Copy the note' }));
    expect(write).toHaveBeenCalledWith('新');
    await screen.findByText('Copied');
    onSave.mockResolvedValue(true);
    await userEvent.click(button());
    await screen.findByText('Note saved');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(onSave).toHaveBeenLastCalledWith('新');
  });

  test('says when the browser does not let it be copied', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    render(editor('旧', '新'));
    await userEvent.click(screen.getByRole('button', { name: 'Copy the note' }));
    await screen.findByText(/copy it by hand/);
  });

  test('that was left unsaved is there again, with the way to save it', async () => {
    render(editor('旧', '没存上'));
    expect(field().value).toBe('没存上');
    expect(screen.getByRole('alert')).toBeTruthy();
    await userEvent.click(button());
    expect(onSave.mock.calls).toEqual([['没存上']]);
  });

  test('changed elsewhere is shown, but not over what is being typed', async () => {
    const { rerender } = render(editor('旧'));
    rerender(editor('别处'));
    expect(field().value).toBe('别处');
    await userEvent.type(field(), '！');
    rerender(editor('又改'));
    expect(field().value).toBe('别处！');
    expect(screen.getByText('Changed elsewhere meanwhile to: 又改')).toBeTruthy();
  });
});
