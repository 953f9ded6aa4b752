// @vitest-environment happy-dom
import '../../../support/cleanup';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { Card, type CardProps } from '@/components/Card';
import { keptEntries } from '@/components/kept-entries';
import type { MediaCheck } from '@/utils/model/media-check';
import { makeDraft, makeFinding, makePost } from '../../../support/builders';
import { FILED, FINDING, makeActions } from '../../../support/card-data';
import { HINT, makeCheck, makeView, picture, SIGNED, saysAi } from '../../../support/media-checks';

const post = makePost({ media: [picture(1), picture(2)] });
const draft = makeDraft({ post });
const nothing = () => undefined;
const hands = { onCheck: nothing, onStop: nothing, onAllow: nothing };

function show(checks: MediaCheck[], parts: Partial<CardProps> = {}) {
  const actions = makeActions();
  const card = (now: MediaCheck[], later: Partial<CardProps> = {}) => (
    <Card
      draft={draft}
      findings={[]}
      choices={[]}
      actions={actions}
      lookUp={async () => null}
      onMore={async () => undefined}
      onClose={nothing}
      media={{ view: makeView(now, { files: 2 }), ...hands }}
      {...parts}
      {...later}
    />
  );
  const { rerender } = render(card(checks));
  const learn = (...now: Parameters<typeof card>) => rerender(card(...now));
  const filed = (call: number) => actions.report.mock.calls[call]?.[0].mediaChecks;
  return { filed, actions, user: userEvent.setup(), learn };
}
const report = () => screen.getByRole('button', { name: /^Report\b/ });

describe('what a report takes with it', () => {
  test('is everything that is known of the files when it is filed', async () => {
    const { user, filed, learn } = show([]);
    learn([saysAi()]);
    await user.click(report());
    expect(filed(0)).toEqual([saysAi()]);
  });

  test('is nothing where nothing was looked into', async () => {
    const { user, actions } = show([]);
    await user.click(report());
    expect(actions.report.mock.calls[0]?.[0]).not.toHaveProperty('mediaChecks');
  });

  test('what comes later does not get into it unasked, and the card says so', async () => {
    const { user, filed, learn } = show([makeCheck()]);
    await user.click(report());
    learn([makeCheck(), saysAi({ media: picture(2) })]);
    expect(screen.getByText(/The report was saved before this was known/)).toBeTruthy();
    await user.click(screen.getByText('What is kept'));
    await user.click(screen.getByRole('button', { name: 'Remove from the report: Counts' }));
    expect(filed(1)).toEqual([makeCheck()]);
  });

  test('reporting anew after an undo takes what is known by then', async () => {
    const { user, filed, learn } = show([]);
    await user.click(report());
    learn([saysAi()]);
    await user.click(screen.getByRole('button', { name: /Undo/ }));
    await user.click(report());
    expect(filed(0)).toBeUndefined();
    expect(filed(1)).toEqual([saysAi()]);
  });

  test('of a card that opens on a report just filed is what that holds', () => {
    show([saysAi()], { initial: { step: 'saved', filed: FILED, secondsLeft: 9 } });
    expect(screen.getByText(/The report was saved before this was known/)).toBeTruthy();
  });

  test('goes with the addresses of the files', async () => {
    const { user, filed } = show([saysAi()]);
    await user.click(screen.getByText('What is kept'));
    await user.click(screen.getByRole('button', { name: 'Remove from the report: Media' }));
    await user.click(report());
    expect(filed(0)).toBeUndefined();
  });
});

describe('a finding that comes while the card is open', () => {
  const late = makeFinding({ rule: 'late/a/b', category: 'late/a', spans: [] });
  const described = { ...FINDING, ...late, categoryName: { zh_CN: '晚', en: 'Late' } };
  const withLate = (categories: string[]) => ({
    ...draft,
    findings: [...draft.findings, late],
    categories: [...draft.categories, ...categories],
  });
  const chosen = (actions: ReturnType<typeof makeActions>) => actions.report.mock.calls[0]?.[0].categories;

  test('is reported with its category, beside what the reader chose', async () => {
    const { user, actions, learn } = show([]);
    await user.type(screen.getByRole('textbox', { name: /Note/ }), '看过');
    learn([saysAi()], { draft: withLate(['late/a']), findings: [described] });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Late/ }).checked).toBe(true);
    await user.click(report());
    expect(chosen(actions)).toEqual([...draft.categories, 'late/a']);
    expect(actions.report.mock.calls[0]?.[0]).toMatchObject({ note: '看过', findings: [{}, late] });
  });

  test('that is only a clue can be chosen, and is not', async () => {
    const { user, actions, learn } = show([]);
    learn([saysAi()], { draft: withLate([]), findings: [described] });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Late/ }).checked).toBe(false);
    await user.click(report());
    expect(chosen(actions)).toEqual(draft.categories);
  });

  test('does not come back once the reader has dropped its category', async () => {
    const { user, actions, learn } = show([]);
    const late = { draft: withLate(['late/a']), findings: [described] };
    learn([saysAi()], late);
    await user.click(screen.getByRole('checkbox', { name: /Late/ }));
    learn([saysAi(), makeCheck({ media: picture(2) })], { ...late, draft: withLate(['late/a']) });
    await user.click(report());
    expect(chosen(actions)).toEqual(draft.categories);
  });
});

describe('the list of what a report holds', () => {
  const media = (checks: MediaCheck[] | undefined, parts = {}) =>
    keptEntries(
      { ...makeDraft({ post: makePost(parts) }), ...(checks && { mediaChecks: checks }) },
      [],
      [],
      undefined,
    ).find(({ name }) => name === 'Media')?.value;

  test('counts addresses and what was looked into', () => {
    expect(media([saysAi()], { media: post.media })).toBe('Addresses: 2 · Files looked into: 1');
    expect(media(undefined, { media: post.media })).toBe('Addresses: 2');
    expect(media([saysAi()])).toBe('Files looked into: 1');
    expect(media(undefined)).toBeUndefined();
  });
});

describe('a finding without words', () => {
  const bare = { ...FINDING, spans: [] };
  const words = () => document.querySelector('.finding .matched')?.textContent;

  test('shows what the files say, each thing once, and no empty quotation', () => {
    const checks = [saysAi(), saysAi({ media: picture(2) }), makeCheck({ evidence: [HINT] })];
    show(checks, { findings: [bare] });
    expect(words()).toBe(
      'What the files sayThe file states that it was generated by AI (producer: 青芽绘图); not signed',
    );
    expect(document.querySelector('.finding :is(blockquote, q)')).toBeNull();
  });

  test('shows nothing while nothing that counts is known', () => {
    show([makeCheck({ evidence: [SIGNED], capturedBy: 'Nikora Cameras' })], { findings: [bare] });
    expect(words()).toBeUndefined();
  });

  test('is told from one with words, which stand alone', () => {
    show([saysAi()], { findings: [FINDING] });
    expect(words()).not.toContain('The file states');
  });
});

test('a card where nobody looks into files has no such section', () => {
  show([], { media: undefined });
  expect(document.querySelector('.media-says')).toBeNull();
});
