import '../../support/cleanup';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ReportList } from '@/components/ReportList';
import { headline } from '@/components/ReportRow';
import { makePost, makeReport } from '../../support/builders';
import { testNames } from '../../support/names';

const reports = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    makeReport({
      id: `r${i}`,
      post: makePost({ id: `p${i}`, title: `Post ${i}` }),
    }),
  );

function show(count: number, onOpen = vi.fn()) {
  render(
    <ReportList
      reports={reports(count)}
      currentId="r1"
      siteName={testNames.site}
      categoryName={testNames.category}
      onOpen={onOpen}
    />,
  );
  return onOpen;
}

test('a row names post, category, site, author and status, and opens', async () => {
  const onOpen = show(2);
  const row = screen.getByRole('button', {
    name: /Post 1.*New.*Fake staged scenes.*Xiaohongshu · 山间小院/,
  });
  expect(row.getAttribute('aria-current')).toBe('true');
  await userEvent.click(row);
  expect(onOpen).toHaveBeenCalledWith('r1');
});

test('arrow keys, Home and End move between rows', async () => {
  show(3);
  const focused = () => document.activeElement?.textContent?.match(/Post \d/)?.[0];
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()).toBe('Post 1');
  await userEvent.keyboard('{End}{ArrowDown}');
  expect(focused()).toBe('Post 2');
  await userEvent.keyboard('{Home}');
  expect(focused()).toBe('Post 0');
});

test('a long list is shown in portions', async () => {
  show(450);
  expect(screen.getAllByRole('listitem')).toHaveLength(200);
  await userEvent.click(screen.getByRole('button', { name: 'Show 200 more (250 left)' }));
  await userEvent.click(screen.getByRole('button', { name: 'Show 50 more (50 left)' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(450);
  expect(screen.queryByRole('button', { name: /more/ })).toBeNull();
});

test('a post without a title is named by its text', () => {
  expect(headline(makeReport({ post: makePost({ title: '', text: ' 正文 ' }) }))).toBe('正文 ');
  expect(headline(makeReport({ post: makePost({ title: '', text: '' }) }))).toBe(makePost().url);
});
