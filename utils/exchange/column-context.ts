import type { CategoryGuide, ColumnContext } from '../export/columns';
import { composeDescription } from '../handover/compose';
import type { Reviewer } from '../model/account';
import type { Report } from '../model/report';
import { categoryEntry } from '../rules/catalogue';
import { sites } from '../sites';
import type { ReportStore } from '../storage/reports';

export interface ContextOptions {
  reviewer: Reviewer;
  now: Date;
  /** Ids; what only one of them needs is read only when it is among them. */
  columns: readonly string[];
}

const siteNames = new Map(sites.map(({ id, name }) => [id, name.zh_CN]));

/** Everything that columns ask beside the report, from packs, sites and the store. */
export async function columnContext(
  store: ReportStore,
  { reviewer, now, columns }: ContextOptions,
): Promise<ColumnContext> {
  return {
    now,
    reviewer,
    categoryName,
    siteName,
    guide,
    description,
    offset,
    screenshots: await store.countScreenshots(),
    hashes: columns.includes('evidence_sha256') ? await store.screenshotHashes() : new Map(),
  };
}

function categoryName(id: string): string {
  return categoryEntry(id)?.category.name.zh_CN ?? id;
}

function siteName(id: string): string {
  return siteNames.get(id) ?? id;
}

function guide(id: string): CategoryGuide | undefined {
  const entry = categoryEntry(id);
  if (!entry?.guidance || !entry.route) return undefined;
  const { c12377, sites: reasons, standing } = entry.route;
  return {
    severity: entry.guidance.severity,
    c12377: c12377.zh_CN,
    sites: reasons,
    standing: standing.zh_CN,
  };
}

function clause(id: string): { campaign: string; words: string } | undefined {
  const entry = categoryEntry(id);
  return entry && { campaign: entry.pack.campaign.zh_CN, words: entry.category.phrase };
}

function description(report: Report, limit: number): string {
  return composeDescription([report], { limit, siteName, categoryName, clause, offset }).text;
}

/** Of this machine. */
function offset(at: number): number {
  return -new Date(at).getTimezoneOffset();
}
