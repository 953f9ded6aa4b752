import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, formatTime, type MessageKey, t } from '@/utils/i18n';
import { plainName, type Reviewer } from '@/utils/model/account';
import { ImportProgress } from './ImportProgress';
import { reviewerWord } from './import-words';

/** One import that was begun, as the journal tells of it. */
export interface JournalEntry {
  id: string;
  file: string;
  at: number;
  sender: Reviewer;
  mine: boolean;
  state: 'running' | 'done' | 'undoing' | 'undone';
  counts: {
    added: number;
    merged: number;
    same: number;
    taken: number;
    dismissals: number;
    pictures: number;
  };
  undo?: UndoneCounts;
}

export interface UndoneCounts {
  removed: number;
  restored: number;
  kept: number;
}

export interface ImportJournalProps {
  entries: readonly JournalEntry[];
  /** The import that is being written on this page. */
  writing: string | undefined;
  undoing: { id: string; done: number; total: number } | undefined;
  onTakeBack: (id: string) => void;
  onStop: () => void;
}

const STATES: Record<JournalEntry['state'], MessageKey> = {
  running: 'importStateRunning',
  done: 'importStateDone',
  undoing: 'importStateUndoing',
  undone: 'importStateUndone',
};

/** Imports so far, newest first, each with the way back. */
export function ImportJournal({ entries, writing, undoing, onTakeBack, onStop }: ImportJournalProps) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    // The button that was pressed is gone.
    if (document.activeElement === document.body && list.current?.dataset.used) list.current.focus();
  }, [undoing?.id]);
  if (entries.length === 0) return <p class="muted">{t('importNone')}</p>;
  return (
    <ul class="import-journal" ref={list} tabIndex={-1} aria-label={t('importSoFar')}>
      {entries.map((entry) => (
        <li key={entry.id} class="import-entry">
          <Entry entry={entry} isWriting={entry.id === writing} />
          {undoing?.id === entry.id ? (
            <ImportProgress
              what={t('importTakingBack')}
              progress={{ ...undoing, of: 'entries' }}
              onCancel={onStop}
            />
          ) : (
            entry.state !== 'undone' &&
            entry.id !== writing && (
              <button
                type="button"
                class="button"
                disabled={undoing !== undefined}
                onClick={() => {
                  list.current!.dataset.used = 'true';
                  onTakeBack(entry.id);
                }}
              >
                {t(entry.state === 'undoing' ? 'importTakeBackOn' : 'importTakeBack')}
                <span class="visually-hidden"> {plainName(entry.file)}</span>
              </button>
            )
          )}
        </li>
      ))}
    </ul>
  );
}

function Entry({ entry, isWriting }: { entry: JournalEntry; isWriting: boolean }) {
  const { file, at, sender, mine, state, counts, undo } = entry;
  const who = mine ? t('importOwn') : reviewerWord(sender);
  return (
    <div class="import-entry-words">
      <strong class="import-headline">{plainName(file)}</strong>
      <span class="muted">{[formatTime(at), who].join(' · ')}</span>
      <span>
        {t(
          'importEntryCounts',
          ...[counts.added, counts.merged, counts.same, counts.taken].map(formatNumber),
        )}
      </span>
      <span class={state === 'running' || state === 'undoing' ? 'import-unfinished' : 'muted'}>
        {t(isWriting ? 'importWriting' : STATES[state])}
      </span>
      {undo && <span class="muted">{undoneWords(undo)}</span>}
    </div>
  );
}

/** What taking an import back has come to. */
export function undoneWords({ removed, restored, kept }: UndoneCounts): string {
  const words = t('importUndone', formatNumber(removed), formatNumber(restored));
  return kept > 0 ? `${words} ${t('importUndoneKept', formatNumber(kept))}` : words;
}
