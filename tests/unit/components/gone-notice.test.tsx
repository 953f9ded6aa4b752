// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { GoneNotice } from '@/components/GoneNotice';
import { makeReported } from '../../support/card-data';

describe('the notice on a page whose post is gone', () => {
  const show = () => {
    const onOpen = vi.fn();
    const onClose = vi.fn();
    const reports = [
      makeReported({ title: '偶遇' }),
      makeReported({ reportId: 'r9', title: '', text: '正文' }),
    ];
    render(<GoneNotice reports={reports} onOpen={onOpen} onClose={onClose} />);
    return { onOpen, onClose, user: userEvent.setup() };
  };

  test('names each post, when it was reported and its status, and leads to the report', async () => {
    const { onOpen, user } = show();
    expect(screen.getByRole('heading', { name: /gone from this page/ })).toBeTruthy();
    const said = screen.getByRole('status').textContent;
    for (const words of ['偶遇', '正文', 'Oct 2, 2026', 'Confirmed']) expect(said).toContain(words);
    await user.click(screen.getAllByRole('button', { name: 'Open the report' })[1]!);
    expect(onOpen).toHaveBeenCalledWith('r9');
  });

  test('takes no focus, and Escape or its button closes it', async () => {
    const { onClose, user } = show();
    expect(document.activeElement).toBe(document.body);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(2);
  });
});
