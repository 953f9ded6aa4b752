import '@/components/exchange/exchange.css';
import { useState } from 'preact/hooks';
import { ExchangeTabs } from '@/components/exchange/ExchangeTabs';
import type { Names } from '@/components/ReportDetail';
import type { Toasts } from '@/components/use-toast';
import { t } from '@/utils/i18n';
import type { ReportIndex } from '@/utils/report-index/report-index';
import type { ReportStore } from '@/utils/storage/reports';
import { BackupPane } from './backup/BackupPane';
import { ExportPane } from './export/ExportPane';
import type { ExportScope, ExportScopes } from './export/scopes';
import { ImportPane } from './import/ImportPane';

export interface ExchangePaneProps {
  store: ReportStore;
  names: Pick<Names, 'category'>;
  /** To be rendered again when it has changed. */
  index: ReportIndex;
  toasts: Toasts;
  scopes: ExportScopes;
  /** What the reader came to export. */
  initialScope: ExportScope;
}

const TABS = ['export', 'import', 'backup'] as const;
type Tab = (typeof TABS)[number];

/** What goes out and comes in as files. A tab that was opened goes on with its work behind another one. */
export function ExchangePane({ store, names, index, toasts, scopes, initialScope }: ExchangePaneProps) {
  const [tab, setTab] = useState<Tab>('export');
  const words = { export: t('exportTitle'), import: t('exportTabImport'), backup: t('exportTabBackup') };
  return (
    <div class="exchange">
      <ExchangeTabs tabs={TABS} names={words} label={t('exportTabs')} value={tab} onChange={setTab}>
        {{
          export: <ExportPane {...{ store, index, scopes, initialScope, toasts }} />,
          import: <ImportPane {...{ store, names, toasts }} />,
          backup: <BackupPane store={store} index={index} onRestore={() => setTab('import')} />,
        }}
      </ExchangeTabs>
    </div>
  );
}
