// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeDraft, makePost } from '../../support/builders';
import { showCard } from '../../support/card';
import { both, FILED, FINDING, makeReported } from '../../support/card-data';
import { useLanguage } from '../../support/setup';

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('Card', () => {
  test('says category, words, basis, campaign, reason and counter-evidence', () => {
    showCard();
    const card = screen.getByRole('dialog', {
      name: 'Why this post is marked',
    });
    for (const words of [
      'Fake staged scenes',
      'A kindness scene',
      '偶遇',
      'Basis: Malicious marketing in short video · “staging tragic scenes”',
      'Look for two more of the same plot',
      'debunk: 辟谣',
      'Likely',
    ]) {
      expect(card.textContent).toContain(words);
    }
    expect(card.textContent).toContain('The label place was read and is empty');
  });

  test('takes the focus to Report, files with one key and offers undo for ten seconds', async () => {
    const { actions, user } = showCard();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Report' }));
    await user.keyboard('{Enter}');
    expect(actions.report).toHaveBeenCalledTimes(1);
    expect(await screen.findByText('Saved on this machine')).toBeTruthy();
    const undo = screen.getByRole('button', { name: /Undo \(\d+ s\)/ });
    expect(document.activeElement).toBe(undo);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
    expect(screen.getByText('Saved on this machine')).toBeTruthy();
    // The focus stays in the card, so that its keys go on working.
    expect(document.activeElement?.textContent).toMatch(/^Close/);
  });

  test('an answer that comes late leaves the reader where they have gone meanwhile', async () => {
    const { user, actions } = showCard();
    let answer: (filed: typeof FILED) => void = () => undefined;
    Object.assign(actions, {
      report: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    await user.keyboard('{Enter}');
    const note = screen.getByLabelText('Note');
    note.focus();
    answer(FILED);
    expect(await screen.findByText('Saved on this machine')).toBeTruthy();
    expect(document.activeElement).toBe(note);
  });

  test('undo takes the filing back', async () => {
    const { actions, user } = showCard();
    await user.click(screen.getByRole('button', { name: 'Report' }));
    await user.click(await screen.findByRole('button', { name: /Undo/ }));
    expect(actions.undoReport).toHaveBeenCalledWith(FILED);
    expect(await screen.findByText('Undone')).toBeTruthy();
  });

  test('never says saved when there was no answer; keeps the note and can try again or copy', async () => {
    const report = vi.fn().mockRejectedValueOnce(new Error('The extension did not answer.'));
    const copy = vi.fn(async () => undefined);
    const { user, actions } = showCard();
    Object.assign(actions, { report, copy });
    await user.type(screen.getByLabelText('Note'), '机位三个');
    await user.click(screen.getByRole('button', { name: 'Report' }));
    expect(await screen.findByText(/Not saved\. The extension did not answer\./)).toBeTruthy();
    expect(screen.queryByText('Saved on this machine')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Copy the report' }));
    expect(copy).toHaveBeenCalledWith(expect.objectContaining({ note: '机位三个' }));

    report.mockResolvedValueOnce(FILED);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(report).toHaveBeenLastCalledWith(expect.objectContaining({ note: '机位三个' }));
    expect(await screen.findByText('Saved on this machine')).toBeTruthy();
  });

  test('"not a problem" can be taken back', async () => {
    const { actions, user } = showCard();
    await user.click(screen.getByRole('button', { name: 'Not a problem here' }));
    expect(await screen.findByText('This post will not be marked again')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(actions.undoDismissal).toHaveBeenCalledTimes(1);
  });

  test('a dismissal that fails says why, and its button is not turned into a report', async () => {
    const { actions, user } = showCard();
    Object.assign(actions, {
      dismiss: vi.fn().mockRejectedValue(new Error('The extension did not answer.')),
    });
    await user.click(screen.getByRole('button', { name: 'Not a problem here' }));
    expect(await screen.findByText('The extension did not answer.')).toBeTruthy();
    expect(screen.queryByText(/Not saved/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Not a problem here' })).toBeTruthy();
    expect(actions.report).not.toHaveBeenCalled();
  });

  test('an undo that fails leaves the report saved, and says so', async () => {
    const { actions, user } = showCard();
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
    const { actions, user } = showCard();
    await user.click(screen.getByRole('button', { name: 'Report' }));
    await screen.findByText('Saved on this machine');
    await user.type(screen.getByLabelText('Note'), 'later');
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(actions.amend).toHaveBeenCalledWith(expect.objectContaining({ reportId: 'r1' }), {
      note: 'later',
    });
    expect(await screen.findByText('Note saved')).toBeTruthy();
  });

  test('shows each word in its sentence, and an evasive spelling beside the word that it stands for', () => {
    const spans = [
      { field: 'text' as const, start: 8, end: 10, text: '薇❤', reads: '微信' },
      { field: 'text' as const, start: 0, end: 2, text: '偶遇' },
      { field: 'title' as const, start: 0, end: 2, text: '薇❤', reads: '微信' },
    ];
    const post = makePost({ title: '薇❤联系', text: '偶遇老人。加我的薇❤，快' });
    showCard({ draft: makeDraft({ post }), findings: [{ ...FINDING, spans }] });
    const matched = screen.getByText('Matched words').parentElement!;
    const sentences = [...matched.querySelectorAll('blockquote')];
    expect(sentences.map(({ textContent }) => textContent)).toEqual([
      '薇❤联系',
      '偶遇老人。',
      '加我的薇❤，快',
    ]);
    const marks = [...matched.querySelectorAll('mark')];
    expect(marks.map(({ textContent }) => textContent)).toEqual(['薇❤', '偶遇', '薇❤']);
    expect(marks.every((mark) => mark.classList.contains('marked-likely'))).toBe(true);
    expect(screen.getByRole('img', { name: 'reads as' }).closest('p')!.textContent).toBe('薇❤→ 微信');
  });

  test('a sentence that is repeated is quoted once, and of very many only the first', () => {
    const sentences = ['关注我！', '关注我！', ...Array.from({ length: 6 }, (_, i) => `关注我${i}！`)];
    const text = sentences.join('');
    const spans = [...text.matchAll(/关注我/g)].map(({ index }) => ({
      field: 'text' as const,
      start: index,
      end: index + 3,
      text: '关注我',
    }));
    showCard({ draft: makeDraft({ post: makePost({ text }) }), findings: [{ ...FINDING, spans }] });
    const matched = screen.getByText('Matched words').parentElement!;
    const quoted = [...matched.querySelectorAll('blockquote')].map(({ textContent }) => textContent);
    expect(quoted).toEqual(['关注我！', '关注我0！', '关注我1！', '关注我2！', '关注我3！']);
    expect(matched.textContent).toContain('Further sentences: 2');
  });

  test('a finding without words in the text says none', () => {
    showCard({ findings: [{ ...FINDING, spans: [] }] });
    expect(screen.queryByText('Matched words')).toBeNull();
  });

  test('says where help is before it offers a report', () => {
    showCard({ findings: [FINDING, { ...FINDING, rule: 'other', help: true }] });
    const help = screen.getByRole('note');
    expect(help.textContent).toMatch(/12355.*12356.*110/);
    const report = screen.getByRole('button', { name: 'Report' });
    expect(help.compareDocumentPosition(report)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    // The focus is on Report at once, so the dialog itself tells it to who hears the card.
    expect(screen.getByRole('dialog').getAttribute('aria-describedby')).toBe(help.id);
  });

  test('names the same check under other campaigns, once for each category', () => {
    const also = [{ campaign: both('春节整治', 'Spring Festival'), category: both('低俗', 'Vulgar') }];
    showCard({
      findings: [
        { ...FINDING, also },
        { ...FINDING, rule: 'other', also },
      ],
    });
    expect(screen.getAllByText('Same check under: Spring Festival · Vulgar')).toHaveLength(1);
    expect(screen.getAllByText('Look for two more of the same plot')).toHaveLength(1);
  });

  test('leads to all that is known of a category, and says so when that fails', async () => {
    const { onMore, user } = showCard();
    const more = screen.getByRole('button', { name: 'More about this category' });
    await user.click(more);
    expect(onMore).toHaveBeenCalledWith('2025-3/fake-staged');
    onMore.mockRejectedValueOnce(new Error('The extension did not answer.'));
    await user.click(more);
    expect(await screen.findByText('The extension did not answer.')).toBeTruthy();
  });

  test('a post that no rule matched is reported under categories that the person chooses', async () => {
    const choices = [
      { id: '2025-3/fake-staged', name: FINDING.categoryName, campaign: FINDING.campaignName },
    ];
    const { actions, lookUp, user } = showCard({
      findings: [],
      draft: makeDraft({ findings: [], categories: [] }),
      choices,
    });
    expect(screen.getByRole('dialog', { name: 'Report this post' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Not a problem here' })).toBeNull();
    lookUp.mockResolvedValue({
      checklist: [both('有几个机位？', 'How many cameras?')],
      reminder: both('多看几条', 'Look at more'),
      never: both('讽刺', 'Satire'),
      help: true,
    });
    await user.type(screen.getByRole('searchbox', { name: 'Find a category' }), 'staged{Enter}');
    expect(lookUp).toHaveBeenCalledWith('2025-3/fake-staged');
    expect(await screen.findByText('How many cameras?')).toBeTruthy();
    expect(screen.getByRole('note').textContent).toContain('12355');
    await user.click(screen.getByRole('button', { name: 'Report' }));
    expect(actions.report).toHaveBeenCalledWith(
      expect.objectContaining({ categories: ['2025-3/fake-staged'] }),
    );
  });

  test('Escape closes', async () => {
    const { onClose, user } = showCard();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  test('speaks Chinese', () => {
    useLanguage('zh_CN');
    showCard({ earlier: { report: makeReported(), changes: ['same'] } });
    expect(screen.getByRole('dialog', { name: '为什么标出这条内容' }).textContent).toContain('虚假摆拍');
    expect(screen.getByRole('button', { name: '更新举报' })).toBeTruthy();
  });
});
