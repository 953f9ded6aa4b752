import { browser } from '#imports';
import { PagePanel } from '@/components/PagePanel';
import { useReview } from '@/utils/active-page/use-review';
import { openCampaigns } from '@/utils/campaigns-page';
import { t } from '@/utils/i18n';
import { sendMessage } from '@/utils/messaging/protocol';
import type { PostKey } from '@/utils/model/post';
import type { ReportStore } from '@/utils/storage/reports';
import { openSidePanel } from './side-panel';

export interface AppProps {
  store: ReportStore;
  categoryName: (id: string) => string;
}

export function App({ store, categoryName }: AppProps) {
  return (
    <PagePanel
      {...useReview(store)}
      categoryName={categoryName}
      onShow={show}
      onOptions={() => void openOptions()}
      onCampaigns={() => void openCampaigns().then(() => window.close())}
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

async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}

async function openReports(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/reports.html') });
  window.close();
}
