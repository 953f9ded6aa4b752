// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import {
  type ExportWork,
  type Going,
  useExportRun,
} from '@/entrypoints/reports/exchange/export/use-export-run';
import type { CheckTally } from '@/utils/model/concern';

const FILE = { name: 'reports.csv', size: 10, count: 3, damaged: 0 };
const tally = (check: CheckTally['check'], ids: string[]): CheckTally => ({
  check,
  count: ids.length,
  ids,
  passed: 0,
});

/** Never done until it is cancelled. */
const forever = ({ signal }: Going) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

function running(parts: Partial<ExportWork> & { tallies?: CheckTally[] }) {
  const { tallies = [], ...rest } = parts;
  const work = {
    check: vi.fn<ExportWork['check']>(rest.check ?? (async () => ({ total: 3, tallies }))),
    note: vi.fn<ExportWork['note']>(rest.note ?? (async () => {})),
    write: vi.fn<ExportWork['write']>(rest.write ?? (async () => FILE)),
  };
  const onEnd = vi.fn();
  const hook = renderHook(() => useExportRun(onEnd));
  const start = () => act(() => void hook.result.current.start(work, 3));
  const phase = () => hook.result.current.phase;
  return { work, onEnd, hook, start, phase };
}

describe('an export', () => {
  test('in which nothing is raised is written at once', async () => {
    const { work, onEnd, start, phase } = running({});
    await start();
    await vi.waitFor(() => expect(phase().at).toBe('done'));
    expect(work.note).not.toHaveBeenCalled();
    expect(work.write.mock.calls[0]).toMatchObject([new Set(), {}]);
    expect(onEnd).toHaveBeenCalledWith({ at: 'done', result: { ...FILE, left: 0, noted: 0 } });
  });

  test('that was let pass before is not asked about', async () => {
    const { start, phase } = running({ tallies: [{ ...tally('satire', []), passed: 2 }] });
    await start();
    await vi.waitFor(() => expect(phase().at).toBe('done'));
  });

  test('waits for the choices, then notes what is let pass before it writes', async () => {
    const order: string[] = [];
    const note: ExportWork['note'] = async (_tallies, _choices, { onProgress }) => {
      order.push('note');
      onProgress(1, 1);
    };
    const write = async () => {
      order.push('write');
      return FILE;
    };
    const { hook, start, phase } = running({
      tallies: [tally('minors', ['a', 'b']), tally('evidence', ['b', 'c'])],
      note,
      write,
    });
    await start();
    await vi.waitFor(() => expect(phase().at).toBe('deciding'));
    expect(phase()).toMatchObject({ choices: new Map([['evidence', 'take']]) });
    expect(order).toEqual([]);
    await act(() => hook.result.current.choose('minors', 'leave'));
    await act(() => hook.result.current.take());
    expect(order).toEqual(['note', 'write']);
    expect(phase()).toMatchObject({ at: 'done', result: { left: 2, noted: 1 } });
  });

  test('writes without those that are left out, and notes nothing of them', async () => {
    const { work, hook, start, phase } = running({ tallies: [tally('minors', ['a', 'b'])] });
    await start();
    await vi.waitFor(() => expect(phase().at).toBe('deciding'));
    await act(() => hook.result.current.choose('minors', 'leave'));
    await act(() => hook.result.current.take());
    expect(work.note).not.toHaveBeenCalled();
    expect(work.write.mock.calls[0]?.[0]).toEqual(new Set(['a', 'b']));
  });

  test('can be given up while the reader chooses', async () => {
    const { work, hook, start, phase } = running({ tallies: [tally('satire', ['a'])] });
    await start();
    await vi.waitFor(() => expect(phase().at).toBe('deciding'));
    await act(() => hook.result.current.reset());
    expect(phase()).toEqual({ at: 'idle' });
    await act(() => hook.result.current.take());
    expect(work.write).not.toHaveBeenCalled();
  });

  test.each(['check', 'write'] as const)('is cancelled in the middle of its %s', async (step) => {
    const { hook, onEnd, start, phase } = running({
      [step]: vi.fn((...args: unknown[]) => forever(args.at(-1) as Going)),
    });
    await start();
    await vi.waitFor(() => expect(phase().at).toBe(step === 'check' ? 'checking' : 'writing'));
    await act(() => hook.result.current.reset());
    expect(phase()).toMatchObject({ total: 3 });
    await act(() => hook.result.current.cancel());
    await vi.waitFor(() => expect(phase()).toEqual({ at: 'cancelled', noted: 0 }));
    expect(onEnd).toHaveBeenCalledOnce();
  });

  test('that is cancelled while it notes says how much it had noted', async () => {
    const note: ExportWork['note'] = async (_tallies, _choices, going) => {
      going.onProgress(200, 300);
      await forever(going);
    };
    const { work, hook, start, phase } = running({ tallies: [tally('evidence', ['a'])], note });
    await start();
    await vi.waitFor(() => expect(phase().at).toBe('deciding'));
    await act(() => void hook.result.current.take());
    expect(phase()).toEqual({ at: 'noting', done: 200, total: 300 });
    await act(() => hook.result.current.cancel());
    await vi.waitFor(() => expect(phase()).toEqual({ at: 'cancelled', noted: 200 }));
    expect(work.write).not.toHaveBeenCalled();
  });

  test('that fails says why, and can be started again', async () => {
    const error = new Error('closed');
    const write = vi.fn(async () => FILE).mockRejectedValueOnce(error);
    const { start, onEnd, phase } = running({ write });
    await start();
    await vi.waitFor(() => expect(phase()).toEqual({ at: 'failed', error }));
    expect(onEnd).toHaveBeenCalledWith({ at: 'failed', error });
    await start();
    await vi.waitFor(() => expect(phase().at).toBe('done'));
  });

  test('whose reader has gone stops checking, but finishes its file', async () => {
    let checked: Going | undefined;
    const check = vi.fn((going: Going) => {
      checked = going;
      return forever(going);
    });
    const first = running({ check: check as unknown as ExportWork['check'] });
    await first.start();
    first.hook.unmount();
    await vi.waitFor(() => expect(checked?.signal.aborted).toBe(true));

    let finish = (_file: typeof FILE) => {};
    const write = vi.fn(
      () =>
        new Promise<typeof FILE>((resolve) => {
          finish = resolve;
        }),
    );
    const second = running({ write });
    await second.start();
    await vi.waitFor(() => expect(write).toHaveBeenCalled());
    second.hook.unmount();
    finish(FILE);
    await vi.waitFor(() => expect(second.onEnd.mock.calls[0]?.[0]).toMatchObject({ at: 'done' }));
  });
});
