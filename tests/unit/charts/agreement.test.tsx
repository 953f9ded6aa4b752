// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { Agreement } from '@/components/charts/Agreement';
import { formatKappa } from '@/components/charts/format';
import { byPair } from '@/utils/figures/agreement';
import { HERE, type Opinion, type Verdict } from '@/utils/model/queue';
import '../../support/cleanup';
import { useLanguage } from '../../support/setup';

const qing = { id: 'q-1', name: '阿青' };
const nameless = { id: 'z-123456789', name: '' };
const says = (reviewer: Opinion['reviewer'], verdict: Verdict, categories: string[] = []): Opinion => ({
  reviewer,
  verdict,
  categories,
});
const times = (count: number, ...opinions: Opinion[]) => Array.from({ length: count }, () => ({ opinions }));

const PAIRS = byPair([
  ...times(20, says(HERE, 'problem', ['a']), says(qing, 'problem', ['a'])),
  ...times(5, says(HERE, 'problem', ['a']), says(qing, 'none')),
  ...times(10, says(HERE, 'none'), says(qing, 'problem', ['b'])),
  ...times(15, says(HERE, 'none'), says(qing, 'none')),
  ...times(3, says(HERE, 'none'), says(nameless, 'none')),
]);

function show(pairs = PAIRS) {
  const onDisputed = vi.fn();
  render(<Agreement pairs={pairs} categoryName={(id) => `name of ${id}`} onDisputed={onDisputed} />);
  return onDisputed;
}

describe('the agreement between reviewers', () => {
  test('says how to come to it while there is none', () => {
    show([]);
    expect(screen.getByText(/Import another reviewer’s file/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('tells n, agreement, chance and kappa with its interval, in a sentence and in a table', () => {
    show();
    expect(
      screen.getByText(
        /^You and 阿青 have both decided 50 posts, and agree in 70% .* κ = 0\.40 \(95 % interval 0\.12 to 0\.62\)\.$/,
      ),
    ).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Every two reviewers' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(
      within(first!)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['50', '70% (35)', '50%', '0.40 0.12 to 0.62']);
    expect(second!.textContent).toContain('You and Unnamed reviewer z-1234');
    expect(second!.textContent).toContain('κ cannot be told');
  });

  test('shows category by category what the chosen pair chose', () => {
    show();
    const heading = screen.getByRole('heading', { level: 4 });
    expect(heading.textContent).toBe('You and 阿青: category by category');
    const table = screen.getByRole('table', { name: 'You and 阿青: category by category' });
    const [, a, b] = within(table).getAllByRole('row');
    expect(a!.textContent).toMatch(/^name of a chosen 25 and 20 times50/);
    expect(b!.textContent).toMatch(/^name of b chosen 0 and 10 times/);
    fireEvent.click(screen.getByRole('button', { name: 'You and Unnamed reviewer z-1234' }));
    expect(heading.textContent).toBe('You and Unnamed reviewer z-1234: category by category');
    expect(screen.getByText(/Neither chose a category/)).toBeTruthy();
    expect(screen.getByRole('button', { pressed: true }).textContent).toContain('Unnamed');
  });

  test('leads to what reviewers disagree about', () => {
    const onDisputed = show();
    fireEvent.click(screen.getByRole('button', { name: 'Show what reviewers disagree about' }));
    expect(onDisputed).toHaveBeenCalledTimes(1);
  });

  test('speaks Chinese', () => {
    useLanguage('zh_CN');
    show();
    expect(screen.getByText(/^我 与 阿青 都判断过 50 条内容/)).toBeTruthy();
  });
});

test('kappa has two digits, and no sign where it is nothing', () => {
  expect([1, 0.404, 0, -0.001, -0.5].map(formatKappa)).toEqual(['1.00', '0.40', '0.00', '0.00', '−0.50']);
});
