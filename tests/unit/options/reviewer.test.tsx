// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ReviewerSection } from '@/entrypoints/options/ReviewerSection';
import { reviewer } from '@/utils/storage/settings';

const attempt = vi.fn((change: Promise<void>, done?: () => void) => void change.then(done, () => undefined));
const field = () => screen.getByRole('textbox', { name: 'My name' }) as HTMLInputElement;
const show = async () => {
  render(<ReviewerSection attempt={attempt} />);
  await waitFor(() => expect(field().disabled).toBe(false));
};

test('a name is kept on Enter, tidied, and taken away again on leaving the empty field', async () => {
  await show();
  await userEvent.type(field(), ' 阿  青 {Enter}');
  await screen.findByText('Name saved');
  expect(await reviewer.getValue()).toBe('阿 青');
  await waitFor(() => expect(field().value).toBe('阿 青'));
  await userEvent.clear(field());
  await userEvent.tab();
  await screen.findByText('Name removed');
  expect(await reviewer.getValue()).toBe('');
});

test('a name that was given elsewhere is shown, and saving it again does nothing', async () => {
  await reviewer.setValue('林');
  await show();
  expect(field().value).toBe('林');
  attempt.mockClear();
  await userEvent.type(field(), '{Enter}');
  expect(attempt).not.toHaveBeenCalled();
  await reviewer.setValue('小何');
  await waitFor(() => expect(field().value).toBe('小何'));
});

test('a name that could not be kept stays in the field', async () => {
  await show();
  vi.spyOn(reviewer, 'setValue').mockRejectedValueOnce(new Error('the disk is full'));
  await userEvent.type(field(), '林{Enter}');
  expect(attempt).toHaveBeenCalled();
  expect(field().value).toBe('林');
  expect(screen.queryByText('Name saved')).toBeNull();
});
