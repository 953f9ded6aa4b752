import { browser } from '#imports';
import { PagePanel } from '@/components/PagePanel';
import { useActivePage } from '@/utils/active-page/use-active-page';
import { t } from '@/utils/i18n';
import { sendMessage } from '@/utils/messaging/protocol';
import type { PostKey } from '@/utils/model/post';
import { sites } from '@/utils/sites';
import type { ReportStore } from '@/utils/storage/reports';
import { setSiteOn } from '@/utils/storage/settings';
import { useDecisions } from '@/utils/storage/use-decisions';
import { useLiveQuery } from '@/utils/storage/use-live-query';
import { openSidePanel } from './side-panel';

export interface AppProps {
  store: ReportStore;
  categoryName: (id: string) => string;
}

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
      reports={stored.value}
      failed={stored.error !== undefined}
      onSwitch={(site, on) => void setSiteOn(site, on)}
      onShow={show}
      onReports={() => void openReports()}
    >
      <button type="button" class="button" onClick={() => void openSidePanel().then(() => window.close())}>
        {t('popupSidePanel')}
      </button>
    </PagePanel>
  );
}

async function show(tabId: number, key: PostKey): Promise<boolean> {
  const shown = await sendMessage('showPost', key, tabId).catch(() => false);
  if (shown) window.close();
  return shown;
}

async function openReports(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/reports.html') });
  window.close();
}
