import { useState } from 'preact/hooks';
import { browser } from '#imports';
import type { Order } from '@/components/ListOrder';
import { MediaProgressBar } from '@/components/media/MediaProgressBar';
import { PagePanel } from '@/components/PagePanel';
import { Problem } from '@/components/Problem';
import { Toast } from '@/components/Toast';
import { FOUND_FRAME } from '@/components/TriagePosts';
import { useToast } from '@/components/use-toast';
import { useReview } from '@/utils/active-page/use-review';
import { t } from '@/utils/i18n';
import { sendMessage } from '@/utils/messaging/protocol';
import type { PostKey } from '@/utils/model/post';
import type { ReportStore } from '@/utils/storage/reports';
import { FileCheck } from './FileCheck';
import { useDismissals } from './use-dismissals';

const UNDO_SECONDS = 10;

export interface AppProps {
  store: ReportStore;
  categoryName: (id: string) => string;
}

/** Stays beside the page while it is read, so unlike the popup it never closes itself. */
export function App({ store, categoryName }: AppProps) {
  const toasts = useToast();
  const { failure, dismiss, takeBack } = useDismissals(store, toasts, leaveToast);
  const close = () => {
    leaveToast();
    toasts.close();
  };
  const [order, setOrder] = useState<Order>('category');
  const review = useReview(store);
  const { page } = review;
  const looking = page.type === 'read' ? page.reading.media : undefined;
  return (
    <PagePanel
      {...review}
      categoryName={categoryName}
      triage={{
        order,
        onOrder: setOrder,
        onDismiss: dismiss,
        onTakeBack: (post) => void takeBack([post], t('listTakenBack', post.text)),
      }}
      onShow={show}
      onReports={() => void browser.tabs.create({ url: browser.runtime.getURL('/reports.html') })}
      news={
        <>
          {page.type === 'read' && looking && looking.done < looking.total && (
            <div class="page-files">
              <MediaProgressBar progress={looking} onStop={() => void stopLooking(page.tabId)} />
            </div>
          )}
          <FileCheck />
          {failure && <Problem text={failure.text} action={t('actionRetry')} onAction={failure.retry} />}
          <Toast toast={toasts.toast} seconds={UNDO_SECONDS} onClose={close} />
        </>
      }
    />
  );
}

/** The buttons of a toast go with it: the focus moves on to the list. */
function leaveToast(): void {
  if (document.activeElement?.closest('.toast')) document.getElementById(FOUND_FRAME)?.focus();
}

/** The page's own progress tells what became of it; a background that does not answer has nothing to stop. */
async function stopLooking(tabId: number): Promise<void> {
  await sendMessage('stopMedia', tabId).catch(() => undefined);
}

async function show(tabId: number, key: PostKey): Promise<boolean> {
  return sendMessage('showPost', key, tabId).catch(() => false);
}
