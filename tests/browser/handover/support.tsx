import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/findings.css';
import '@/components/toast.css';
import '@/entrypoints/reports/style.css';
import '@/entrypoints/reports/detail.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import { useToast } from '@/components/use-toast';
import { CasesPart } from '@/entrypoints/reports/cases/CasesPart';
import { handoverDrafts } from '@/entrypoints/reports/cases/drafts';
import { useQueueActions } from '@/entrypoints/reports/queue/use-queue-actions';
import { usePlace } from '@/entrypoints/reports/use-place';
import { useReportIndex } from '@/utils/report-index/use-report-index';
import { ReportStore } from '@/utils/storage/reports';
import { forgetStorage, speak } from '../../support/browser-imports';
import { makeDraft, makePost } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';
import { testNames } from '../../support/names';

/** The part of the page for hand-overs over the browser's own database, with a clock of its own. */
export let store: ReportStore;
let root: HTMLElement;
let database: string;
let time: number;

beforeEach(() => {
  speak('en');
  forgetStorage();
  history.replaceState(null, '', '#cases');
  time = Date.now() - 40 * 86_400_000;
  database = newDatabaseName();
  store = new ReportStore('0.1.0', database, () => (time += 1_000));
  root = document.createElement('main');
  document.body.append(root);
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await new Promise((resolve) => setTimeout(resolve, 20));
  store.close();
  indexedDB.deleteDatabase(database);
  document.documentElement.style.removeProperty('color-scheme');
});

export function later(days: number): void {
  time += days * 86_400_000;
}

export async function file(id: string, parts: Parameters<typeof makePost>[0] = {}, picture?: Blob) {
  const post = makePost({
    id,
    title: `标题 ${id}`,
    text: `路上偶遇拾荒老人，我塞给他两千块，没有剧本，第 ${id} 天。`,
    ...parts,
  });
  const { reportId } = await store.file(makeDraft({ post }), picture);
  handoverDrafts.drop(reportId);
  return reportId;
}

function Page() {
  const { place, show, open, handOver } = usePlace();
  const toasts = useToast();
  const { index, version, progress } = useReportIndex(store);
  const actions = useQueueActions(store, toasts);
  if (place.part !== 'cases') return <p>elsewhere</p>;
  return (
    <>
      <CasesPart
        store={store}
        names={testNames}
        index={index}
        version={version}
        progress={progress}
        actions={actions}
        reportId={place.reportId}
        onOpen={open}
        onHandOver={handOver}
        onDone={() => show('cases')}
      />
      <p role="alert">{actions.problem}</p>
    </>
  );
}

export function openCases(reportId?: string): void {
  history.replaceState(null, '', reportId ? `#cases/${reportId}` : '#cases');
  render(<Page />, root);
}

/** One line for each kind of barrier that axe finds. */
export async function barriers(): Promise<string[]> {
  const { violations } = await axe.run(root, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
