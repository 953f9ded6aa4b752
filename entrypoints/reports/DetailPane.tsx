import { useEffect, useRef } from 'preact/hooks';
import { EmptyState } from '@/components/EmptyState';
import { Problem } from '@/components/Problem';
import { type Names, ReportDetail } from '@/components/ReportDetail';
import { openCampaigns } from '@/utils/campaigns-page';
import { errorWords } from '@/utils/error-words';
import { t } from '@/utils/i18n';
import type { ReportEdit, ReportStore } from '@/utils/storage/reports';
import { useLiveQuery } from '@/utils/storage/use-live-query';
import { changePicture } from './change-picture';

/** As in style.css. */
const NARROW = '(max-width: 800px)';

export interface DetailPaneProps {
  store: ReportStore;
  reportId: string;
  names: Names;
  onBack: () => void;
  /** Resolves to false when it was not stored; the person has then been told. */
  onEdit: (edit: ReportEdit) => Promise<boolean>;
  onDelete: () => void;
}

/** One report; on a narrow screen it stands in the place of the list, with a way back. */
export function DetailPane({ onBack, ...props }: DetailPaneProps) {
  return (
    <section class="pane detail-pane" aria-label={t('detailPane')}>
      <button type="button" class="button back" onClick={onBack}>
        {t('actionBack')}
      </button>
      <LiveReport key={props.reportId} {...props} />
    </section>
  );
}

function LiveReport({ store, reportId, names, onEdit, onDelete }: Omit<DetailPaneProps, 'onBack'>) {
  const { value, error, retry } = useLiveQuery(store, async (each) => ({ full: await each.get(reportId) }), [
    reportId,
  ]);
  const heading = useRef<HTMLHeadingElement>(null);
  const loaded = value?.full !== undefined;
  useEffect(() => {
    // On a narrow screen the list is gone now, and with it the focus.
    if (loaded && matchMedia(NARROW).matches) heading.current?.focus();
  }, [loaded]);

  if (error) {
    return (
      <Problem text={t('errorNotLoaded', errorWords(error))} action={t('actionRetry')} onAction={retry} />
    );
  }
  if (!value) return null;
  if (!value.full) return <EmptyState title={t('reportGone')} />;
  return (
    <ReportDetail
      {...value.full}
      names={names}
      headingRef={heading}
      onStatus={(status) => void onEdit({ action: 'status', status })}
      onNote={(note) => onEdit({ action: 'note', note })}
      onCategories={(categories) => void onEdit({ action: 'categories', categories })}
      onPicture={(evidence, picture) => changePicture(store, evidence, picture)}
      onMore={(category) => void openCampaigns(category)}
      onDelete={onDelete}
    />
  );
}
