import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DamagedSection } from '@/components/care/DamagedSection';
import { type RetentionDraft, RetentionSection } from '@/components/care/RetentionSection';
import type { VerifySectionProps } from '@/components/care/VerifySection';
import { barriers, FOUND, show, verifySection } from './support';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const focused = () => document.activeElement?.textContent;

describe('verifying', () => {
  test('the focus stays on one button that begins and cancels, and the verdict is in a live region', async () => {
    const calls: string[] = [];
    const at = (parts: Partial<VerifySectionProps>) =>
      show(
        verifySection({
          ...parts,
          onVerify: () => calls.push('verify'),
          onCancel: () => calls.push('cancel'),
        }),
      );
    at({});
    const region = document.querySelector('.care-result [role=status]');
    (button('Verify now').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    at({ progress: { done: 20_000, total: 420_412 } });
    expect(focused()).toBe('Cancel');
    await expect.element(page.getByText('Verifying: 20,000 of 420,412 rows')).toBeVisible();
    await userEvent.keyboard(' ');
    at({ found: { ...FOUND, problems: [], found: 0 } });
    expect(focused()).toBe('Verify again');
    expect(calls).toEqual(['verify', 'cancel']);
    expect(region?.textContent).toBe('Nothing was changed');
    expect(region?.isConnected).toBe(true);
  });

  test('the second step of beginning anew is reached, left and taken by keyboard', async () => {
    const onBeginLedger = vi.fn();
    show(verifySection({ found: FOUND, onBeginLedger }));
    (button('Begin the ledger anew…').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(focused()).toBe('No, keep the ledger');
    await userEvent.keyboard('{Escape}');
    expect(focused()).toBe('Begin the ledger anew…');
    await userEvent.keyboard('{Enter}{Tab}');
    expect(focused()).toBe('Begin anew, for good');
    expect(onBeginLedger).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(onBeginLedger).toHaveBeenCalledOnce();
    show(verifySection({ news: 'Begun anew' }));
    await vi.waitFor(() => expect(focused()).toBe('Verify now'));
  });

  test('many groups of problems come in parts', async () => {
    const problems = Array.from({ length: 120 }, (_, i) => ({
      table: 'reports' as const,
      key: String(i),
      reportId: `r${i}`,
      kind: 'changed' as const,
    }));
    show(verifySection({ found: { ...FOUND, problems, found: 5_000 } }));
    const rows = () => document.querySelectorAll('.care-item').length;
    expect(rows()).toBe(50);
    await button('Show more (70 left)').click();
    await button('Show more (20 left)').click();
    await vi.waitFor(() => expect(rows()).toBe(120));
    await expect.element(page.getByText('Only the first 120 are listed.')).toBeVisible();
  });
});

test('after a row is removed the focus is in its section', async () => {
  function Rows() {
    const [rows, setRows] = useState(['a', 'b']);
    const removed = ['a', 'b'].filter((id) => !rows.includes(id));
    return (
      <DamagedSection
        rows={rows.map((id) => ({ id, problem: 'post: expected object' }))}
        removed={removed}
        problem={undefined}
        onExport={() => {}}
        onRemove={(id) => setRows(rows.filter((each) => each !== id))}
        onPutBack={(id) => setRows([...rows, id])}
      />
    );
  }
  show(<Rows />);
  (button('Remove: a').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(document.activeElement?.className).toBe('care-damaged'));
  await userEvent.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Export: b');
});

test('a rule is set by keyboard, and rules that are not valid are not saved', async () => {
  const onSave = vi.fn();
  const off = { on: false, days: '30' };
  function Rules() {
    const [draft, setDraft] = useState<RetentionDraft>({ dismissed: off, submitted: off, pictures: off });
    const valid = !draft.dismissed.on || draft.dismissed.days === '7';
    return (
      <RetentionSection
        draft={draft}
        invalid={valid ? [] : ['dismissed']}
        maxDays={3_650}
        changed={draft.dismissed.on}
        preview={valid ? { reports: 12, pictures: 3 } : undefined}
        reading={false}
        lastRun={undefined}
        problem={undefined}
        onDraft={(rule, change) => setDraft({ ...draft, [rule]: { ...draft[rule], ...change } })}
        onSave={onSave}
        onDiscard={() => {}}
      />
    );
  }
  show(<Rules />);
  const toggle = page.getByRole('switch', { name: 'Delete dismissed reports' });
  (toggle.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(toggle).toBeChecked();
  await userEvent.tab();
  await userEvent.keyboard('{Control>}a{/Control}x');
  await expect.element(page.getByText('Enter a whole number from 1 to 3,650.')).toBeVisible();
  (button('Save the rules').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(onSave).not.toHaveBeenCalled();
  expect(await barriers()).toEqual([]);
  await page.getByRole('textbox', { name: 'Days: Delete dismissed reports' }).fill('7');
  await expect.element(page.getByText(/would delete reports: 12/)).toBeVisible();
  await button('Save the rules').click();
  expect(onSave).toHaveBeenCalledOnce();
});
