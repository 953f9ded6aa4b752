import { useId } from 'preact/hooks';
import { formatNumber, t } from '../../utils/i18n';
import { fromLocalField } from './local-time';

export interface HandedInDraft {
  /** As a `datetime-local` field holds it. */
  at: string;
  queryCode: string;
  note: string;
}

export interface HandedInProps {
  draft: HandedInDraft;
  onDraft: (change: Partial<HandedInDraft>) => void;
  /** Reports that are noted as handed in. */
  count: number;
  channel: string;
  /** Points of the check that still wait for a look. */
  waiting: number;
  now: () => number;
  onDone: (at: number) => void;
}

/** The way back: when it was handed in, and under which code. */
export function HandedIn({ draft, onDraft, count, channel, waiting, now, onDone }: HandedInProps) {
  const id = useId();
  const at = fromLocalField(draft.at, now());
  return (
    <form
      class="handover-done"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        const time = fromLocalField(draft.at, now());
        if (time !== undefined && waiting === 0) onDone(time);
      }}
    >
      <h3 id={id}>{t('handoverDoneTitle')}</h3>
      <p class="muted small">{t('handoverDoneHint')}</p>
      <div class="handover-done-fields">
        <label class="field">
          <span class="field-name">{t('handoverAt')}</span>
          <input
            type="datetime-local"
            value={draft.at}
            required
            aria-invalid={at === undefined}
            onInput={({ currentTarget }) => onDraft({ at: currentTarget.value })}
          />
        </label>
        <label class="field">
          <span class="field-name">{t('handoverCode')}</span>
          <input
            type="text"
            autocomplete="off"
            value={draft.queryCode}
            onInput={({ currentTarget }) => onDraft({ queryCode: currentTarget.value })}
          />
        </label>
        <label class="field">
          <span class="field-name">{t('handoverNote')}</span>
          <input
            type="text"
            autocomplete="off"
            value={draft.note}
            onInput={({ currentTarget }) => onDraft({ note: currentTarget.value })}
          />
        </label>
      </div>
      <div class="row">
        <button type="submit" class="button primary" disabled={at === undefined || waiting > 0}>
          {count === 1 ? t('handoverDone', channel) : t('handoverDoneMany', formatNumber(count), channel)}
        </button>
        <span class="small handover-over" role="status">
          {at === undefined
            ? t('handoverAtInvalid')
            : waiting > 0 && t('handoverWaits', formatNumber(waiting))}
        </span>
      </div>
    </form>
  );
}
