import { useMemo } from 'preact/hooks';
import { CategoryCounts } from '@/components/CategoryCounts';
import { EmptyState } from '@/components/EmptyState';
import { HealthNotice } from '@/components/HealthNotice';
import { t } from '@/utils/i18n';
import type { PageReading } from '@/utils/model/page';
import type { PostKey } from '@/utils/model/post';
import type { ReportStore } from '@/utils/storage/reports';
import { useLiveQuery } from '@/utils/storage/use-live-query';
import { groupPosts } from './groups';

export interface FoundProps {
  store: ReportStore;
  reading: PageReading;
  categoryName: (id: string) => string;
  onShow: (key: PostKey) => void;
}

/** What was found on a page that answered: how far it was read, what it marks, what stays a clue. */
export function Found({ store, reading, categoryName, onShow }: FoundProps) {
  const keys = reading.posts.filter(({ findings }) => findings.length > 0).map(({ key }) => key);
  const decisions = useLiveQuery(store, (each) => each.decided(keys), keys).value;
  const { marked, clues, dismissed } = useMemo(
    () => groupPosts(reading.posts, decisions ?? { reported: [], dismissed: [] }, categoryName),
    [reading, decisions, categoryName],
  );
  return (
    <>
      <HealthNotice health={reading.health} />
      {marked.length > 0 && (
        <section>
          <h2>{t('popupMarked')}</h2>
          <CategoryCounts groups={marked} onShow={onShow} />
        </section>
      )}
      {clues.length > 0 && (
        <section class="clues">
          <h2>{t('popupClues')}</h2>
          <CategoryCounts groups={clues} onShow={onShow} />
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
