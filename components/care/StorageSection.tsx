import { formatNumber, t } from '@/utils/i18n';
import { Notice } from '../Notice';
import { CareSection } from './CareSection';
import { formatBytes } from './format-bytes';
import { PersistChoice } from './PersistChoice';

export interface StorageSectionProps {
  /** Bytes; parts that the browser does not tell are absent. `undefined` until it has answered. */
  room: { usage?: number; quota?: number; persisted: boolean } | undefined;
  nearlyFull: boolean;
  /** Absent until they are read. */
  totals: { reports: number; pictures: number; pictureBytes: number } | undefined;
  problem: string | undefined;
  /** What the browser said when it was asked on this page. */
  answer: 'granted' | 'refused' | undefined;
  onAsk: () => void;
}

/** How much room there is, what takes it, and whether the browser may clear it. */
export function StorageSection(props: StorageSectionProps) {
  const { room, nearlyFull, totals, problem, answer, onAsk } = props;
  return (
    <CareSection title={t('careStorageTitle')}>
      {problem && <Notice tone="error">{problem}</Notice>}
      {nearlyFull && <Notice tone="warning">{t('careNearlyFull')}</Notice>}
      {room && <Usage {...room} />}
      {totals && (
        <dl class="care-figures" aria-label={t('careStored')}>
          <div>
            <dt>{t('careTableReports')}</dt>
            <dd>{formatNumber(totals.reports)}</dd>
          </div>
          <div>
            <dt>{t('careTablePictures')}</dt>
            <dd>{formatNumber(totals.pictures)}</dd>
          </div>
          <div>
            <dt>{t('carePictureBytes')}</dt>
            <dd>{formatBytes(totals.pictureBytes)}</dd>
          </div>
        </dl>
      )}
      {room && <PersistChoice persisted={room.persisted} answer={answer} onAsk={onAsk} />}
    </CareSection>
  );
}

function Usage({ usage, quota }: { usage?: number; quota?: number }) {
  if (usage === undefined || !quota) return <p>{t('careUsageUnknown')}</p>;
  // Upwards: a little is not nothing.
  const percent = formatNumber(Math.ceil((usage / quota) * 1_000) / 10);
  return (
    <label class="care-usage">
      <span>{t('careUsage', formatBytes(usage), formatBytes(quota), percent)}</span>
      <meter min={0} max={quota} high={0.8 * quota} optimum={0} value={usage} />
    </label>
  );
}
