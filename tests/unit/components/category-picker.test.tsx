// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { type CategoryOption, CategoryPicker } from '@/components/CategoryPicker';
import type { Guidance } from '@/components/GuidanceView';
import { useLanguage } from '../../support/setup';

const both = (zh_CN: string, en: string) => ({ zh_CN, en });
const army = both('打击网络水军', 'Water armies');
const ai = both('整治AI滥用', 'Abuse of AI');
const OPTIONS: CategoryOption[] = [
  { id: '2023-2/recruiting', name: both('招募水军', 'Recruiting'), campaign: army },
  { id: '2023-2/by-hand', name: both('群组养号', 'Account farms'), campaign: army },
  { id: '2025-4/no-label', name: both('没有标识', 'No AI label'), campaign: ai },
];
const GUIDANCE: Record<string, Guidance> = {
  '2023-2/by-hand': {
    checklist: [both('看到几个号？', 'How many accounts?')],
    reminder: both('先截图', 'Take a picture first'),
    never: both('粉丝群', 'Fan groups'),
    help: true,
  },
};

function show(chosen: string[] = []) {
  const onChange = vi.fn();
  function Picker() {
    const [now, setNow] = useState(chosen);
    const change = (ids: string[]) => {
      onChange(ids);
      setNow(ids);
    };
    return (
      <CategoryPicker
        open
        options={OPTIONS}
        chosen={now}
        guidanceOf={(id) => GUIDANCE[id]}
        onChange={change}
      />
    );
  }
  render(<Picker />);
  return { onChange, user: userEvent.setup() };
}
const filter = () => screen.getByRole('searchbox', { name: 'Find a category' });
const offered = () => screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent);

test('offers the newest year first, under year and campaign', () => {
  show();
  const groups = screen.getAllByRole('group').filter(({ tagName }) => tagName === 'FIELDSET');
  expect(groups.map((group) => group.querySelector('legend')?.textContent)).toEqual([
    '2025 · Abuse of AI',
    '2023 · Water armies',
  ]);
  expect(offered()).toEqual(['No AI label', 'Recruiting', 'Account farms']);
});

test.each([
  ['farm', ['Account farms']],
  ['ＦＡＲＭ', ['Account farms']],
  ['招募', ['Recruiting']],
  ['2023-2/', ['Recruiting', 'Account farms']],
  ['water recruit', ['Recruiting']],
])('narrows by names in both languages and by ids: %s', async (typed, expected) => {
  const { user } = show();
  await user.type(filter(), typed);
  expect(offered()).toEqual(expected);
  expect(screen.getByRole('status').textContent).toBe(`${expected.length} found`);
});

test('Enter chooses the first that fits and makes the field ready for the next', async () => {
  const { user, onChange } = show();
  await user.type(filter(), 'label{Enter}');
  await user.keyboard('recruit{Enter}');
  expect(onChange).toHaveBeenLastCalledWith(['2025-4/no-label', '2023-2/recruiting']);
  expect(filter()).toHaveProperty('value', '');
  // Once more is neither twice nor taken back, and Enter alone chooses nothing.
  await user.keyboard('recruit{Enter}{Enter}');
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('the arrows go from the field through the list and back', async () => {
  const { user, onChange } = show();
  await user.click(filter());
  await user.keyboard('{ArrowDown}{ArrowDown} ');
  expect(onChange).toHaveBeenLastCalledWith(['2023-2/recruiting']);
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.activeElement).toBe(filter());
});

test('what is chosen stays in sight and can be removed, even when no pack holds it any more', async () => {
  const { user, onChange } = show(['2025-4/no-label', '2019-1/gone']);
  await user.type(filter(), 'recruit');
  const chips = screen.getAllByRole('button', { name: /^Remove/ });
  expect(chips.map(({ textContent }) => textContent)).toEqual(['No AI label ×', '2019-1/gone ×']);
  await user.click(screen.getByRole('button', { name: 'Remove 2019-1/gone' }));
  expect(onChange).toHaveBeenLastCalledWith(['2025-4/no-label']);
  expect(document.activeElement?.textContent).toBe('Change categories');
});

test('a chosen category shows its questions, its reminder and, first, where help is', async () => {
  const { user } = show();
  await user.click(screen.getByRole('checkbox', { name: 'Account farms' }));
  const section = within(screen.getByRole('heading', { name: 'Account farms' }).closest('section')!);
  expect(section.getByText('How many accounts?')).toBeTruthy();
  expect(section.getByText('Take a picture first', { exact: false })).toBeTruthy();
  expect(section.getByText('Fan groups', { exact: false })).toBeTruthy();
  const help = section.getByRole('note');
  expect(help.compareDocumentPosition(section.getByText('How many accounts?'))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
  await user.click(screen.getByRole('button', { name: 'Remove Account farms' }));
  expect(screen.queryByText('How many accounts?')).toBeNull();
});

test('speaks Chinese', () => {
  useLanguage('zh_CN');
  show(['2023-2/by-hand']);
  expect(screen.getByRole('button', { name: '移除群组养号' })).toBeTruthy();
  expect(screen.getByRole('searchbox', { name: '查找类别' })).toBeTruthy();
});
