// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { ImportConflicts } from '@/components/exchange/ImportConflicts';
import { ImportJournal, type JournalEntry } from '@/components/exchange/ImportJournal';
import { ImportNumbers } from '@/components/exchange/ImportNumbers';
import { ImportProblems } from '@/components/exchange/ImportProblems';
import { ImportProgress } from '@/components/exchange/ImportProgress';
import { ImportWhose } from '@/components/exchange/ImportWhose';
import { Batch } from '@/utils/exchange/import-batches';
import type { Conflict } from '@/utils/exchange/import-choices';
import type { IncomingReport } from '@/utils/model/exchange';
import { ME, reportOn, THEM } from './import-files';

const nothing = () => {};
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('a batch', () => {
  const incoming = (size: number): IncomingReport => {
    const picture = { at: 1, filing: 1, sha256: '', size, load: async () => new Blob() };
    return { row: 1, report: reportOn('a'), history: [], visits: [], pictures: size > 0 ? [picture] : [] };
  };

  test('is full by number', () => {
    const batch = new Batch();
    const full = Array.from({ length: 200 }, () => batch.add(incoming(0)));
    expect(full.indexOf(true)).toBe(199);
    expect(batch.take()).toHaveLength(200);
    expect(batch.take()).toEqual([]);
  });

  test('is full by the size of its pictures, and begins anew when it was taken', () => {
    const batch = new Batch();
    const half = 17 * 1024 * 1024;
    expect(batch.add(incoming(half))).toBe(false);
    expect(batch.add(incoming(half))).toBe(true);
    expect(batch.take()).toHaveLength(2);
    expect(batch.add(incoming(half))).toBe(false);
  });
});

test('numbers stand in words beside the bar, which is for the eye alone', () => {
  render(<ImportNumbers counts={{ new: 1_200, same: 0, added: 3, differs: 2 }} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '+1,200 new',
    '=0 same as here',
    '›3 tell more',
    '≠2 say otherwise',
  ]);
  expect(document.querySelectorAll('.import-bar > *')).toHaveLength(3);
});

test('progress is told in bytes or in numbers, and without them as long as there are none', () => {
  const { rerender } = render(
    <ImportProgress what="Reading" progress={{ done: 2e6, total: 4e6, of: 'bytes' }} onCancel={nothing} />,
  );
  expect(screen.getByRole('progressbar', { name: 'Reading: 2 MB of 4 MB' })).toBeTruthy();
  rerender(<ImportProgress what="Taking back" progress={{ done: 5, total: 1_000, of: 'entries' }} />);
  expect(screen.getByRole('progressbar', { name: 'Taking back: 5 of 1,000' })).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<ImportProgress what="Importing" progress={{ done: 0, total: 0, of: 'bytes' }} />);
  expect(screen.getByRole('progressbar', { name: 'Importing' })).toBeTruthy();
});

describe('the list of problems', () => {
  const problems = Array.from({ length: 130 }, (_, i) => ({
    code: 'row-cells' as const,
    row: i + 2,
    detail: '3 of 4',
  }));

  test('comes in parts, and tells how many there are altogether', async () => {
    render(<ImportProblems problems={problems} count={2_500} lead="Left out." onSave={nothing} />);
    expect(screen.getByRole('heading', { name: 'Problems in the file: 2,500' })).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(20);
    await press('Show more (110 left)');
    await press('Show more (10 left)');
    expect(screen.getAllByRole('listitem')).toHaveLength(130);
  });

  test('is not there when there are none', () => {
    const { container } = render(<ImportProblems problems={[]} count={0} lead="" onSave={nothing} />);
    expect(container.innerHTML).toBe('');
  });
});

describe('the list of conflicts', () => {
  const conflicts = Array.from(
    { length: 60 },
    (_, i): Conflict => ({
      postKey: `zhihu:answer:${i}`,
      headline: `标题 ${i}`,
      row: i + 2,
      fields: [
        {
          field: 'tags',
          here: ['甲'],
          theirs: [{ reviewer: THEM, value: ['乙'], at: 0 }],
          takeable: THEM,
          taken: false,
        },
      ],
    }),
  );

  test('comes in parts, opens one post at a time, and says for how many more the choice holds', async () => {
    const onRule = vi.fn();
    const onField = vi.fn();
    render(
      <ImportConflicts
        conflicts={conflicts}
        count={1_060}
        rule="keep"
        categoryName={(id) => id}
        onRule={onRule}
        onField={onField}
      />,
    );
    expect(document.querySelectorAll('details')).toHaveLength(50);
    expect(screen.getAllByRole('group', { name: 'Tags' })).toHaveLength(1);
    expect(screen.getByText('And 1,000 more, which the choice above holds for too.')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /^Take from 小鉴/ }));
    expect(onField).toHaveBeenCalledExactlyOnceWith('zhihu:answer:0', 'tags', true);
    await userEvent.click(screen.getByRole('radio', { name: 'Take theirs where it is newer' }));
    expect(onRule).toHaveBeenCalledExactlyOnceWith('newer');
    await press('Show more (10 left)');
    expect(document.querySelectorAll('details')).toHaveLength(60);
  });

  test('offers no choice for what somebody else says in the file', () => {
    const [first] = conflicts;
    const told = { ...first!, fields: [{ ...first!.fields[0]!, takeable: undefined }] };
    render(
      <ImportConflicts
        conflicts={[told]}
        count={1}
        rule="theirs"
        categoryName={(id) => id}
        onRule={nothing}
        onField={nothing}
      />,
    );
    const field = within(screen.getByRole('group', { name: 'Tags' }));
    expect(field.queryByRole('radio')).toBeNull();
    expect(field.getByText('甲')).toBeTruthy();
    expect(field.getByText('乙')).toBeTruthy();
  });
});

