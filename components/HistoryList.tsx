import { formatTime, t } from '../utils/i18n';
import type { HistoryEntry } from '../utils/model/report';
import { actionWord, statusWord } from './words';

export interface HistoryListProps {
  history: readonly HistoryEntry[];
  categoryName: (id: string) => string;
}

/** What happened to a report, newest first, with the values that were replaced. */
export function HistoryList({ history, categoryName }: HistoryListProps) {
  return (
    <ol class="history">
      {history.toReversed().map((entry) => {
        const before = replaced(entry, categoryName);
        return (
          <li key={entry.seq}>
            <time dateTime={new Date(entry.at).toISOString()}>{formatTime(entry.at)}</time>
            <span>
              {actionWord(entry.action)}
              {before !== undefined && <span class="muted"> {t('historyBefore', before)}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function replaced(
  { action, before }: HistoryEntry,
  categoryName: (id: string) => string,
): string | undefined {
  if (!before) return undefined;
  if (action === 'status' && before.status) return statusWord(before.status);
  if (action === 'note') return before.note || t('valueEmpty');
  if (action === 'categories')
    return before.categories?.map((id) => categoryName(id)).join(t('listSeparator')) || t('valueEmpty');
  return undefined;
}
