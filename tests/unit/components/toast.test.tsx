// @vitest-environment happy-dom
import '../../support/cleanup';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toast } from '@/components/Toast';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const onClose = vi.fn();
const wait = (seconds: number) =>
  act(() => {
    vi.advanceTimersByTime(seconds * 1_000);
  });

test('a toast counts down, waits under the pointer, and closes', () => {
  const toast = { id: 1, message: 'Deleted: one', onUndo: vi.fn() };
  render(<Toast toast={toast} seconds={10} onClose={onClose} />);
  expect(screen.getByRole('status').textContent).toBe('Deleted: one');
  wait(3);
  const undo = screen.getByRole('button', { name: 'Undo (7 s)' });
  fireEvent.focusIn(undo);
  wait(60);
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.focusOut(undo);
  wait(7);
  expect(onClose).toHaveBeenCalledOnce();
  fireEvent.click(undo);
  expect(toast.onUndo).toHaveBeenCalledOnce();
});
