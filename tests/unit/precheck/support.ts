import { checkContext } from '@/utils/exchange/check-context';
import type { CheckId, Concern, Leaving } from '@/utils/model/concern';
import type { Report } from '@/utils/model/report';
import type { CheckContext } from '@/utils/precheck/define-check';
import { runChecks } from '@/utils/precheck/run';
import { loadRules } from '@/utils/rules';
import { makePost, makeReport } from '../../support/builders';

export const NOW = Date.UTC(2026, 10, 22);
const rules = loadRules();

/** With the packs as they ship. */
export function contextOf(parts: Partial<CheckContext> = {}): CheckContext {
  return {
    ...checkContext({ leaving: 'export', now: NOW, picturesLeave: true }, rules),
    ...parts,
  };
}

/** A report that raises nothing but what a test puts into it. */
export function quietReport(parts: Partial<Report> = {}, text = '今天的云很好看。'): Report {
  return makeReport({
    status: 'confirmed',
    readAt: NOW - 86_400_000,
    createdAt: NOW - 86_400_000,
    updatedAt: NOW - 86_400_000,
    findings: [],
    categories: [],
    post: makePost({ title: '', text, hashtags: [], author: { name: '山间小院' } }),
    ...parts,
  });
}

export function concernsOf(
  report: Report,
  { pictures = 1, ...parts }: Partial<CheckContext> & { pictures?: number } = {},
): Concern[] {
  return runChecks({ report, pictures }, contextOf(parts));
}

export function raised(
  report: Report,
  check: CheckId,
  parts: { leaving?: Leaving; pictures?: number; picturesLeave?: boolean } = {},
): Concern | undefined {
  return concernsOf(report, parts).find((each) => each.check === check);
}
