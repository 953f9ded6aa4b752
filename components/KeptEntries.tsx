import type { Ref } from 'preact';
import { t } from '../utils/i18n';
import { KeyHint } from './KeyHint';
import { isRemovable, type KeptEntry, type RemovableEntry } from './kept-entries';

export interface KeptEntriesProps {
  entries: readonly KeptEntry[];
  /** Already on this machine, and not only about to be. */
  filed: boolean;
  summaryRef?: Ref<HTMLElement>;
  onChange: (entry: RemovableEntry, kept: boolean) => void;
}

/** What a report holds, and which of it the reader keeps out. */
export function KeptEntries({ entries, filed, summaryRef, onChange }: KeptEntriesProps) {
  return (
    <details class="kept">
      <summary {...(summaryRef && { ref: summaryRef })} aria-keyshortcuts="c">
        {t('keptTitle')} <KeyHint of="C" />
      </summary>
      <p class="reminder">{t(filed ? 'keptAfter' : 'keptBefore')}</p>
      <dl>
        {entries.map((entry) => (
          <div key={entry.name} class={entry.kept ? '' : 'withheld'}>
            <dt>{entry.name}</dt>
            <dd>
              <span class="kept-value">{entry.kept ? entry.value : t('keptNothing')}</span>
              {isRemovable(entry) && (
                <button
                  type="button"
                  class="link"
                  aria-label={t(entry.kept ? 'keptRemove' : 'keptPutBack', entry.name)}
                  onClick={() => onChange(entry, !entry.kept)}
                >
                  {t(entry.kept ? 'actionRemoveEntry' : 'actionPutBack')}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
