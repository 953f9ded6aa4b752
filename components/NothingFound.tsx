import { t } from '../utils/i18n';
import type { PageReading } from '../utils/model/page';
import { EmptyState } from './EmptyState';
import type { FoundLists } from './groups';

/** Why there is no list on a page whose posts were read, and what to do next. */
export function NothingFound({ reading, lists }: { reading: PageReading; lists: FoundLists }) {
  if (lists.listed.length > 0 || reading.health.posts === 0) return null;
  if (lists.dismissed.length > 0) {
    return (
      <EmptyState title={t('listAllDismissed')}>
        <p class="small">{t('listAllDismissedHint')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('popupNothing')}>
      <p class="small">{t('popupNothingHint')}</p>
    </EmptyState>
  );
}