describe('whose file it is', () => {
  const props = { mine: false, isFromHere: false, sender: undefined, named: [], nameless: 3 };

  test('a name of spaces is none', async () => {
    const onSender = vi.fn();
    render(<ImportWhose {...props} onMine={nothing} onSender={onSender} />);
    await userEvent.type(screen.getByRole('textbox'), '   {Enter}');
    expect(onSender).not.toHaveBeenCalled();
    await userEvent.type(screen.getByRole('textbox'), '小鉴{Enter}');
    expect(onSender).toHaveBeenCalledExactlyOnceWith('   小鉴');
  });

  test('is the reader’s where it claims to be from here, unless they say otherwise', async () => {
    const onMine = vi.fn();
    render(
      <ImportWhose {...props} mine isFromHere sender={ME} nameless={0} onMine={onMine} onSender={nothing} />,
    );
    expect(screen.getByText(/made by this copy/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Mine/ }).checked).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: /^Another reviewer/ }));
    expect(onMine).toHaveBeenCalledExactlyOnceWith(false);
  });

  test('names a reviewer without what would turn the text around, and not at any length', () => {
    const name = `小\u202e鉴\u2066\n${'长'.repeat(300)}`;
    const sender = { id: 'x', name };
    render(<ImportWhose {...props} nameless={0} sender={sender} onMine={nothing} onSender={nothing} />);
    const shown = screen.getByText(/小鉴长/).textContent!;
    expect(shown).not.toMatch(/[\u202e\u2066\n]/);
    expect(shown.length).toBeLessThan(160);
  });
});

describe('the journal', () => {
  const entry = (id: string, parts: Partial<JournalEntry>): JournalEntry => ({
    id,
    file: `${id}.zip`,
    at: 0,
    sender: THEM,
    mine: false,
    state: 'done',
    counts: { added: 1, merged: 2, same: 3, taken: 4, dismissals: 0, pictures: 0 },
    ...parts,
  });

  test('offers the way back of all but what is being written or was taken back', () => {
    const undo = { removed: 5, restored: 1, kept: 2 };
    render(
      <ImportJournal
        entries={[
          entry('now', { state: 'running' }),
          entry('crashed', { state: 'running' }),
          entry('half', { state: 'undoing', undo }),
          entry('done', {}),
          entry('gone', { state: 'undone', undo }),
        ]}
        writing="now"
        undoing={undefined}
        onTakeBack={nothing}
        onStop={nothing}
      />,
    );
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Take back crashed.zip',
      'Go on taking back half.zip',
      'Take back done.zip',
    ]);
    const [now, crashed, , done, gone] = screen.getAllByRole('listitem');
    expect(now?.textContent).toContain('Importing');
    expect(crashed?.textContent).toContain('Not finished: it was interrupted.');
    expect(done?.textContent).toContain('New: 1 · told more: 2 · same: 3 · values taken over: 4');
    expect(gone?.textContent).toContain('Reports removed: 5, brought back to what they were: 1.');
    expect(gone?.textContent).toContain('Kept, because they were changed since: 2.');
  });

  test('takes one back at a time, and can be stopped', async () => {
    const onStop = vi.fn();
    const onTakeBack = vi.fn();
    render(
      <ImportJournal
        entries={[entry('a', { state: 'undoing' }), entry('b', {})]}
        writing={undefined}
        undoing={{ id: 'a', done: 10, total: 40 }}
        onTakeBack={onTakeBack}
        onStop={onStop}
      />,
    );
    expect(screen.getByRole('progressbar', { name: 'Taking back: 10 of 40' })).toBeTruthy();
    await press('Take back b.zip');
    expect(onTakeBack).not.toHaveBeenCalled();
    await press('Cancel');
    expect(onStop).toHaveBeenCalledOnce();
  });
});
