import { useState } from 'preact/hooks';
import { browser } from '#imports';
import { EmptyState } from '@/components/EmptyState';
import { Notice } from '@/components/Notice';
import { formatNumber, localized, t } from '@/utils/i18n';
import { sendMessage } from '@/utils/messaging/protocol';
import type { PostKey } from '@/utils/model/post';
import { sites } from '@/utils/sites';
import type { ReportStore } from '@/utils/storage/reports';
import { useLiveQuery } from '@/utils/storage/use-live-query';
import { Found } from './Found';
import { type PageState, usePage } from './use-page';

export interface AppProps {
  store: ReportStore;
  categoryName: (id: string) => string;
}

export function App({ store, categoryName }: AppProps) {
  const { page, switchSite } = usePage();
  const stored = useLiveQuery(store, (each) => each.count(), []);
  const site = page.type === 'foreign' ? undefined : page.site;
  return (
    <div class="popup">
      <header class="popup-head">
        <h1>{t('extName')}</h1>
        {site && (
          <label class="switch">
            <input
              type="checkbox"
              role="switch"
              checked={page.type !== 'off'}
              aria-checked={page.type !== 'off'}
              onChange={(event) => void switchSite(site.id, event.currentTarget.checked)}
            />
            <span>{t('popupSiteSwitch', localized(site.name))}</span>
          </label>
        )}
      </header>
      <main>
        <Page page={page} store={store} categoryName={categoryName} />
      </main>
      <footer class="popup-foot">
        <span class="small muted">
          {stored.error
            ? t('errorStorage')
            : stored.value !== undefined && t('popupReportsCount', formatNumber(stored.value))}
        </span>
        <button type="button" class="button primary" onClick={() => void openReports()}>
          {t('popupReports')}
        </button>
      </footer>
    </div>
  );
}

function Page({ page, ...rest }: AppProps & { page: PageState }) {
  switch (page.type) {
    case 'loading':
      return <p class="muted">{t('popupLoading')}</p>;
    case 'foreign':
      return (
        <EmptyState title={t('popupNotRead')}>
          <p class="small">{t('popupSupported')}</p>
          <ul class="words">
            {sites.map(({ id, name }) => (
              <li key={id}>{localized(name)}</li>
            ))}
          </ul>
        </EmptyState>
      );
    case 'off':
      return <Notice tone="info">{t('popupOff', localized(page.site.name))}</Notice>;
    case 'silent':
      return <Notice tone="warning">{t('popupSilent')}</Notice>;
    case 'read':
      return <ReadPage {...rest} page={page} />;
  }
}

function ReadPage({ page, ...rest }: AppProps & { page: PageState & { type: 'read' } }) {
  const [gone, setGone] = useState(false);
  async function show(key: PostKey) {
    const shown = await sendMessage('showPost', key, page.tabId).catch(() => false);
    if (shown) window.close();
    else setGone(true);
  }
  return (
    <>
      {gone && <Notice tone="error">{t('popupShowFailed')}</Notice>}
      <Found {...rest} reading={page.reading} onShow={(key) => void show(key)} />
    </>
  );
}

async function openReports(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/reports.html') });
  window.close();
}
