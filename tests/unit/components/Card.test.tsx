import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Card, type CardProps } from '@/components/Card';
import type { DescribedFinding } from '@/components/CardFinding';
import { makeDraft, makeFinding } from '../../support/builders';
import { useLanguage } from '../../support/setup';

const both = (zh_CN: string, en: string) => ({ zh_CN, en });

const finding: DescribedFinding = {
  ...makeFinding({
    counter: [{ type: 'wording', id: 'debunk', text: '辟谣' }],
  }),
  categoryName: both('虚假摆拍', 'Fake staged scenes'),
  campaignName: both('整治短视频领域恶意营销', 'Malicious marketing in short video'),
  clause: both('虚假摆拍', 'fake staging'),
  reason: both('善举桥段与求关注同现', 'A kindness scene with a call to follow'),
  checklist: [both('有无演绎标签？', 'Is there a fiction label?')],
  against: ['debunk: 辟谣'],
};

function show(parts: Partial<CardProps> = {}) {
  const filed = { reportId: 'r1', seq: 1, isNew: true, screenshot: false };
  const actions = {
    report: vi.fn(async () => filed),
    undoReport: vi.fn(async () => undefined),
    dismiss: vi.fn(async () => undefined),
    undoDismissal: vi.fn(async () => undefined),
    amend: vi.fn(async () => undefined),
    copy: vi.fn(async () => undefined),
  };
  const onClose = vi.fn();
  render(
    <Card
      draft={makeDraft()}
      findings={[finding]}
      choices={[]}
      reported={false}
      actions={actions}
      onClose={onClose}
      {...parts}
    />,
  );
  return { actions, onClose, user: userEvent.setup() };
}

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('Card', () => {
  test('says category, words, clause, campaign, reason and counter-evidence', () => {
    show();
    const card = screen.getByRole('dialog', {
      name: 'Why this post is marked',
    });
    for (const words of [
      'Fake staged scenes',
      'A kindness scene',
      '偶遇',
      'Malicious marketing',
      'debunk: 辟谣',
      'Likely',
    ]) {
      expect(card.textContent).toContain(words);
    }
    expect(card.textContent).toContain('The label place was read and is empty');
  });

  test('takes the focus to Report, files with one key and offers undo for ten seconds', async () => {
    const { actions, user } = show();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Report' }));
    await user.keyboard('{Enter}');
    expect(actions.report).toHaveBeenCalledTimes(1);
    expect(await screen.findByText('Saved on this machine')).toBeTruthy();
    const undo = screen.getByRole('button', { name: /Undo \(\d+ s\)/ });
    expect(document.activeElement).toBe(undo);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
    expect(screen.getByText('Saved on this machine')).toBeTruthy();
  });

  test('undo takes the filing back', async () => {
    const { actions, user } = show();
    await user.click(screen.getByRole('button', { name: 'Report' }));
    await user.click(await screen.findByRole('button', { name: /Undo/ }));
    expect(actions.undoReport).toHaveBeenCalledWith({
      reportId: 'r1',
      seq: 1,
      isNew: true,
      screenshot: false,
    });
    expect(await screen.findByText('Undone')).toBeTruthy();
  });

  test('never says saved when there was no answer; keeps the note and can try again or copy', async () => {
    const report = vi.fn().mockRejectedValueOnce(new Error('The extension did not answer.'));
    const copy = vi.fn(async () => undefined);
    const { user, actions } = show();
    Object.assign(actions, { report, copy });
    await user.type(screen.getByLabelText('Note'), '机位三个');
    await user.click(screen.getByRole('button', { name: 'Report' }));
    expect(await screen.findByText(/Not saved\. The extension did not answer\./)).toBeTruthy();
    expect(screen.queryByText('Saved on this machine')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Copy the report' }));
    expect(copy).toHaveBeenCalledWith(expect.objectContaining({ note: '机位三个' }));

    report.mockResolvedValueOnce({
      reportId: 'r1',
      seq: 1,
      isNew: true,
      screenshot: false,
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(report).toHaveBeenLastCalledWith(expect.objectContaining({ note: '机位三个' }));
    expect(await screen.findByText('Saved on this machine')).toBeTruthy();
  });

  test('"not a problem" can be taken back', async () => {
    const { actions, user } = show();
    await user.click(screen.getByRole('button', { name: 'Not a problem' }));
    expect(await screen.findByText('This post will not be marked again')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(actions.undoDismissal).toHaveBeenCalledTimes(1);
  });

  test('a dismissal that fails says why, and its button is not turned into a report', async () => {
    const { actions, user } = show();
    Object.assign(actions, {
      dismiss: vi.fn().mockRejectedValue(new Error('The extension did not answer.')),
    });
    await user.click(screen.getByRole('button', { name: 'Not a problem' }));
    expect(await screen.findByText('The extension did not answer.')).toBeTruthy();
    expect(screen.queryByText(/Not saved/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Not a problem' })).toBeTruthy();
    expect(actions.report).not.toHaveBeenCalled();
  });

  test('an undo that fails leaves the report saved, and says so', async () => {
    const { actions, user } = show();
    Object.assign(actions, {
      undoReport: vi.fn().mockRejectedValue(new Error('The report was changed meanwhile.')),
    });
    await user.click(screen.getByRole('button', { name: 'Report' }));
    await user.click(await screen.findByRole('button', { name: /Undo/ }));
    expect(await screen.findByText('The report was changed meanwhile.')).toBeTruthy();
    expect(screen.getByText('Saved on this machine')).toBeTruthy();
    expect(screen.queryByText(/Not saved/)).toBeNull();
  });

  test('a note written after filing is added to the report', async () => {
    const { actions, user } = show();
    await user.click(screen.getByRole('button', { name: 'Report' }));
    await screen.findByText('Saved on this machine');
    await user.type(screen.getByLabelText('Note'), 'later');
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(actions.amend).toHaveBeenCalledWith(expect.objectContaining({ reportId: 'r1' }), {
      note: 'later',
    });
    expect(await screen.findByText('Note saved')).toBeTruthy();
  });

  test('a post that no rule matched is reported under a category that the person chooses', async () => {
    const choices = [
      {
        id: '2025-3/fake-staged',
        name: finding.categoryName,
        campaign: finding.campaignName,
      },
    ];
    const { actions, user } = show({
      findings: [],
      draft: makeDraft({ findings: [], categories: [] }),
      choices,
    });
    expect(screen.getByRole('dialog', { name: 'Report this post' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Not a problem' })).toBeNull();
    await user.selectOptions(screen.getByLabelText('Category'), '2025-3/fake-staged');
    await user.click(screen.getByRole('button', { name: 'Report' }));
    expect(actions.report).toHaveBeenCalledWith(
      expect.objectContaining({ categories: ['2025-3/fake-staged'] }),
    );
  });

  test('Escape closes', async () => {
    const { onClose, user } = show();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  test('speaks Chinese', () => {
    useLanguage('zh_CN');
    show({ reported: true });
    expect(screen.getByRole('dialog', { name: '为什么标出这条内容' }).textContent).toContain('虚假摆拍');
    expect(screen.getByRole('button', { name: '更新举报' })).toBeTruthy();
  });
});
