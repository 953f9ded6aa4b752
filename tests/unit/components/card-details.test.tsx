// @vitest-environment happy-dom
import '../../support/cleanup';
import { screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { makeDraft, makePost } from '../../support/builders';
import { showCard } from '../../support/card';
import { both, FILED, FINDING, makeReported } from '../../support/card-data';

const question = (name: string) => within(screen.getByRole('radiogroup', { name }));
const CAMERAS = FINDING.checklist[1]!;
const FICTION = FINDING.checklist[0]!;
const answerTo = (text: typeof CAMERAS, answer: 'yes' | 'no') => ({
  category: FINDING.category,
  question: text,
  answer,
});
/** The card after its report was filed, with what it was filed with. */
async function filedCard(parts: Parameters<typeof showCard>[0] = {}) {
  const card = showCard(parts);
  await card.user.click(screen.getByRole('button', { name: 'Report' }));
  await screen.findByText('Saved on this machine');
  return card;
}

describe('the questions of a category', () => {
  test('are answered with yes or no, and the answers are filed', async () => {
    const { actions, user } = showCard();
    expect(screen.getByText('0 of 2 answered')).toBeTruthy();
    await user.click(question('Is there a fiction label?').getByRole('radio', { name: 'No' }));
    await user.click(question('Are there several cameras?').getByRole('radio', { name: 'No' }));
    await user.click(question('Are there several cameras?').getByRole('radio', { name: 'Yes' }));
    expect(screen.getByText('2 of 2 answered')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Report' }));
    const answers = [answerTo(FICTION, 'no'), answerTo(CAMERAS, 'yes')];
    expect(actions.report).toHaveBeenCalledWith(expect.objectContaining({ answers }));
  });

  test('an answer can be taken back, and the focus stays at its question', async () => {
    const { actions, user } = showCard();
    const cameras = question('Are there several cameras?');
    expect(cameras.queryByRole('button')).toBeNull();
    await user.click(cameras.getByRole('radio', { name: 'No' }));
    await user.click(cameras.getByRole('button', { name: 'Clear the answer' }));
    expect(cameras.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
    expect(document.activeElement).toBe(cameras.getByRole('radio', { name: 'Yes' }));
    await user.click(screen.getByRole('button', { name: 'Report' }));
    expect(actions.report).toHaveBeenCalledWith(expect.objectContaining({ answers: [] }));
  });

  test('an answer given after filing is added to the report', async () => {
    const { actions, user } = await filedCard();
    await user.click(question('Are there several cameras?').getByRole('radio', { name: 'Yes' }));
    expect(actions.amend).toHaveBeenCalledWith(FILED, { answers: [answerTo(CAMERAS, 'yes')] });
    expect(await screen.findByText('The existing report was updated')).toBeTruthy();
  });

  test('an answer that was not stored does not stay on the card', async () => {
    const { actions, user } = await filedCard();
    actions.amend.mockRejectedValueOnce(new Error('The disk is full.'));
    const cameras = question('Are there several cameras?');
    await user.click(cameras.getByRole('radio', { name: 'Yes' }));
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    expect((cameras.getByRole('radio', { name: 'Yes' }) as HTMLInputElement).checked).toBe(false);
  });

  test('those of a category chosen by hand are answered too', async () => {
    const choices = [
      { id: '2025-1/other', name: both('其他', 'Another'), campaign: both('行动', 'Campaign') },
    ];
    const { actions, lookUp, user } = showCard({ choices });
    const guidance = {
      checklist: [both('几个？', 'How many?')],
      reminder: both('', ''),
      never: both('', ''),
    };
    lookUp.mockResolvedValue({ ...guidance, help: false });
    await user.click(screen.getByText('Change categories'));
    await user.click(screen.getByRole('checkbox', { name: 'Another' }));
    expect(lookUp).toHaveBeenCalledWith('2025-1/other');
    await screen.findByText('How many?');
    await user.click(question('How many?').getByRole('radio', { name: 'Yes' }));
    await user.click(screen.getByRole('button', { name: 'Report' }));
    const answers = [{ category: '2025-1/other', question: guidance.checklist[0], answer: 'yes' }];
    const categories = [FINDING.category, '2025-1/other'];
    expect(actions.report).toHaveBeenCalledWith(expect.objectContaining({ answers, categories }));
  });
});

describe('categories', () => {
  test('one that is taken out stays in sight, and is not filed', async () => {
    const { actions, user } = showCard();
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Fake staged scenes' });
    expect(box.checked).toBe(true);
    await user.click(box);
    expect(screen.getByText('No category')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Report' }));
    expect(actions.report).toHaveBeenCalledWith(expect.objectContaining({ categories: [] }));
  });

  test('a change that was not stored is taken back on the card', async () => {
    const { actions, user } = await filedCard();
    actions.amend.mockRejectedValueOnce(new Error('The disk is full.'));
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Fake staged scenes' });
    await user.click(box);
    expect(actions.amend).toHaveBeenCalledWith(FILED, { categories: [] });
    await screen.findByText('The disk is full.');
    expect(box.checked).toBe(true);
  });
});

describe('a note written after filing', () => {
  test('is stored once when the field is left for its button', async () => {
    const { actions, user } = await filedCard();
    await user.type(screen.getByLabelText('Note'), '三个机位');
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(actions.amend).toHaveBeenCalledTimes(1);
    expect(actions.amend).toHaveBeenCalledWith(FILED, { note: '三个机位' });
    await screen.findByText('Note saved');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save note' }).disabled).toBe(true);
  });

  test('is stored when the card is closed over it', async () => {
    const { actions, onClose, user } = await filedCard();
    await user.type(screen.getByLabelText('Note'), 'x{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(actions.amend).toHaveBeenCalledWith(FILED, { note: 'x' });
  });

  test('can be stored again when it was not', async () => {
    const { actions, user } = await filedCard();
    actions.amend.mockRejectedValueOnce(new Error('The disk is full.'));
    await user.type(screen.getByLabelText('Note'), 'x');
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('The disk is full.');
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByText('Note saved')).toBeTruthy();
    expect(actions.amend).toHaveBeenCalledTimes(2);
  });

  test('before filing nothing is stored on leaving the field', async () => {
    const { actions, user } = showCard();
    await user.type(screen.getByLabelText('Note'), 'x');
    await user.tab();
    expect(actions.amend).not.toHaveBeenCalled();
  });
});

describe('never for this rule', () => {
  test('mutes the rule, says where to turn it on again, and can be taken back', async () => {
    const { actions, user } = showCard();
    const button = screen.getByRole('button', { name: 'Never for this rule' });
    await user.click(button);
    expect(actions.muteRule).toHaveBeenCalledWith(FINDING.rule);
    expect((await screen.findByText(/marks nothing any more/)).textContent).toContain('options');
    expect(actions.dismiss).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(actions.unmuteRule).toHaveBeenCalledWith(FINDING.rule);
    expect(await screen.findByText('The rule marks again')).toBeTruthy();
  });

  test('that fails says why, and claims nothing', async () => {
    const { actions, user } = showCard();
    actions.muteRule.mockRejectedValueOnce(new Error('The extension did not answer.'));
    await user.click(screen.getByRole('button', { name: 'Never for this rule' }));
    expect(await screen.findByText('The extension did not answer.')).toBeTruthy();
    expect(screen.queryByText(/marks nothing any more/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Never for this rule' })).toBeTruthy();
  });

  test('the decisions so far are told where there are any', () => {
    const tally = { rule: FINDING.rule, reported: 3, dismissed: 1 };
    showCard({
      findings: [
        { ...FINDING, tally },
        { ...FINDING, rule: 'b', tally: { ...tally, reported: 0, dismissed: 0 } },
      ],
    });
    expect(screen.getAllByText(/Your decisions on this rule so far/).map((p) => p.textContent)).toEqual([
      'Your decisions on this rule so far: reported 3, not a problem 1',
    ]);
  });
});

describe('a post that was reported before', () => {
  test('says when, with which status, and what has changed since', async () => {
    const labels = {
      state: 'seen' as const,
      items: [{ kind: 'fiction' as const, text: '虚构演绎', by: 'author' as const }] as [never],
    };
    const { actions, user } = showCard({
      draft: makeDraft({ post: makePost({ labels }) }),
      earlier: { report: makeReported(), changes: ['edited', 'labelled'] },
    });
    const heading = screen.getByRole('heading', { name: /Reported on Oct 2, 2026/ });
    expect(heading.textContent).toContain('Confirmed');
    expect(screen.getByText('Since then: text edited, label added: “虚构演绎”')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Update report' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Open the report' }));
    expect(actions.openReport).toHaveBeenCalledWith('r0');
  });

  test.each([
    [['same'], 'Since then: unchanged'],
    [['unlabelled'], 'Since then: label gone'],
    [['labelled'], 'Since then: label added'],
  ] as const)('%j', (changes, words) => {
    showCard({ earlier: { report: makeReported(), changes } });
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('once it is reported again, the newer report is led to', async () => {
    const { actions, user } = showCard({ earlier: { report: makeReported(), changes: ['same'] } });
    actions.report.mockResolvedValueOnce({ ...FILED, reportId: 'r0', isNew: false });
    await user.click(screen.getByRole('button', { name: 'Update report' }));
    await screen.findByText('The existing report was updated');
    expect(screen.queryByText(/Since then/)).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Open the report' })).toHaveLength(1);
  });

  test('an undone filing is filed as another one', async () => {
    const { actions, user } = await filedCard();
    await user.click(screen.getByRole('button', { name: /Undo/ }));
    await screen.findByText('Undone');
    await user.click(screen.getByRole('button', { name: 'Report' }));
    const [first, second] = vi.mocked(actions.report).mock.calls.map(([draft]) => draft.filing);
    expect(second).toBeTruthy();
    expect(second).not.toBe(first);
  });
});
