// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import '../../support/cleanup';
import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CasesPart, type CasesPartProps } from '@/entrypoints/reports/cases/CasesPart';
import { handoverDrafts } from '@/entrypoints/reports/cases/drafts';
import * as checkContext from '@/utils/exchange/check-context';
import { ReportIndex } from '@/utils/report-index/report-index';
import { ReportStore } from '@/utils/storage/reports';
import { reviewer } from '@/utils/storage/settings';
import { makeDraft, makePost, makeReport } from '../../support/builders';
import { testNames } from '../../support/names';

vi.mock('@/utils/exchange/check-context', { spy: true });

let store: ReportStore;
let index: ReportIndex;
const onDone = vi.fn();
const onOpen = vi.fn();
beforeEach(() => {
  store = new ReportStore('1.2.3', `handover-${crypto.randomUUID()}`);
  index = new ReportIndex();
  onDone.mockReset();
  onOpen.mockReset();
});
afterEach(() => store.close());

const file = async (id: string, text = '偶遇老人，没有剧本，关注看后续，这一段足够长，可以当作副本。') =>
  (await store.file(makeDraft({ post: makePost({ id, title: `标题 ${id}`, text }) }))).reportId;
const edit = async (ids: readonly string[], change: Parameters<ReportStore['editMany']>[1]) => {
  await store.editMany(ids, change);
  return true;
};
const attempt: CasesPartProps['actions']['attempt'] = async (_, work) => {
  await work();
  return true;
};
async function part(parts: Partial<CasesPartProps> = {}) {
  index.put(await store.changedSince(-1, 100));
  return (
    <CasesPart
      store={store}
      names={testNames}
      index={index}
      version={index.version}
      progress={undefined}
      actions={{ edit, attempt }}
      reportId={undefined}
      onOpen={onOpen}
      onHandOver={vi.fn()}
      onDone={onDone}
      {...parts}
    />
  );
}
const heading = (id: string) => screen.findByRole('heading', { name: `Hand over: 标题 ${id}` });
async function lookAtEverything(): Promise<void> {
  const ready = () => screen.getByRole('button', { name: /^Note .*handed in/ }) as HTMLButtonElement;
  await waitFor(() => expect(document.querySelector('.precheck, [role=status]')).not.toBeNull());
  await waitFor(async () => {
    for (const box of screen.queryAllByRole('checkbox', { name: /go on/ })) {
      if (!(box as HTMLInputElement).checked) await userEvent.click(box);
    }
    expect(ready().disabled).toBe(false);
  });
}
const handIn = () => userEvent.click(screen.getByRole('button', { name: /^Note .*handed in/ }));

