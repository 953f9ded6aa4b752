import { DamagedSection } from '@/components/care/DamagedSection';
import type { Toasts } from '@/components/use-toast';
import { t } from '@/utils/i18n';
import type { ReportStore } from '@/utils/storage/reports';
import type { CareIndex } from './care-index';
import { useDamaged } from './use-damaged';

export function DamagedCare({
  store,
  index,
  toasts,
}: {
  store: ReportStore;
  index: CareIndex;
  toasts: Toasts;
}) {
  const { removed, problem, remove, putBack, exportRows } = useDamaged(store);
  return (
    <DamagedSection
      // The index hears of a removal a moment later.
      rows={[...index.corrupt.values()].filter(({ id }) => !removed.has(id))}
      removed={[...removed.keys()]}
      problem={problem}
      onExport={(ids) => void exportRows(ids, (name) => toasts.show(t('careExported', name)))}
      onRemove={(id) => void remove(id)}
      onPutBack={(id) => void putBack(id)}
    />
  );
}
