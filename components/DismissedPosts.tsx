import { useId, useState } from 'preact/hooks';
import { formatNumber, t } from '../utils/i18n';
import type { PostKey } from '../utils/model/post';
import { FoundRow } from './FoundRow';
import { rowId } from './FoundSection';
import type { FoundGroup, FoundPost } from './groups';
import type { More } from './use-more';

export interface DismissedPostsProps {
  posts: readonly FoundPost[];
  more: More;
  onShow: (key: PostKey) => void;
  onTakeBack: (post: FoundPost) => void;
}

const SECTION = 'dismissed';

/** The posts that the reader marked as no problem, out of the way until they are asked for. */
export function DismissedPosts({ posts, more, onShow, onTakeBack }: DismissedPostsProps) {
  const [open, setOpen] = useState(false);
  const list = useId();
  if (posts.length === 0) return null;
  const group: FoundGroup = { category: undefined, name: '', posts };
  const left = more.left(SECTION, group);
  return (
    <section class="found-section">
      <h2>
        <button
          type="button"
          class="disclosure"
          aria-expanded={open}
          aria-controls={open ? list : undefined}
          onClick={() => setOpen(!open)}
        >
          {t('listDismissedShow', formatNumber(posts.length))}
        </button>
      </h2>
      {open && (
        <div id={list}>
          <ul>
            {more.shown(SECTION, group).map((post) => (
              <FoundRow
                key={post.key}
                row={rowId(SECTION, post)}
                post={post}
                category={undefined}
                tabbable
                onShow={() => onShow(post.key)}
                action={
                  <button
                    type="button"
                    class="button"
                    aria-label={t('listTakeBackOf', post.text)}
                    onClick={() => onTakeBack(post)}
                  >
                    {t('listTakeBack')}
                  </button>
                }
              />
            ))}
          </ul>
          {left.all > 0 && (
            <button type="button" class="button quiet" onClick={() => more.show(SECTION)}>
              {t('showMore', formatNumber(left.next), formatNumber(left.all))}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
