import { type DraftRule, type RetentionDraft, RetentionSection } from '@/components/care/RetentionSection';
import type { Toasts } from '@/components/use-toast';
import {
  MAX_DAYS,
  planRetention,
  type RetentionRules,
  type RetentionRun,
  readRules,
  readRun,
} from '@/utils/care/retention';
import { failureWords } from '@/utils/error-words';
import { t } from '@/utils/i18n';
import type { ReportStore } from '@/utils/storage/reports';
import { retention, retentionRun } from '@/utils/storage/settings';
import { useLiveQuery } from '@/utils/storage/use-live-query';
import type { CareIndex } from './care-index';
import { keptPer, useKept } from './kept';
import { draftOf, rulesOf } from './retention-draft';
import { useStored } from './use-stored';

/** A draft that was not saved yet, and why when it was tried. */
interface State {
  draft: RetentionDraft | undefined;
  problem: string | undefined;
}
const stateOf = keptPer<State>({ draft: undefined, problem: undefined });

export function RetentionCare(props: { store: ReportStore; index: CareIndex; toasts: Toasts }) {
  const stored = useStored(retention);
  return stored ? <Loaded {...props} stored={readRules(stored.value)} /> : null;
}

interface LoadedProps {
  store: ReportStore;
  index: CareIndex;
  toasts: Toasts;
  stored: RetentionRules;
}

function Loaded({ store, index, toasts, stored }: LoadedProps) {
  const kept = stateOf(store);
  const { draft: unsaved, problem } = useKept(kept);
  const lastRun = useStored(retentionRun);
  const draft = unsaved ?? draftOf(stored);
  const { rules, invalid } = rulesOf(draft);
  const preview = usePreview(store, index, rules);

  const change = (rule: DraftRule, part: Partial<RetentionDraft[DraftRule]>) =>
    kept.update({ draft: { ...draft, [rule]: { ...draft[rule], ...part } } });
  async function save(): Promise<void> {
    if (!rules) return;
    try {
      await retention.setValue(rules);
      kept.update({ draft: undefined, problem: undefined });
      toasts.show(t('careRetentionSaved'));
    } catch (error) {
      kept.update({
        problem: t('careRetentionNotSaved', error instanceof Error ? error.message : String(error)),
      });
    }
  }

  return (
    <RetentionSection
      draft={draft}
      invalid={invalid}
      maxDays={MAX_DAYS}
      changed={unsaved !== undefined && JSON.stringify(rules) !== JSON.stringify(stored)}
      preview={preview.value}
      reading={preview.reading}
      lastRun={inWords(readRun(lastRun?.value))}
      problem={problem}
      onDraft={change}
      onSave={() => void save()}
      onDiscard={() => kept.update({ draft: undefined, problem: undefined })}
    />
  );
}

/** What a run now would remove, drawn from what the index knows. */
function usePreview(store: ReportStore, index: CareIndex, rules: RetentionRules | undefined) {
  const pictures = useLiveQuery(store, (each) => each.countScreenshots(), []).value;
  const total = useLiveQuery(store, (each) => each.count(), []).value;
  const plan = rules && pictures && planRetention(index.digests(), pictures, rules, store.now());
  return {
    value: plan && { reports: plan.reports.length, pictures: plan.pictures },
    reading: total !== undefined && index.size + index.corrupt.size < total,
  };
}

function inWords(run: RetentionRun | undefined) {
  return run && { ...run, stopped: run.stopped === null ? undefined : failureWords(run.stopped) };
}
