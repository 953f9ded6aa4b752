import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ExchangeTabs } from '@/components/exchange/ExchangeTabs';
import { ExportColumnChooser } from '@/components/exchange/ExportColumnChooser';
import { ExportConcerns } from '@/components/exchange/ExportConcerns';
import { ExportDetailsStep } from '@/components/exchange/ExportDetailsStep';
import { ExportOutcome } from '@/components/exchange/ExportOutcome';
import { ExportPreview } from '@/components/exchange/ExportPreview';
import { ExportScopeStep } from '@/components/exchange/ExportScopeStep';
import { ExportTaskLine } from '@/components/exchange/ExportTaskLine';
import { barriers, COLUMNS, show } from './export-support';

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
const focus = (element: { element(): Element }) => (element.element() as HTMLElement).focus();

describe('the tabs', () => {
  function Tabs() {
    const [value, onChange] = useState<'one' | 'two' | 'three'>('one');
    return (
      <ExchangeTabs
        tabs={['one', 'two', 'three']}
        names={{ one: 'One', two: 'Two', three: 'Three' }}
        label="Parts"
        value={value}
        onChange={onChange}
      >
        {{ one: <input aria-label="first" />, two: <p>second</p>, three: <p>third</p> }}
      </ExchangeTabs>
    );
  }

  test('are changed by arrows, with one stop for the Tab key', async () => {
    show(<Tabs />);
    focus(page.getByRole('tab', { name: 'One' }));
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('Three');
    await expect.element(page.getByRole('tab', { name: 'Three' })).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByText('third')).toBeVisible();
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(focused()).toBe('Two');
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(focused()).toBe('One');
    await userEvent.tab();
    expect(focused()).toBe('first');
    expect(await barriers()).toEqual([]);
  });

  test('keep what is in a part that was opened, and render no other', async () => {
    show(<Tabs />);
    expect(document.body.textContent).not.toContain('second');
    await page.getByRole('textbox', { name: 'first' }).fill('typed');
    await page.getByRole('tab', { name: 'Two' }).click();
    expect(document.querySelector('input')?.checkVisibility()).toBe(false);
    await page.getByRole('tab', { name: 'One' }).click();
    await expect.element(page.getByRole('textbox', { name: 'first' })).toHaveValue('typed');
  });
});

describe('the columns', () => {
  function Chooser({ onChosen }: { onChosen: (chosen: readonly string[]) => void }) {
    const [chosen, setChosen] = useState<readonly string[]>(['column_3', 'column_1', 'column_5']);
    const choose = (next: readonly string[]) => {
      setChosen(next);
      onChosen(next);
    };
    return (
      <ExportColumnChooser
        columns={COLUMNS}
        chosen={chosen}
        onChosen={choose}
        onReset={() => choose(['column_0'])}
      />
    );
  }
  const box = (name: string) => page.getByRole('checkbox', { name });
  const listed = () => [...document.querySelectorAll('.export-column code')].map((each) => each.textContent);

  test('are ticked and put in order by keyboard, and the focus goes with the column', async () => {
    const onChosen = vi.fn();
    show(<Chooser onChosen={onChosen} />);
    expect(listed().slice(0, 4)).toEqual(['column_3', 'column_1', 'column_5', 'column_0']);
    focus(box('Column 5 column_5'));
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(onChosen).toHaveBeenLastCalledWith(['column_3', 'column_5', 'column_1']);
    await vi.waitFor(() => expect(document.activeElement).toBe(box('Column 5 column_5').element()));
    await expect.element(page.getByText('Column 5: column 2 of 3')).toBeInTheDocument();
    await userEvent.keyboard('{Alt>}{End}{/Alt}');
    expect(onChosen).toHaveBeenLastCalledWith(['column_3', 'column_1', 'column_5']);
    await vi.waitFor(() => expect(document.activeElement).toBe(box('Column 5 column_5').element()));
    await userEvent.keyboard(' ');
    expect(onChosen).toHaveBeenLastCalledWith(['column_3', 'column_1']);
    // It stays where it is, out of the file.
    expect(listed().slice(0, 3)).toEqual(['column_3', 'column_1', 'column_5']);
    expect(await barriers()).toEqual([]);
  });

  test('are moved by buttons; the one that leads no further hands the focus on', async () => {
    const onChosen = vi.fn();
    show(<Chooser onChosen={onChosen} />);
    focus(page.getByRole('button', { name: 'Move up: Column 1' }));
    await userEvent.keyboard('{Enter}');
    expect(onChosen).toHaveBeenLastCalledWith(['column_1', 'column_3', 'column_5']);
    await vi.waitFor(() => expect(focused()).toBe('Move down: Column 1'));
  });

  test('are found by name, id and meaning; moving passes over what is not shown', async () => {
    const onChosen = vi.fn();
    show(<Chooser onChosen={onChosen} />);
    const filter = page.getByRole('searchbox', { name: 'Find a column' });
    await filter.fill('liked');
    await vi.waitFor(() => expect(listed()).toEqual(['column_7']));
    await filter.fill('nothing like it');
    await expect.element(page.getByText('No such column.')).toBeVisible();
    await filter.fill('');
    await page.getByRole('checkbox', { name: 'Column 9 column_9' }).click();
    expect(onChosen).toHaveBeenLastCalledWith(['column_3', 'column_1', 'column_5', 'column_9']);
    await page.getByRole('button', { name: 'Move up: Column 9' }).click();
    expect(onChosen).toHaveBeenLastCalledWith(['column_3', 'column_1', 'column_9', 'column_5']);
  });

  test('are never none at all', async () => {
    const onChosen = vi.fn();
    show(<Chooser onChosen={onChosen} />);
    await page.getByRole('button', { name: 'Back to the usual columns' }).click();
    expect(onChosen).toHaveBeenCalledExactlyOnceWith(['column_0']);
    await box('Column 0 column_0').click();
    expect(onChosen).toHaveBeenCalledOnce();
    await expect.element(box('Column 0 column_0')).toBeChecked();
    await expect.element(page.getByText('At least one column must stay.')).toBeInTheDocument();
  });

  test('are dragged', async () => {
    const onChosen = vi.fn();
    show(<Chooser onChosen={onChosen} />);
    const rows = page.getByRole('listitem');
    await userEvent.dragAndDrop(rows.nth(2), rows.nth(0));
    expect(onChosen).toHaveBeenLastCalledWith(['column_5', 'column_3', 'column_1']);
  });
});

