// @vitest-environment happy-dom
import '../../support/cleanup';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AssigneeEditor, type AssigneeEditorProps } from '@/components/detail/AssigneeEditor';
import { TagEditor, type TagEditorProps, tidied } from '@/components/detail/TagEditor';

describe('tags', () => {
  const onTags = vi.fn<TagEditorProps['onTags']>();
  beforeEach(() => onTags.mockReset().mockResolvedValue(true));
  const show = (tags: string[] = [], known: string[] = []) =>
    render(<TagEditor tags={tags} known={known} onTags={onTags} />);
  const field = () => screen.getByRole('combobox', { name: 'Tags' }) as HTMLInputElement;

  test('are added by Enter or by the button, tidied, and the field is empty again', async () => {
    show(['甲']);
    await userEvent.type(field(), '  ＃复查  一遍 {Enter}');
    expect(onTags.mock.calls).toEqual([[{ add: ['复查 一遍'], remove: [] }]]);
    await waitFor(() => expect(field().value).toBe(''));
    expect(screen.getByRole('status').textContent).toBe('Tag added: 复查 一遍');
    await userEvent.type(field(), '乙');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(onTags).toHaveBeenLastCalledWith({ add: ['乙'], remove: [] });
  });

  test('are not added while an input method composes, nor when nothing is typed', async () => {
    show();
    fireEvent.input(field(), { target: { value: '复' } });
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(onTags).not.toHaveBeenCalled();
    fireEvent.input(field(), { target: { value: ' # ' } });
    await userEvent.type(field(), '{Enter}');
    expect(onTags).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Add' }).getAttribute('aria-disabled')).toBe('true');
  });

  test('do not become two by their case or width', async () => {
    show(['URGENT'], ['Second look']);
    await userEvent.type(field(), 'ｕrgent{Enter}');
    expect(onTags).not.toHaveBeenCalled();
    expect(screen.getByRole('status').textContent).toBe('Tag is there already: ｕrgent');
    await userEvent.type(field(), 'second LOOK{Enter}');
    expect(onTags.mock.calls).toEqual([[{ add: ['Second look'], remove: [] }]]);
  });

  test('are suggested where the report does not have them', () => {
    const { container } = show(['甲'], ['甲', '乙', '丙']);
    expect([...container.querySelectorAll('option')].map(({ value }) => value)).toEqual(['乙', '丙']);
    expect(field().getAttribute('list')).toBe(container.querySelector('datalist')!.id);
  });

  test('are removed, and the focus goes to the field', async () => {
    show(['甲', '乙']);
    await userEvent.click(screen.getByRole('button', { name: 'Remove tag: 甲' }));
    expect(onTags.mock.calls).toEqual([[{ add: [], remove: ['甲'] }]]);
    expect(document.activeElement).toBe(field());
    await screen.findByText('Tag removed: 甲');
  });

  test('that could not be stored stay in the field', async () => {
    onTags.mockResolvedValue(false);
    show();
    await userEvent.type(field(), '复查{Enter}');
    expect(field().value).toBe('复查');
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test.each([
    ['#甲', '甲'],
    ['＃ 甲#乙', '甲#乙'],
    ['\u3000甲\t乙 ', '甲 乙'],
    ['##', ''],
  ])('%j is tidied to %j', (typed, tag) => expect(tidied(typed)).toBe(tag));
});

describe('the reviewer', () => {
  const onAssign = vi.fn<AssigneeEditorProps['onAssign']>();
  const onReviewerName = vi.fn<AssigneeEditorProps['onReviewerName']>();
  beforeEach(() => {
    onAssign.mockReset().mockResolvedValue(true);
    onReviewerName.mockReset().mockResolvedValue(true);
  });
  const editor = (parts: Partial<AssigneeEditorProps> = {}) => (
    <AssigneeEditor
      assignee={undefined}
      reviewer="阿青"
      known={['阿青', '林']}
      onAssign={onAssign}
      onReviewerName={onReviewerName}
      {...parts}
    />
  );
  const field = () => screen.getByRole('combobox', { name: 'Name of a reviewer' }) as HTMLInputElement;

  test('is oneself by one press', async () => {
    const { rerender } = render(editor());
    expect(screen.getByText('Nobody yet')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Assign to me (阿青)' }));
    expect(onAssign.mock.calls).toEqual([['阿青']]);
    rerender(editor({ assignee: '阿青' }));
    expect(screen.getByText('me (阿青)', { exact: false })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Assign to me/ })).toBeNull();
    expect(document.activeElement).toBe(field());
  });

  test('is somebody else by name, one of those who are known or a new one', async () => {
    const { container } = render(editor({ assignee: '林' }));
    expect([...container.querySelectorAll('option')].map(({ value }) => value)).toEqual(['阿青']);
    await userEvent.type(field(), ' 小  何 {Enter}');
    expect(onAssign.mock.calls).toEqual([['小 何']]);
    await waitFor(() => expect(field().value).toBe(''));
  });

  test('is nobody again', async () => {
    render(editor({ assignee: '林' }));
    await userEvent.click(screen.getByRole('button', { name: 'Take it from 林' }));
    expect(onAssign.mock.calls).toEqual([['']]);
    expect(document.activeElement).toBe(field());
  });

  test('that could not be stored stays in the field', async () => {
    onAssign.mockResolvedValue(false);
    render(editor());
    await userEvent.type(field(), '林{Enter}');
    expect(field().value).toBe('林');
  });

  test('without a name of their own is asked for one here, and can then be assigned', async () => {
    const { rerender } = render(editor({ reviewer: '' }));
    const ask = screen.getByRole('button', { name: 'Set my name…' });
    expect(ask.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(ask);
    const own = screen.getByRole('combobox', { name: 'My name' });
    expect(document.activeElement).toBe(own);
    await userEvent.type(own, '阿青{Enter}');
    expect(onReviewerName.mock.calls).toEqual([['阿青']]);
    rerender(editor());
    const mine = await screen.findByRole('button', { name: 'Assign to me (阿青)' });
    expect(document.activeElement).toBe(mine);
    expect(screen.queryByRole('combobox', { name: 'My name' })).toBeNull();
  });

  test('hears why their name could not be kept', async () => {
    onReviewerName.mockRejectedValue(new Error('The setting was not saved: the disk is full'));
    render(editor({ reviewer: '' }));
    await userEvent.click(screen.getByRole('button', { name: 'Set my name…' }));
    await userEvent.type(screen.getByRole('combobox', { name: 'My name' }), '阿青{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('the disk is full');
  });

  test('has a group with a name', () => {
    render(editor());
    expect(within(screen.getByRole('group', { name: /Reviewer/ })).getAllByRole('button')).toHaveLength(2);
  });
});
