import { formatNumber, formatTime, type MessageKey, t } from '@/utils/i18n';
import { Notice } from '../Notice';
import { CareSection } from './CareSection';
import { DayRule } from './DayRule';

export const DRAFT_RULES = ['dismissed', 'submitted', 'pictures'] as const;
export type DraftRule = (typeof DRAFT_RULES)[number];

/** What stands in the fields: days as typed. */
export type RetentionDraft = Record<DraftRule, { on: boolean; days: string }>;

export interface RetentionSectionProps {
  draft: RetentionDraft;
  /** Rules whose days are no number within bounds. */
  invalid: readonly DraftRule[];
  maxDays: number;
  changed: boolean;
  /** What the draft would remove now; absent while it is not valid. */
  preview: { reports: number; pictures: number } | undefined;
  /** True while not all reports have been read. */
  reading: boolean;
  lastRun: { at: number; reports: number; pictures: number; stopped: string | undefined } | undefined;
  problem: string | undefined;
  onDraft: (rule: DraftRule, change: Partial<RetentionDraft[DraftRule]>) => void;
  onSave: () => void;
  onDiscard: () => void;
}

const NAMES: Record<DraftRule, MessageKey> = {
  dismissed: 'careRuleDismissed',
  submitted: 'careRuleSubmitted',
  pictures: 'careRulePictures',
};

/** Rules that remove what is old, with what they would remove before they are saved. */
export function RetentionSection(props: RetentionSectionProps) {
  const { draft, invalid, maxDays, changed, problem, onDraft, onSave, onDiscard } = props;
  return (
    <CareSection title={t('careRetentionTitle')}>
      <p>{t('careRetentionLead')}</p>
      {DRAFT_RULES.map((rule) => (
        <DayRule
          key={rule}
          name={t(NAMES[rule])}
          {...draft[rule]}
          problem={invalid.includes(rule) ? t('careDaysInvalid', formatNumber(maxDays)) : undefined}
          onSwitch={(on) => onDraft(rule, { on })}
          onDays={(days) => onDraft(rule, { days })}
        />
      ))}
      <Preview {...props} />
      {problem && <Notice tone="error">{problem}</Notice>}
      <div class="row">
        <button
          type="button"
          class="button primary"
          // Not disabled: it keeps the focus after it was pressed.
          aria-disabled={!changed || invalid.length > 0}
          onClick={() => changed && invalid.length === 0 && onSave()}
        >
          {t('careRetentionSave')}
        </button>
        {changed && (
          <>
            <button type="button" class="button" onClick={onDiscard}>
              {t('careRetentionDiscard')}
            </button>
            <span class="care-unsaved">{t('careRetentionUnsaved')}</span>
          </>
        )}
      </div>
      <LastRun run={props.lastRun} />
    </CareSection>
  );
}

function Preview({ draft, preview, reading }: Pick<RetentionSectionProps, 'draft' | 'preview' | 'reading'>) {
  const isAnyOn = DRAFT_RULES.some((rule) => draft[rule].on);
  return (
    <p role="status" class="care-preview">
      {preview && !isAnyOn && t('carePreviewNone')}
      {preview && isAnyOn && t('carePreview', formatNumber(preview.reports), formatNumber(preview.pictures))}
      {preview && isAnyOn && reading && ` ${t('carePreviewReading')}`}
    </p>
  );
}

function LastRun({ run }: { run: RetentionSectionProps['lastRun'] }) {
  if (!run) return <p class="muted small">{t('careNeverRun')}</p>;
  return (
    <p class="muted small">
      {t('careLastRun', formatTime(run.at), formatNumber(run.reports), formatNumber(run.pictures))}
      {run.stopped && ` ${t('careRunStopped', run.stopped)}`}
    </p>
  );
}
