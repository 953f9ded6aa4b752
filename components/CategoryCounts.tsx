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

/** In a small space more would hide the other categories. */
const MAX_POSTS = 20;

export interface CategoryCountsProps {
  groups: readonly FoundGroup[];
  /** Posts listed per category; the rest is counted. */
  limit?: number;
  onShow: (key: PostKey) => void;
}

export function CategoryCounts({ groups, limit = MAX_POSTS, onShow }: CategoryCountsProps) {
  return (
    <>
      {groups.map(({ category, name, posts }) => (
        <section key={category} class="found">
          <h3>
            <span>{name}</span>
            <span class="count">{posts.length}</span>
          </h3>
          <ul>
            {posts.slice(0, limit).map(({ key, text, author, confidence, reported }) => (
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
          {posts.length > limit && <p class="small muted">{t('popupMore', posts.length - limit)}</p>}
        </section>
      ))}
    </>
  );
}
