// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReportDetailProps } from '@/components/ReportDetail';
import type { Evidence, HistoryEntry, Report } from '@/utils/model/report';
import { makeFinding, makePost, makeReport } from '../../support/builders';
import { useLanguage } from '../../support/setup';
import { detail, detailActions } from '../detail/support';

let on: ReturnType<typeof detailActions>;
beforeEach(() => {
  on = detailActions();
});

function show(report: Report, parts: Partial<ReportDetailProps> = {}) {
  return render(detail({ report, on, ...parts }));
}

describe('the detail of a report', () => {
  test('shows the post with its matched words, basis and what speaks against it', () => {
    show(
      makeReport({
        findings: [
          makeFinding({
            counter: [{ type: 'wording', id: 'debunk', text: '辟谣' }],
          }),
        ],
        post: makePost({ publishedApprox: true }),
      }),
    );
    expect(screen.getByRole('heading', { level: 2 })).toHaveProperty('textContent', '偶遇一位老人');
    expect(screen.getByText('偶遇', { selector: 'mark' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: /Fake staged scenes Likely/ })).toBeTruthy();
    expect(
      screen.getByText('Basis: Malicious marketing in short video · “staged scenes with invented plots”'),
    ).toBeTruthy();
    expect(screen.getByText('辟谣', { exact: false })).toBeTruthy();
    expect(screen.getByText(/^about /)).toBeTruthy();
    expect(screen.getByText('Likes 1,200 · Comments 34')).toBeTruthy();
  });

  test('opens the post in a new tab that knows nothing of ours', () => {
    show(makeReport());
    const link = screen.getByRole('link', { name: 'Open the post' });
    expect(link.getAttribute('href')).toBe(makePost().url);
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  test('leads to the media by the addresses that the page had, numbered by type', () => {
    const at = (name: string) => `https://cdn.example/${name}`;
    const media = [
      { type: 'image' as const, url: at('1.jpg') },
      { type: 'video' as const, url: at('1.mp4') },
      { type: 'image' as const, url: at('2.jpg') },
    ];
    const { unmount } = show(makeReport({ post: makePost({ media }) }));
    const links = ['Picture 1', 'Video 1', 'Picture 2'].map((name) => screen.getByRole('link', { name }));
    expect(links.map((link) => link.getAttribute('href'))).toEqual(media.map(({ url }) => url));
    expect(new Set(links.map((link) => link.getAttribute('rel')))).toEqual(new Set(['noopener noreferrer']));
    unmount();
    show(makeReport());
    expect(screen.queryByText('Media')).toBeNull();
  });

  test('keeps apart an empty label place and one that was not read', () => {
    const { unmount } = show(makeReport({ post: makePost({ labels: { state: 'none', items: [] } }) }));
    expect(screen.getByText('The label place was read and is empty')).toBeTruthy();
    unmount();
    show(
      makeReport({
        post: makePost({ labels: { state: 'unknown', items: [] } }),
      }),
    );
    expect(screen.getByText('Could not tell: the label place could not be read')).toBeTruthy();
  });

  test('says so when the rule of a finding is gone, and still shows its words', () => {
    show(
      makeReport({
        findings: [makeFinding({ rule: '2024-1/x/y', category: '2024-1/x' })],
        categories: [],
      }),
    );
    expect(screen.getByText('The rule 2024-1/x/y is no longer in the packs of this version.')).toBeTruthy();
    expect(screen.getByText('偶遇', { selector: 'q' })).toBeTruthy();
  });

  test('changes the status by one button and tells which one holds', async () => {
    show(makeReport({ status: 'confirmed' }));
    const group = screen.getByRole('group', { name: 'Status' });
    expect(within(group).getByRole('button', { pressed: true, name: 'Confirmed' })).toBeTruthy();
    expect(within(group).getAllByRole('button', { pressed: true })).toHaveLength(1);
    await userEvent.click(within(group).getByRole('button', { name: 'Dismissed' }));
    await userEvent.click(within(group).getByRole('button', { name: 'Confirmed' }));
    expect(on.onStatus.mock.calls).toEqual([['dismissed']]);
  });

  test('changes categories and lists what changed before', async () => {
    const history: HistoryEntry[] = [
      { seq: 1, reportId: 'report-1', at: 0, action: 'filed' },
      {
        seq: 2,
        reportId: 'report-1',
        at: 1,
        action: 'status',
        before: { status: 'new' },
      },
    ];
    show(makeReport({ status: 'confirmed' }), { history });
    expect(screen.getByText('Status changed')).toBeTruthy();
    expect(screen.getByText('New', { selector: '.history-change > *' })).toBeTruthy();
    await userEvent.click(screen.getByText('Change categories'));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Missing AI label' }));
    expect(on.onCategories).toHaveBeenCalledWith(['2025-3/fake-staged', '2025-4/ai-label-missing']);
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(on.onDelete).toHaveBeenCalledOnce();
  });

  test('shows what a category chosen by hand asks, and not again what a finding has said', () => {
    show(makeReport({ categories: ['2025-3/fake-staged', '2025-4/ai-label-missing'] }));
    expect(screen.getByText('Question about Missing AI label?')).toBeTruthy();
    expect(screen.queryByText('Question about Fake staged scenes?')).toBeNull();
    expect(screen.getByText('Look at more than one')).toBeTruthy();
  });

  test('a category can be removed, and leads to all that is known of it', async () => {
    show(makeReport());
    await userEvent.click(screen.getByRole('button', { name: 'Remove Fake staged scenes' }));
    expect(on.onCategories).toHaveBeenCalledWith([]);
    await userEvent.click(screen.getByRole('button', { name: 'More about this category' }));
    expect(on.onMore).toHaveBeenCalledWith('2025-3/fake-staged');
  });

  test('shows what evasive words stand for, whether or not the rule is still there', () => {
    const spans = [{ field: 'text' as const, start: 0, end: 2, text: '薇❤', reads: '微信' }];
    const gone = { rule: '2024-1/x/y', category: '2024-1/x', spans };
    show(makeReport({ findings: [makeFinding({ spans }), makeFinding(gone)] }));
    expect(screen.getAllByText('微信')).toHaveLength(2);
  });

  test('shows a screenshot and gives its address back', async () => {
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:picture');
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    const evidence: Evidence[] = [
      {
        id: 'e',
        reportId: 'report-1',
        kind: 'screenshot',
        at: 0,
        blob: new Blob(['x']),
      },
    ];
    const { unmount } = show(makeReport(), { evidence });
    await waitFor(() =>
      expect(screen.getByRole('img', { name: /^Screenshot/ }).getAttribute('src')).toBe('blob:picture'),
    );
    unmount();
    await waitFor(() => expect(revoke).toHaveBeenCalledWith('blob:picture'));
  });

  test('speaks Chinese', () => {
    useLanguage('zh_CN');
    show(makeReport());
    expect(screen.getByRole('heading', { name: /虚假摆拍 较可能/ })).toBeTruthy();
    expect(screen.getByText('标签位置已读，没有标签')).toBeTruthy();
    expect(screen.getByRole('button', { name: '待处理', pressed: true })).toBeTruthy();
  });
});
