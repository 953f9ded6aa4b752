// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { MutedRules } from '@/components/MutedRules';
import { useLanguage } from '../../support/setup';

const known = {
  category: { zh_CN: '虚假摆拍', en: 'Fake staged scenes' },
  campaign: { zh_CN: '恶意营销', en: 'Malicious marketing' },
  reason: { zh_CN: '称偶遇而有镜头语言', en: 'Says it met by chance, filmed as planned' },
};
const RULE = '2025-3/fake-staged/kindness';

describe('muted rules', () => {
  test('are named by what they see, with category and campaign', () => {
    render(<MutedRules rules={[{ id: RULE, known }]} onTurnOn={vi.fn()} />);
    expect(screen.getByRole('listitem').textContent).toContain('Says it met by chance');
    expect(screen.getByText('Fake staged scenes · Malicious marketing')).toBeTruthy();
  });

  test('are named in Chinese', () => {
    useLanguage('zh_CN');
    render(<MutedRules rules={[{ id: RULE, known }]} onTurnOn={vi.fn()} />);
    expect(screen.getByRole('button', { name: '重新打开：称偶遇而有镜头语言' })).toBeTruthy();
  });

  test('that no pack has any more are named by their id, and can be turned on too', async () => {
    const onTurnOn = vi.fn();
    render(<MutedRules rules={[{ id: 'gone/away/rule' }]} onTurnOn={onTurnOn} />);
    await userEvent.click(screen.getByRole('button', { name: /^Turn on again: .*gone\/away\/rule/ }));
    expect(onTurnOn).toHaveBeenCalledWith('gone/away/rule');
  });

  test('leave the focus at the heading when their button goes', async () => {
    render(<MutedRules rules={[{ id: RULE, known }]} onTurnOn={vi.fn()} />);
    await userEvent.click(screen.getByRole('button', { name: /Turn on again/ }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Rules that mark nothing' }));
  });

  test('say so when there is none', () => {
    render(<MutedRules rules={[]} onTurnOn={vi.fn()} />);
    expect(screen.getByText('No rule is turned off.')).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
  });
});
