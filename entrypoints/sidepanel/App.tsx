import { browser } from '#imports';
import { PagePanel } from '@/components/PagePanel';
import { useReview } from '@/utils/active-page/use-review';
import { sendMessage } from '@/utils/messaging/protocol';
import type { PostKey } from '@/utils/model/post';
import type { ReportStore } from '@/utils/storage/reports';

/** There is room for a long list; only a page that was scrolled for hours holds more. */
const LIMIT = 300;

export interface AppProps {
  store: ReportStore;
  categoryName: (id: string) => string;
}

/** Stays beside the page while it is read, so unlike the popup it never closes itself. */
export function App({ store, categoryName }: AppProps) {
  return (
    <PagePanel
      {...useReview(store)}
      categoryName={categoryName}
      limit={LIMIT}
      onShow={show}
      onReports={() => void browser.tabs.create({ url: browser.runtime.getURL('/reports.html') })}
    />
  );
}

async function show(tabId: number, key: PostKey): Promise<boolean> {
  return sendMessage('showPost', key, tabId).catch(() => false);
}
