import { browser } from '#imports';
import { PagePanel } from '@/components/PagePanel';
import { useActivePage } from '@/utils/active-page/use-active-page';
import { sendMessage } from '@/utils/messaging/protocol';
import type { PostKey } from '@/utils/model/post';
import { sites } from '@/utils/sites';
import type { ReportStore } from '@/utils/storage/reports';
import { setSiteOn } from '@/utils/storage/settings';
import { useDecisions } from '@/utils/storage/use-decisions';
import { useLiveQuery } from '@/utils/storage/use-live-query';

/** There is room for a long list; only a page that was scrolled for hours holds more. */
const LIMIT = 300;

export interface AppProps {
  store: ReportStore;
  categoryName: (id: string) => string;
}

/** Stays beside the page while it is read, so unlike the popup it never closes itself. */
export function App({ store, categoryName }: AppProps) {
  const page = useActivePage();
  const decisions = useDecisions(store, page);
  const stored = useLiveQuery(store, (each) => each.count(), []);
  return (
    <PagePanel
      page={page}
      sites={sites}
      decisions={decisions}
      categoryName={categoryName}
      limit={LIMIT}
      reports={stored.value}
      failed={stored.error !== undefined}
      onSwitch={(site, on) => void setSiteOn(site, on)}
      onShow={show}
      onReports={() => void browser.tabs.create({ url: browser.runtime.getURL('/reports.html') })}
    />
  );
}

async function show(tabId: number, key: PostKey): Promise<boolean> {
  return sendMessage('showPost', key, tabId).catch(() => false);
}
