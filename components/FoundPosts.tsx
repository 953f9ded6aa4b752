import { useMemo } from 'preact/hooks';
import { formatNumber, t } from '../utils/i18n';
import type { PageReading } from '../utils/model/page';
import type { PostKey } from '../utils/model/post';
import { FoundSection } from './FoundSection';
import { byCategory, type Decisions, listPosts } from './groups';
import { NothingFound } from './NothingFound';
import { PageSummary } from './PageSummary';
import { useMore } from './use-more';

export interface FoundPostsProps {
  reading: PageReading;
  decisions: Decisions;
  categoryName: (id: string) => string;
  onShow: (key: PostKey) => void;
}

/** In a small space more posts of one category would hide the others. */
const LIMIT = 40;
const BARS = 4;

/** What was found on a page that answered, in a small space: to be looked at, and gone to. */
export function FoundPosts({ reading, decisions, categoryName, onShow }: FoundPostsProps) {
  const lists = useMemo(
    () => listPosts(reading.posts, decisions, categoryName),
    [reading, decisions, categoryName],
  );
  const marked = useMemo(() => byCategory('marked', lists), [lists]);
  const clues = useMemo(() => byCategory('clues', lists), [lists]);
  const more = useMore(LIMIT, marked.length + clues.length);
  const dismissed = lists.dismissed.length;
  return (
    <>
      <PageSummary reading={reading} lists={lists} bars={BARS} />
      <NothingFound reading={reading} lists={lists} />
      <FoundSection id="marked" title={t('popupMarked')} groups={marked} more={more} onShow={onShow} />
      <FoundSection id="clues" title={t('popupClues')} groups={clues} more={more} onShow={onShow} />
      {dismissed > 0 && <p class="small muted">{t('popupDismissed', formatNumber(dismissed))}</p>}
    </>
  );
}
