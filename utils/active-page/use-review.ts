import { openCampaigns } from '../campaigns-page';
import { openOptions } from '../options-page';
import { sites } from '../sites';
import type { ReportStore } from '../storage/reports';
import { setSiteOn } from '../storage/settings';
import { useDecisions } from '../storage/use-decisions';
import { useLiveQuery } from '../storage/use-live-query';
import { useActivePage } from './use-active-page';

/** What popup and side panel show alike: the active page, what was decided about its posts, the stored reports. */
export function useReview(store: ReportStore) {
  const page = useActivePage();
  const decisions = useDecisions(store, page);
  const stored = useLiveQuery(store, (each) => each.count(), []);
  return {
    page,
    sites,
    decisions,
    reports: stored.value,
    failed: stored.error !== undefined,
    onSwitch: (site: string, on: boolean) => void setSiteOn(site, on),
    onOptions: () => void openOptions(),
    onCampaigns: () => void openCampaigns(),
  };
}
