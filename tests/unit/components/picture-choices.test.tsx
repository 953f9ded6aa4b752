// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { PictureChoices } from '@/components/PictureChoices';
import { useLanguage } from '../../support/setup';

describe('the choice of what becomes of pictures', () => {
  test('is one of three, each with what follows from it', () => {
    render(<PictureChoices value="ask" onChange={vi.fn()} />);
    expect(screen.getByRole('group', { name: 'Pictures of posts' })).toBeTruthy();
    const choices = screen.getAllByRole<HTMLInputElement>('radio');
    expect(choices.map(({ value, checked }) => [value, checked])).toEqual([
      ['keep', false],
      ['ask', true],
      ['none', false],
    ]);
    for (const choice of choices) {
      const hint = document.getElementById(choice.getAttribute('aria-describedby')!);
      expect(hint?.textContent?.length).toBeGreaterThan(10);
    }
  });

  test.each([
    ['Keep them with the report', 'keep'],
    ['Take none', 'none'],
  ])('"%s" is chosen by pointer', async (name, value) => {
    const onChange = vi.fn();
    render(<PictureChoices value="ask" onChange={onChange} />);
    await userEvent.click(screen.getByRole('radio', { name }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(value);
  });

  test('is chosen by arrow keys', async () => {
    const onChange = vi.fn();
    render(<PictureChoices value="keep" onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('ask');
  });

  test('is said in Chinese', () => {
    useLanguage('zh_CN');
    render(<PictureChoices value="keep" onChange={vi.fn()} />);
    expect(screen.getByRole('radio', { name: '先问我' })).toBeTruthy();
  });
});
