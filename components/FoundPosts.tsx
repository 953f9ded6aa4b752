import { useMemo } from 'preact/hooks';
import { t } from '../utils/i18n';
import type { PageReading } from '../utils/model/page';
import type { PostKey } from '../utils/model/post';
import { CategoryCounts } from './CategoryCounts';
import { EmptyState } from './EmptyState';
import { type Decisions, groupPosts } from './groups';
import { HealthNotice } from './HealthNotice';

export interface FoundPostsProps {
  reading: PageReading;
  decisions: Decisions;
  categoryName: (id: string) => string;
  /** Posts listed per category. */
  limit?: number;
  onShow: (key: PostKey) => void;
}

/** What was found on a page that answered: how far it was read, what it marks, what stays a clue. */
export function FoundPosts({ reading, decisions, categoryName, ...list }: FoundPostsProps) {
  const { marked, clues, dismissed } = useMemo(
    () => groupPosts(reading.posts, decisions, categoryName),
    [reading, decisions, categoryName],
  );
  return (
    <>
      <HealthNotice health={reading.health} />
      {marked.length > 0 && (
        <section>
          <h2>{t('popupMarked')}</h2>
          <CategoryCounts {...list} groups={marked} />
        </section>
      )}
      {clues.length > 0 && (
        <section class="clues">
          <h2>{t('popupClues')}</h2>
          <CategoryCounts {...list} groups={clues} />
        </section>
      )}
      {marked.length + clues.length + dismissed === 0 && reading.health.posts > 0 && (
        <EmptyState title={t('popupNothing')}>
          <p class="small">{t('popupNothingHint')}</p>
        </EmptyState>
      )}
      {dismissed > 0 && <p class="small muted">{t('popupDismissed', dismissed)}</p>}
    </>
  );
}
