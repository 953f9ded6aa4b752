import { t } from '../utils/i18n';
import type { Confidence } from '../utils/model/finding';
import type { PostKey } from '../utils/model/post';
import { ConfidenceMark } from './ConfidenceMark';

export interface FoundPost {
  key: PostKey;
  /** Title or beginning of the text. */
  text: string;
  author: string | undefined;
  /** The strongest that was found in this category. */
  confidence: Confidence;
  reported: boolean;
}

/** The posts of one page in one category. */
export interface FoundGroup {
  category: string;
  name: string;
  posts: readonly FoundPost[];
}

/** More would make the list longer than the page it speaks of. */
const MAX_POSTS = 20;

export function CategoryCounts({
  groups,
  onShow,
}: {
  groups: readonly FoundGroup[];
  onShow: (key: PostKey) => void;
}) {
  return (
    <>
      {groups.map(({ category, name, posts }) => (
        <section key={category} class="found">
          <h3>
            <span>{name}</span>
            <span class="count">{posts.length}</span>
          </h3>
          <ul>
            {posts.slice(0, MAX_POSTS).map(({ key, text, author, confidence, reported }) => (
              <li key={key}>
                <button type="button" class="found-post" onClick={() => onShow(key)}>
                  <span class="found-text">{text}</span>
                  <ConfidenceMark confidence={confidence} />
                  <span class="found-meta">
                    {[author, reported && t('badgeReported')].filter(Boolean).join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {posts.length > MAX_POSTS && <p class="small muted">{t('popupMore', posts.length - MAX_POSTS)}</p>}
        </section>
      ))}
    </>
  );
}