describe('handing over', () => {
  test('notes time, code, note and what was let pass, and leads to the cases', async () => {
    await reviewer.setValue('阿青');
    const id = await file('1');
    render(await part({ reportId: id }));
    await heading('1');
    await lookAtEverything();
    await userEvent.type(screen.getByRole('textbox', { name: 'Query code' }), '  A1B2 ');
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), '网页提交');
    await handIn();
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    const { report } = (await store.get(id))!;
    expect(report.handovers).toMatchObject([
      {
        channel: 'xiaohongshu',
        queryCode: 'A1B2',
        note: '网页提交',
        outcome: 'open',
        posts: [report.postKey],
      },
    ]);
    expect(Date.now() - report.handovers![0]!.at).toBeLessThan(120_000);
    expect(report.overruled).toContainEqual(
      expect.objectContaining({ check: 'evidence', for: 'handover', by: '阿青' }),
    );
    expect(handoverDrafts.of(id).queryCode).toBe('');
  });

  test('keeps what was typed when it could not be stored', async () => {
    const id = await file('1');
    render(await part({ reportId: id, actions: { edit: async () => false, attempt } }));
    await heading('1');
    await lookAtEverything();
    await userEvent.type(screen.getByRole('textbox', { name: 'Query code' }), 'C3');
    await handIn();
    expect(onDone).not.toHaveBeenCalled();
    expect(handoverDrafts.of(id).queryCode).toBe('C3');
    expect((await store.get(id))!.report.handovers).toBeUndefined();
  });

  test('pressed twice, it is one case', async () => {
    const id = await file('1');
    render(await part({ reportId: id }));
    await heading('1');
    await lookAtEverything();
    const button = screen.getByRole('button', { name: /^Note .*handed in/ });
    button.click();
    button.click();
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect((await store.get(id))!.report.handovers).toHaveLength(1);
  });

  test('a copy that was dismissed, or is on another site, goes along only when it is chosen', async () => {
    const [id, second, third] = [await file('1'), await file('2'), await file('3')];
    const { post } = (await store.get(second))!.report;
    await store.file(
      makeDraft({ post: { ...makePost({ site: 'zhihu', id: '4' }), title: '标题 4', text: post.text } }),
    );
    await store.edit(third, { action: 'status', status: 'dismissed' });
    render(await part({ reportId: id }));
    await heading('1');
    const boxes = () => screen.getAllByRole('checkbox', { name: /New|Dismissed/ }) as HTMLInputElement[];
    const chosen = () => boxes().flatMap(({ checked, labels }) => (checked ? labels![0]!.textContent : []));
    expect(chosen()).toEqual([expect.stringContaining('标题 2')]);
    await userEvent.click(screen.getByRole('button', { name: 'Choose all' }));
    expect(chosen()).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'Choose none' }));
    expect(chosen()).toEqual([]);
    await lookAtEverything();
    await handIn();
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect((await store.get(second))!.report.handovers).toBeUndefined();
  });

  test('where minors may be concerned, help comes first and pictures come with a warning', async () => {
    const id = await file('1');
    const known = (each: string) => ({ ...testNames.guidance(each)!, help: true });
    render(await part({ reportId: id, names: { ...testNames, guidance: known } }));
    await heading('1');
    expect(screen.getAllByRole('note')[0]!.className).toContain('help-first');
    expect(screen.getByText(/^Attach no sexual pictures/)).toBeTruthy();
  });

  test('checks that cannot be made are told, and keep nobody from handing in', async () => {
    vi.spyOn(checkContext, 'openCheckContext').mockRejectedValue(new Error('closed'));
    const id = await file('1');
    render(await part({ reportId: id }));
    await screen.findByText('The check could not be made: closed');
    await handIn();
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect((await store.get(id))!.report.overruled).toBeUndefined();
    vi.restoreAllMocks();
  });

  test('a report that is gone says so and leads back', async () => {
    render(await part({ reportId: 'gone' }));
    await screen.findByText('This report no longer exists');
    await userEvent.click(screen.getByRole('button', { name: 'Back to the cases' }));
    expect(onDone).toHaveBeenCalledOnce();
  });

  test('says why nothing could be read, and tries again', async () => {
    const id = await file('1');
    const wholes = vi.spyOn(store, 'wholesOf').mockRejectedValue(new Error('closed'));
    render(await part({ reportId: id }));
    await screen.findByRole('alert');
    wholes.mockRestore();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await heading('1');
  });
});

describe('the cases', () => {
  test('say what comes next when there is none, and wait while reports are read', async () => {
    const { rerender } = render(await part());
    expect(screen.getByText(/press “Hand over…”/)).toBeTruthy();
    rerender(await part({ progress: { done: 1, total: 9 } }));
    expect(screen.queryByText(/press “Hand over…”/)).toBeNull();
    expect(screen.getByRole('status', { name: '' }).textContent).toBe('Loading…');
  });

  test('of other reviewers are shown without an outcome to note', async () => {
    const handovers = [
      { id: 'h', channel: 'police', at: 5, queryCode: 'P-9', outcome: 'open', note: '', posts: [] } as const,
    ];
    const theirs = makeReport({ id: 'r', handovers: [{ ...handovers[0]!, posts: [] }] });
    const report = makeReport({
      id: 'r',
      accounts: [{ reviewer: { id: 'x', name: '小鉴' }, report: theirs, steps: [] }],
    });
    await store.addMany([report]);
    render(await part());
    await screen.findByText('P-9');
    expect(screen.getByText(/handed in by 小鉴/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Note the outcome…' })).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: '偶遇一位老人' }));
    expect(onOpen).toHaveBeenCalledWith('r');
  });

  test('come twenty at a time', async () => {
    for (let i = 0; i < 23; i++) {
      const id = await file(`${i}`, `第 ${i} 条`);
      const handover = {
        id: `h${i}`,
        channel: '12377',
        at: i,
        queryCode: `Q${i}`,
        outcome: 'open',
        note: '',
      } as const;
      await store.edit(id, { action: 'handover', handover: { ...handover, posts: [] } });
    }
    render(await part());
    await screen.findByText('Q0');
    expect(document.querySelectorAll('.case')).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'Show more (3 left)' }));
    expect(document.querySelectorAll('.case')).toHaveLength(23);
  });
});
