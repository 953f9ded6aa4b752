import { useMemo } from 'preact/hooks';
import type { CasePost } from '@/components/handover/CaseRow';
import { headline } from '@/components/headline';
import { changesAfter, type HandoverCase } from '@/utils/handover/cases';
import type { FullReport, ReportStore } from '@/utils/storage/reports';
import { readStored } from '@/utils/storage/stored-report';
import { useLiveQuery } from '@/utils/storage/use-live-query';

/** What a case is shown with beside what the index knows. */
export interface CaseFacts {
  posts: readonly CasePost[];
  note: string;
}

/** Of a cluster of thousands, the first ones tell enough. */
const POSTS = 10;

/** By key of the case; those that are not loaded yet are missing. */
export function useCaseFacts(store: ReportStore, cases: readonly HandoverCase[]) {
  const ids = [...new Set(cases.flatMap(({ parts }) => parts.slice(0, POSTS).map((part) => part.reportId)))];
  const { value, error, retry } = useLiveQuery(store, (each) => each.wholesOf(ids), [ids]);
  const facts = useMemo(() => {
    if (!value) return new Map<string, CaseFacts>();
    const fulls = new Map(value.map((full) => [full.report.id, full]));
    return new Map(cases.map((each) => [each.key, factsOf(each, fulls)]));
  }, [value, cases.map(({ key, at }) => `${key} ${at}`).join('\n')]);
  return { facts, error, retry };
}

function factsOf({ parts, at }: HandoverCase, fulls: ReadonlyMap<string, FullReport>): CaseFacts {
  let note = '';
  const posts = parts.slice(0, POSTS).flatMap(({ reportId, handoverId }): CasePost[] => {
    const full = fulls.get(reportId);
    const read = full && readStored(full.report);
    if (!full || !read || !('report' in read)) return [];
    const { report } = read;
    const all = [report, ...(report.accounts ?? []).map((account) => account.report)];
    note ||= all.flatMap((each) => each.handovers ?? []).find(({ id }) => id === handoverId)?.note ?? '';
    const changes = changesAfter(full.visits, at);
    return [{ reportId, title: headline(report), url: report.post.url, changes }];
  });
  return { posts, note };
}
