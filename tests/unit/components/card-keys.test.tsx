// @vitest-environment happy-dom
import '../../support/cleanup';
import { fireEvent, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD_KEYS, cardKeyName, cardKeyOf, type Pressed } from '@/components/card-keys';
import { makeDraft } from '../../support/builders';
import { showCard } from '../../support/card';
import { FINDING } from '../../support/card-data';

const press = (parts: Partial<Pressed> = {}): Pressed => ({
  key: 'r',
  code: 'KeyR',
  keyCode: 82,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...parts,
});

describe('which key of the card was pressed', () => {
  test.each<[string, Partial<Pressed>, string | undefined]>([
    ['a letter', {}, 'r'],
    ['with caps lock', { key: 'R' }, 'r'],
    ['on a layout with other places for letters', { key: 'd', code: 'KeyH' }, 'd'],
    ['on a layout without Latin letters', { key: 'к', code: 'KeyR' }, 'r'],
    ['a digit behind Shift', { key: '&', code: 'Digit1' }, '1'],
    ['a digit of the number pad', { key: '3', code: 'Numpad3' }, '3'],
    ['no zero', { key: '0', code: 'Digit0' }, undefined],
    ['another letter', { key: 'x', code: 'KeyX' }, undefined],
    ['a key that is held down', { repeat: true }, undefined],
    ['a key that something inside has used', { defaultPrevented: true }, undefined],
    ['Escape', { key: 'Escape', code: 'Escape' }, 'Escape'],
    ['Enter', { key: 'Enter', code: 'Enter' }, undefined],
  ])('%s', (_, parts, expected) => {
    expect(cardKeyOf(press(parts), false)).toBe(expected);
  });

  test('none with a modifier, none while an input method composes, and only Escape in a text field', () => {
    const key = fc.constantFrom('r', 'd', 'n', 'u', 'c', '1', '9', 'Escape');
    fc.assert(
      fc.property(key, fc.constantFrom('ctrlKey', 'altKey', 'metaKey', 'isComposing'), (name, held) => {
        expect(cardKeyOf(press({ key: name, [held]: true }), false)).toBeUndefined();
        expect(cardKeyOf(press({ key: name, keyCode: 229 }), false)).toBeUndefined();
        expect(cardKeyOf(press({ key: name }), true)).toBe(name === 'Escape' ? 'Escape' : undefined);
      }),
    );
  });

  test('every key of the list is one that the card knows, and has a name', () => {
    for (const { key } of CARD_KEYS) {
      expect(cardKeyOf(press({ key, code: '' }), false)).toBe(key);
      expect(cardKeyName(key)).toMatch(/^(?:[A-Z]|1–9|Esc)$/);
    }
  });
});

describe('the keys on a card', () => {
  test('r reports, u takes it back, d says that it is no problem', async () => {
    const { actions, user } = showCard();
    await user.keyboard('r');
    expect(await screen.findByText('Saved on this machine')).toBeTruthy();
    await user.keyboard('r');
    expect(actions.report).toHaveBeenCalledTimes(1);
    await user.keyboard('u');
    expect(await screen.findByText('Undone')).toBeTruthy();
    await user.keyboard('d');
    expect(await screen.findByText('This post will not be marked again')).toBeTruthy();
    await user.keyboard('u');
    expect(actions.undoDismissal).toHaveBeenCalledTimes(1);
  });

  test('r tries again after a failure', async () => {
    const { actions, user } = showCard({ initial: { step: 'failed', error: 'No answer.' } });
    await user.keyboard('r');
    expect(actions.report).toHaveBeenCalledTimes(1);
  });

  test('d does nothing on a post that no rule matched', async () => {
    const { actions, user } = showCard({ findings: [], draft: makeDraft({ findings: [], categories: [] }) });
    await user.keyboard('d');
    expect(actions.dismiss).not.toHaveBeenCalled();
  });

  test('u does nothing when the ten seconds are over', async () => {
    const filed = { reportId: 'r1', seq: 1, isNew: true, screenshot: false };
    const { actions, user } = showCard({ initial: { step: 'saved', filed, secondsLeft: 0 } });
    await user.keyboard('u');
    expect(actions.undoReport).not.toHaveBeenCalled();
  });

  test('a digit takes the category of that number out and in again, and says which', async () => {
    const other = { ...FINDING, rule: 'other', category: '2025-1/other', categoryName: FINDING.campaignName };
    const draft = makeDraft({ findings: [FINDING, other] });
    const { actions, user } = showCard({ draft, findings: [FINDING, other] });
    await user.keyboard('12');
    expect(screen.getByText('Category dropped: Malicious marketing in short video')).toBeTruthy();
    await user.keyboard('29');
    expect(screen.getByText('Category chosen: Malicious marketing in short video')).toBeTruthy();
    await user.keyboard('r');
    expect(actions.report).toHaveBeenCalledWith(expect.objectContaining({ categories: ['2025-1/other'] }));
  });

  test('n goes to the note, in which letters are letters', async () => {
    const { actions, onClose, user } = showCard();
    await user.keyboard('n');
    const note = screen.getByLabelText<HTMLTextAreaElement>('Note');
    expect(document.activeElement).toBe(note);
    await user.keyboard('rdnuc1');
    expect(note.value).toBe('rdnuc1');
    expect(actions.report).not.toHaveBeenCalled();
    expect(actions.dismiss).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  test('c opens and closes what is kept', async () => {
    const { user } = showCard();
    const summary = screen.getByText('What is kept').closest('summary')!;
    await user.keyboard('c');
    expect(summary.closest('details')!.open).toBe(true);
    expect(document.activeElement).toBe(summary);
    await user.keyboard('c');
    expect(summary.closest('details')!.open).toBe(false);
  });

  test('an Escape that ends a composition does not close the card', () => {
    const { onClose } = showCard();
    const note = screen.getByLabelText('Note');
    fireEvent.keyDown(note, { key: 'Escape', isComposing: true });
    fireEvent.keyDown(note, { key: 'Escape', keyCode: 229 });
    expect(onClose).not.toHaveBeenCalled();
  });

  test('buttons and sections tell their keys', () => {
    showCard();
    const keyOf = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-keyshortcuts');
    expect([keyOf('Report'), keyOf('Not a problem here'), keyOf('Close')]).toEqual(['r', 'd', 'Escape']);
    expect(screen.getByLabelText('Note').getAttribute('aria-keyshortcuts')).toBe('n');
    expect(
      screen.getByRole('checkbox', { name: 'Fake staged scenes' }).getAttribute('aria-keyshortcuts'),
    ).toBe('1');
  });
});
