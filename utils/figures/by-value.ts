import { type ReportDigest, WITHOUT } from '../model/queue';
import { countOne, noReports, type StatusCounts } from './status-counts';

/** Reports that have one value. */
export interface ValueBar extends StatusCounts {
  /** Category, campaign or site; `WITHOUT` for reports without any. */
  id: string;
}

/** A campaign's reports, each counted once, and those of its categories, each counted in each of them. */
export interface CampaignBar extends ValueBar {
  categories: readonly ValueBar[];
}

/** The site with most reports first. */
export function bySite(digests: readonly ReportDigest[]): ValueBar[] {
  const sites = new Map<string, Count>();
  for (const digest of digests) countFor(sites, digest.site, digest);
  return bars(sites);
}

/** The campaign with most reports first, and in it the category with most. */
export function byCampaign(digests: readonly ReportDigest[]): CampaignBar[] {
  const campaigns = new Map<string, Count>();
  const categories = new Map<string, Count>();
  /** The campaign of each category: cutting the name off anew for every report takes longer than the rest. */
  const owners = new Map<string, string>();
  for (const digest of digests) {
    if (digest.categories.length === 0) countFor(campaigns, WITHOUT, digest);
    for (const category of digest.categories) {
      countFor(categories, category, digest);
      let owner = owners.get(category);
      if (owner === undefined) {
        owner = campaignOf(category);
        owners.set(category, owner);
      }
      countFor(campaigns, owner, digest);
    }
  }
  const groups = Map.groupBy(bars(categories), ({ id }) => campaignOf(id));
  return bars(campaigns).map((bar) => ({ ...bar, categories: groups.get(bar.id) ?? [] }));
}

/** @param category `campaign/name` */
export function campaignOf(category: string): string {
  const end = category.indexOf('/');
  return end < 0 ? category : category.slice(0, end);
}

interface Count {
  /** The report counted last. */
  last: ReportDigest;
  bar: ValueBar;
}

/** A report that comes again for the same value is counted once; its values must come one after the other. */
function countFor(counts: Map<string, Count>, id: string, digest: ReportDigest): void {
  const count = counts.get(id);
  if (count?.last === digest) return;
  const bar = count?.bar ?? { id, ...noReports() };
  if (count) count.last = digest;
  else counts.set(id, { last: digest, bar });
  countOne(bar, digest.status);
}

function bars(counts: ReadonlyMap<string, Count>): ValueBar[] {
  return [...counts.values()]
    .map(({ bar }) => bar)
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
}
