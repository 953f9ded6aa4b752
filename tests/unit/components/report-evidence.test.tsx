// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { AnswerList } from '@/components/AnswerList';
import { CapturedPost } from '@/components/detail/CapturedPost';
import { VisitList } from '@/components/VisitList';
import { NO_LABELS } from '@/utils/model/post';
import { type CheckAnswer, type Report, type Visit, WITHHOLDABLE } from '@/utils/model/report';
import { withhold } from '@/utils/model/withhold';
import { makePost, makeReport } from '../../support/builders';
import { testNames } from '../../support/names';
import { useLanguage } from '../../support/setup';
import { detail } from '../detail/support';

const AT = Date.UTC(2026, 10, 5, 3, 4);
const visit = (seq: number, parts: Partial<Visit>): Visit => ({
  seq,
  reportId: 'report-1',
  at: AT + seq * 60_000,
  changes: ['same'],
  labels: NO_LABELS,
  ...parts,
});
const answer = (category: string, zh_CN: string, en: string, given: CheckAnswer['answer']): CheckAnswer => ({
  category,
  question: { zh_CN, en },
  answer: given,
});
function show(report: Report, visits: Visit[] = []) {
  return render(detail({ report, visits }));
}

describe('later visits', () => {
  const visits = [
    visit(1, { changes: ['edited'], title: '改过的标题', text: '改过的正文' }),
    visit(2, {
      changes: ['edited', 'labelled'],
      labels: {
        state: 'seen',
        items: [{ kind: 'fiction', text: '虚构演绎', by: 'author', from: 'element' }],
      },
    }),
    visit(3, { changes: ['unlabelled'] }),
    visit(4, { changes: ['gone'] }),
  ];

  test('are listed newest first, each with its time and all that had changed', () => {
    render(<VisitList visits={visits} />);
    const items = screen.getAllByRole('listitem').filter((each) => each.querySelector('time'));
    expect(items.map((each) => each.querySelector('time')?.getAttribute('datetime'))).toEqual(
      visits.toReversed().map(({ at }) => new Date(at).toISOString()),
    );
    expect(items.map((each) => each.querySelector('p')?.textContent)).toEqual([
      'gone',
      'label gone',
      'text edited, label added',
      'text edited',
    ]);
  });

  test('show the label as it was then, only where one came or went', () => {
    render(<VisitList visits={visits} />);
    const [gone, unlabelled, labelled, edited] = screen
      .getAllByRole('listitem')
      .filter((each) => each.querySelector('time')) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    expect(within(labelled).getByText('虚构演绎')).toBeTruthy();
    expect(within(unlabelled).getByText('The label place was read and is empty')).toBeTruthy();
    for (const other of [gone, edited]) expect(other.querySelector('.labels')).toBeNull();
  });

  test('keep the edited words behind a disclosure', async () => {
    render(<VisitList visits={visits} />);
    const [details, ...others] = document.querySelectorAll('details');
    expect(others).toEqual([]);
    expect(details?.open).toBe(false);
    await userEvent.click(screen.getByText('Title and text at that time'));
    expect(details?.open).toBe(true);
    expect([...details!.querySelectorAll('p')].map((each) => each.textContent)).toEqual([
      '改过的标题',
      '改过的正文',
    ]);
  });

  test('stand in the report once there is one', () => {
    const { unmount } = show(makeReport());
    expect(screen.queryByRole('heading', { name: 'Seen again' })).toBeNull();
    unmount();
    useLanguage('zh_CN');
    show(makeReport(), visits);
    expect(screen.getByRole('heading', { name: '再次看到时' })).toBeTruthy();
  });
});

