// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Handover } from '@/utils/model/handover';
import type { HistoryEntry } from '@/utils/model/report';
import { makeReport } from '../../support/builders';
import { detail, detailActions } from '../detail/support';

const handover = (parts: Partial<Handover> = {}): Handover => ({
  id: 'h',
  channel: '12377',
  at: Date.UTC(2026, 10, 2),
  queryCode: 'A1B2',
  outcome: 'open',
  note: '',
  posts: ['xiaohongshu:note:1'],
  ...parts,
});
const entry = (seq: number, before: HistoryEntry['before']): HistoryEntry => ({
  seq,
  reportId: 'report-1',
  at: Date.UTC(2026, 10, seq),
  action: 'handover',
  ...(before && { before }),
});
const history = () => screen.getByRole('list', { name: 'History' });
const lines = () =>
  within(history())
    .getAllByRole('listitem')
    .map((item) => item.textContent);

describe('a report that was handed in', () => {
  test('lists where, and what came of it', () => {
    render(
      detail({ report: makeReport({ handovers: [handover(), handover({ id: 'i', channel: 'weibo' })] }) }),
    );
    const section = screen.getByRole('heading', { name: 'Handed in' }).parentElement!;
    const items = within(section)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(items[0]).toMatch(/^12377, the national.*query code A1B2 · waiting$/);
    expect(items[1]).toMatch(/^Weibo’s own form/);
  });

  test('has no such list before', () => {
    render(detail());
    expect(screen.queryByRole('heading', { name: 'Handed in' })).toBeNull();
  });

  test('tells in its history what was added and how it changed', () => {
    const answered = handover({ outcome: 'removed', outcomeAt: Date.UTC(2026, 10, 9), note: '短信' });
    render(
      detail({
        report: makeReport({ status: 'submitted', handovers: [answered] }),
        history: [entry(1, { status: 'new', handovers: undefined }), entry(2, { handovers: [handover()] })],
      }),
    );
    const [changed, added] = lines();
    expect(added).toMatch(/query code A1B2 · waiting/);
    expect(changed).toMatch(/waiting.*removed.*短信/);
  });

  test('and what was taken away again', () => {
    render(detail({ report: makeReport(), history: [entry(1, { handovers: [handover()] })] }));
    expect(lines()[0]).toMatch(/query code A1B2.*(empty|none)/i);
  });
});

test('handing over is one button of the head', async () => {
  const on = { ...detailActions(), onHandOver: vi.fn() };
  render(detail({ on }));
  await userEvent.click(screen.getByRole('button', { name: 'Hand over…' }));
  expect(on.onHandOver).toHaveBeenCalledOnce();
});
