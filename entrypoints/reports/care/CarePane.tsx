import '@/components/care/care.css';
import type { Names } from '@/components/ReportDetail';
import type { Toasts } from '@/components/use-toast';
import { t } from '@/utils/i18n';
import type { ReportStore } from '@/utils/storage/reports';
import type { CareIndex } from './care-index';
import { DamagedCare } from './DamagedCare';
import { RetentionCare } from './RetentionCare';
import { StorageCare } from './StorageCare';
import { VerifyCare } from './VerifyCare';

export interface CarePaneProps {
  store: ReportStore;
  /** To be rendered again when it has changed. */
  index: CareIndex;
  names: Pick<Names, 'site'>;
  onOpen: (reportId: string) => void;
  toasts: Toasts;
}

/** What keeps the reports safe: verifying, room, retention, and rows that cannot be read. */
export function CarePane({ store, index, names, onOpen, toasts }: CarePaneProps) {
  return (
    <section class="care" aria-label={t('careTitle')}>
      <div class="care-column">
        <VerifyCare store={store} siteName={(id) => names.site(id)} toasts={toasts} onOpen={onOpen} />
        <DamagedCare store={store} index={index} toasts={toasts} />
      </div>
      <div class="care-column">
        <StorageCare store={store} />
        <RetentionCare store={store} index={index} toasts={toasts} />
      </div>
    </section>
  );
}
