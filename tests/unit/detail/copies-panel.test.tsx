// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type Copies, CopiesPanel } from '@/components/detail/CopiesPanel';
import { makePost, makeReport } from '../../support/builders';
import { testNames } from '../../support/names';
import { useLanguage } from '../../support/setup';
import { detail } from './support';

const COPIES: Copies = {
  shown: [
    {
      report: makeReport({ id: 'b', status: 'confirmed', post: makePost({ title: '偶遇老人，第二次' }) }),
      reasons: ['near-text', 'cover'],
    },
    {
      report: makeReport({ id: 'c', post: makePost({ title: '', site: 'zhihu', author: {} }) }),
      reasons: [],
    },
  ],
  count: 1_203,
};

function show(copies: Copies) {
  const on = { onOpen: vi.fn(), onDecideAll: vi.fn() };
  render(<CopiesPanel copies={copies} siteName={testNames.site} {...on} />);
  return on;
}

test('each copy says what it is, where, how it was decided and why it is one', () => {
  show(COPIES);
  expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    '偶遇老人，第二次ConfirmedXiaohongshu · 山间小院 · nearly the same text, same cover',
    `${makePost().text}NewZhihu · through another copy`,
  ]);
});

test('a copy is opened', async () => {
  const { onOpen } = show(COPIES);
  await userEvent.click(screen.getByRole('button', { name: '偶遇老人，第二次' }));
  expect(onOpen.mock.calls).toEqual([['b']]);
});

test('all are decided as one, counted with the report itself and those that are not shown', async () => {
  const { onDecideAll } = show(COPIES);
  expect(screen.getByText('1,201 more')).toBeTruthy();
  const group = screen.getByRole('group', { name: 'Decide all 1,204 as one:' });
  expect(
    within(group)
      .getAllByRole('button')
      .map((each) => each.textContent),
  ).toEqual(['Confirmed', 'Dismissed', 'Submitted']);
  await userEvent.click(within(group).getByRole('button', { name: 'Dismissed' }));
  expect(onDecideAll.mock.calls).toEqual([['dismissed']]);
});

test('there is no panel without copies', () => {
  useLanguage('zh_CN');
  const { unmount } = render(detail());
  expect(screen.queryByRole('heading', { name: '相同或相近的内容' })).toBeNull();
  unmount();
  render(detail({ copies: { ...COPIES, count: 2 } }));
  expect(screen.getByRole('heading', { name: '相同或相近的内容' })).toBeTruthy();
  expect(screen.getByRole('group', { name: '3 条一起处理：' })).toBeTruthy();
  expect(screen.queryByText(/另有/)).toBeNull();
});