describe('answers', () => {
  const answers = [
    answer('2025-3/fake-staged', '有没有演绎标签？', 'Is there a fiction label?', 'no'),
    answer('2025-4/ai-label-missing', '画面是否生成？', 'Is the picture generated?', 'yes'),
    answer('2025-3/fake-staged', '是否称偶遇？', 'Does it claim chance?', 'yes'),
  ];

  test('stand under their category, each beside its question', () => {
    const { container } = render(<AnswerList answers={answers} categoryName={testNames.category} />);
    expect(screen.getAllByRole('heading', { level: 4 }).map((each) => each.textContent)).toEqual([
      'Fake staged scenes',
      'Missing AI label',
    ]);
    expect(
      [...container.querySelectorAll('dl > div')].map((each) =>
        [...each.children].map((part) => part.textContent),
      ),
    ).toEqual([
      ['Is there a fiction label?', 'No'],
      ['Does it claim chance?', 'Yes'],
      ['Is the picture generated?', 'Yes'],
    ]);
  });

  test('are shown in the report in the language of the reader, if any were given', () => {
    useLanguage('zh_CN');
    const { unmount } = show(makeReport({ answers }));
    expect(screen.getByText('画面是否生成？').nextElementSibling?.textContent).toBe('是');
    unmount();
    show(makeReport({ answers: [] }));
    expect(screen.queryByText('画面是否生成？')).toBeNull();
  });
});

describe('what the reader took out', () => {
  test('is said to be taken out, not unread', () => {
    const { container } = render(
      <CapturedPost post={withhold(makePost(), WITHHOLDABLE)} findings={[]} withheld={[...WITHHOLDABLE]} />,
    );
    expect([...container.querySelectorAll('dt')].map((each) => each.textContent)).toEqual([
      'Author',
      'Published',
      'Counts',
      'Media',
      'Hashtags',
    ]);
    expect(screen.getAllByText('Not kept (you took it out)')).toHaveLength(5);
    expect(screen.queryByText('Not read')).toBeNull();
  });

  test('is not confused with what the page did not give', () => {
    render(<CapturedPost post={withhold(makePost(), WITHHOLDABLE)} findings={[]} withheld={['author']} />);
    expect(screen.getAllByText('Not kept (you took it out)')).toHaveLength(1);
    expect(screen.getAllByText('Not read')).toHaveLength(2);
  });
});

describe('what the report rests on', () => {
  test('is said where it is known: when it was read, by which site definitions, and the seal of the row', () => {
    const parts = { readAt: AT, adapter: '0123456789ab', decidedAt: AT };
    const { unmount } = render(detail({ report: makeReport(parts), seal: 'f00d' }));
    const fact = (name: string) =>
      screen.queryByText(name, { selector: 'dt' })?.nextElementSibling?.textContent;
    expect(fact('Read')).toMatch(/^Nov 5, 2026/);
    expect(fact('Decided')).toMatch(/^Nov 5, 2026/);
    expect(fact('Site definitions')).toBe('0123456789ab');
    expect(fact('Fingerprint (SHA-256)')).toBe('f00d');
    expect(fact('Address')).toBe(makePost().url);
    unmount();
    show(makeReport());
    for (const name of ['Read', 'Decided', 'Site definitions', 'Fingerprint (SHA-256)'])
      expect(fact(name), name).toBeUndefined();
    expect(fact('Report')).toBe('report-1');
  });

  test('stands in the order in which it is weighed', () => {
    const { container } = show(makeReport({ answers: [answer('2025-3/fake-staged', '问', 'Q', 'yes')] }), [
      visit(1, { changes: ['gone'] }),
    ]);
    expect([...container.querySelectorAll('.detail-section > h3')].map((each) => each.textContent)).toEqual([
      'The post as read',
      'Findings',
      'Labels on the post',
      'Screenshots',
      'Answers',
      'Category',
      'Your work on it',
      'Seen again',
      'History',
      'Technical facts',
    ]);
  });

  test('lets the keyboard scroll a long text, and makes no stop of a short one', () => {
    const { unmount } = show(makeReport({ post: makePost({ text: '很长的一段话。'.repeat(60) }) }));
    expect(screen.getByRole('region', { name: 'Text of the post' }).tabIndex).toBe(0);
    unmount();
    show(makeReport());
    expect(screen.queryByRole('region')).toBeNull();
  });
});