describe('what cannot be chosen', () => {
  test('says why', async () => {
    show(
      <ExportScopeStep
        value="all"
        counts={{ all: 1_200, view: 0, selection: 0 }}
        filtered
        onChange={() => {}}
      />,
    );
    const selected = page.getByRole('radio', { name: 'Selected in the queue (0)' });
    await expect.element(selected).toBeDisabled();
    await expect.element(selected).toHaveAccessibleDescription(/^Nothing is selected/);
    await expect.element(page.getByRole('radio', { name: 'All reports (1,200)' })).toBeChecked();
    expect(await barriers()).toEqual([]);
  });

  test('is not offered: masking for a table, a byte-order mark for GB18030', async () => {
    const value = { encoding: 'gb18030', byteOrderMark: true, mask: false } as const;
    show(
      <ExportDetailsStep value={value} holds={{ everything: false, columns: true }} onChange={() => {}} />,
    );
    expect(page.getByRole('checkbox').elements()).toEqual([]);
    await expect.element(page.getByText(/^In tables, phone, bank card and identity/)).toBeVisible();
    show(
      <ExportDetailsStep value={value} holds={{ everything: true, columns: false }} onChange={() => {}} />,
    );
    expect(page.getByRole('radio').elements()).toEqual([]);
    await expect.element(page.getByRole('checkbox', { name: /^Mask phone/ })).not.toBeChecked();
  });
});

test('the preview scrolls by keyboard and shows hostile text as text', async () => {
  const rows = [COLUMNS.map(() => '<img src=x onerror=alert(1)>'), COLUMNS.map((_, i) => `第${i}格\n二行`)];
  show(<ExportPreview columns={COLUMNS} rows={rows} />);
  expect(document.querySelector('img')).toBeNull();
  const region = page.getByRole('region', { name: 'Preview: the first 3 rows' });
  focus(region);
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitFor(() => expect(document.querySelector('.export-table')?.scrollLeft).toBeGreaterThan(0));
  expect(await barriers()).toEqual([]);
});

describe.each(['light', 'dark'])('in %s colours', (scheme) => {
  const result = {
    name: 'qingjian-reports-20261122-1830.csv',
    size: 12_345,
    count: 1_000,
    left: 2,
    damaged: 1,
    noted: 3,
  };
  test.each([
    ['under way', <ExportTaskLine task={{ at: 'writing', done: 500, total: 1_000 }} />],
    ['done', <ExportOutcome end={{ at: 'done', result }} />],
    ['cancelled', <ExportOutcome end={{ at: 'cancelled', noted: 200 }} />],
    ['failed', <ExportOutcome end={{ at: 'failed', words: 'Not exported. The disk is full.' }} />],
    [
      'to be decided',
      <ExportConcerns total={9} chosen={false} going={9} onTake={() => {}} onBack={() => {}}>
        <p>1 report</p>
      </ExportConcerns>,
    ],
  ])('has no barriers: %s', async (_, part) => {
    document.documentElement.style.colorScheme = scheme;
    show(part);
    expect(await barriers()).toEqual([]);
  });
});

test('the result is announced, with all that is not in the file', async () => {
  show(<ExportOutcome end={undefined} />);
  const region = document.querySelector('[role=status]');
  const result = { name: 'a.csv', size: 12_345, count: 1_000, left: 2, damaged: 1, noted: 3 };
  show(<ExportOutcome end={{ at: 'done', result }} />);
  expect(region?.isConnected).toBe(true);
  expect([...region!.querySelectorAll('p')].map((each) => each.textContent)).toEqual([
    'Exported: 1,000, into a.csv (12.3 kB)',
    'Left out as you chose: 2.',
    'Damaged rows not in it: 1.',
    'What was let pass is noted in 3 reports.',
  ]);
});

test('nothing goes out before every concern has its choice, and something is left to go', async () => {
  const onTake = vi.fn();
  const concerns = (chosen: boolean, going: number) => (
    <ExportConcerns total={9} chosen={chosen} going={going} onTake={onTake} onBack={() => {}}>
      <p>1 report</p>
    </ExportConcerns>
  );
  show(concerns(false, 9));
  await vi.waitFor(() => expect(focused()).toBe('Look at this before the export'));
  await page.getByRole('button', { name: 'Export 9' }).click({ force: true });
  show(concerns(true, 0));
  await page.getByRole('button', { name: 'Export 0' }).click({ force: true });
  await expect.element(page.getByText('With these choices nothing is left to export.')).toBeVisible();
  expect(onTake).not.toHaveBeenCalled();
  show(concerns(true, 8));
  await page.getByRole('button', { name: 'Export 8' }).click();
  expect(onTake).toHaveBeenCalledOnce();
});
