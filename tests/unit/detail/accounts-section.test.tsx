// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { AccountsSection } from '@/components/detail/AccountsSection';
import { ACCOUNT_FIELDS, differences } from '@/components/detail/account-differences';
import { takeEdits } from '@/utils/merge/take';
import type { Account } from '@/utils/model/account';
import { REPORT_STATUSES, type Report } from '@/utils/model/report';
import { makeReport } from '../../support/builders';
import '../../support/cleanup';
import { useLanguage } from '../../support/setup';

const answer = (yes: boolean) => ({
  category: '2025-3/fake-staged',
  question: { zh_CN: '情节是演的吗？', en: 'Is the plot acted?' },
  answer: yes ? ('yes' as const) : ('no' as const),
});
const account = (parts: Partial<Report> = {}, more: Partial<Account> = {}): Account => ({
  reviewer: { id: 'abcdef-123', name: '阿青' },
  report: makeReport({ updatedAt: Date.UTC(2026, 10, 20), ...parts }),
  steps: [],
  ...more,
});

function show(report: Report) {
  const onTake = vi.fn();
  render(<AccountsSection report={report} categoryName={(id) => `name of ${id}`} onTake={onTake} />);
  return onTake;
}

describe('who said what', () => {
  test('is not there while nobody else says anything', () => {
    show(makeReport());
    expect(screen.queryByRole('heading')).toBeNull();
  });

  test('shows each account with what it holds', () => {
    show(
      makeReport({
        accounts: [
          account({
            status: 'confirmed',
            note: '两处同款剧情',
            tags: ['重点'],
            answers: [answer(true)],
          }),
          account({}, { reviewer: { id: 'zyxwvu-9', name: '' }, partial: true, masked: true }),
        ],
      }),
    );
    const [first, second] = screen.getAllByRole('article');
    expect(first!.getAttribute('aria-label')).toBe('阿青');
    for (const text of [
      'Confirmed',
      'name of 2025-3/fake-staged',
      '两处同款剧情',
      '重点',
      'Is the plot acted?',
    ])
      expect(within(first!).getAllByText(text).length).toBeGreaterThan(0);
    expect(within(second!).getByText('Unnamed reviewer zyxwvu')).toBeTruthy();
    expect(second!.textContent).toContain('only a part');
    expect(second!.textContent).toContain('numbers replaced');
  });

  test('marks what differs from here in words, and takes that field over', () => {
    const theirs = account({ status: 'dismissed', note: '只是搞笑' });
    const onTake = show(makeReport({ status: 'confirmed', note: '剧本', accounts: [theirs] }));
    expect(screen.getAllByText('≠ differs from here')).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Take over: Note of 阿青' }));
    expect(onTake).toHaveBeenCalledExactlyOnceWith('note', theirs);
    expect(screen.queryByRole('button', { name: /Categories/ })).toBeNull();
  });

  test('says whose account stands at the top of an adopted row', () => {
    show(makeReport({ adopted: 'abcdef-123', statusFrom: 'abcdef-123', accounts: [account()] }));
    expect(screen.getByText(/What stands above is the account of 阿青/)).toBeTruthy();
  });

  test('says from whom a status was taken over, also when they are not there any more', () => {
    show(makeReport({ status: 'dismissed', statusFrom: 'gone-1234', accounts: [account()] }));
    expect(screen.getByText(/taken over from Unnamed reviewer gone-1/)).toBeTruthy();
  });

  test('tells the steps when they are asked for, in Chinese too', () => {
    useLanguage('zh_CN');
    show(makeReport({ accounts: [account({}, { steps: [{ at: 1, action: 'filed', by: '青' }] })] }));
    expect(screen.getByText('对方的记录（1）')).toBeTruthy();
    expect(screen.getByText(/ · 青$/)).toBeTruthy();
  });
});

describe('what differs', () => {
  test.each<[string, Partial<Report>, Partial<Report>, readonly string[]]>([
    ['nothing', {}, {}, []],
    ['a decision', { status: 'confirmed' }, { status: 'dismissed' }, ['status']],
    ['no decision of theirs', { status: 'confirmed' }, { status: 'new' }, []],
    ['a decision that they took over', {}, { status: 'dismissed', statusFrom: 'x' }, []],
    ['the order of categories', { categories: ['a', 'b'] }, { categories: ['b', 'a'] }, []],
    ['a category', { categories: ['a'] }, { categories: ['a', 'b'] }, ['categories']],
    ['spaces', { note: 'x' }, { note: ' x ' }, []],
    ['nothing written by them', { note: 'x' }, { note: '' }, []],
    ['a note', { note: 'x' }, { note: 'y' }, ['note']],
    ['an answer', { answers: [answer(true)] }, { answers: [answer(false)] }, ['answers']],
    ['tags', { tags: ['a'] }, { tags: ['b'] }, ['tags']],
  ])('%s', (_, here, theirs, expected) => {
    expect([...differences(makeReport(here), account(theirs))]).toEqual(expected);
  });

  test('differs no more once it was taken over', () => {
    const words = fc.subarray(['a', 'b', 'c']);
    const parts = fc.record({
      status: fc.constantFrom(...REPORT_STATUSES),
      categories: words,
      note: fc.constantFrom('', 'x', ' y '),
      tags: words,
      answers: fc.subarray([answer(true)]),
    });
    fc.assert(
      fc.property(parts, parts, (mine, theirs) => {
        const here = makeReport(mine);
        const there = account(theirs);
        for (const field of differences(here, there)) {
          const [edit, ...more] = takeEdits(here, there, [field]);
          expect(more).toEqual([]);
          if (!edit) throw new Error(`${field} differs and cannot be taken over`);
          const tags =
            edit.action === 'tags'
              ? [...(here.tags ?? []).filter((tag) => !edit.remove.includes(tag)), ...edit.add]
              : [];
          const after = { ...here, ...edit, ...(edit.action === 'tags' && { tags }) } as Report;
          expect(differences(after, there).has(field)).toBe(false);
        }
        expect(ACCOUNT_FIELDS).toHaveLength(5);
      }),
    );
  });
});
