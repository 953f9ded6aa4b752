import type { ComponentChildren } from 'preact';
import { formatNumber, t } from '../utils/i18n';
import type { PostKey } from '../utils/model/post';
import { FoundRow } from './FoundRow';
import type { FoundGroup, FoundPost } from './groups';
import type { More } from './use-more';

export interface FoundSectionProps {
  /** Names the section among those that are shown together. */
  id: string;
  title: string;
  groups: readonly FoundGroup[];
  more: More;
  onShow: (key: PostKey) => void;
  /** Puts something for all posts of a group around its name. */
  head?: (group: FoundGroup, name: ComponentChildren) => ComponentChildren;
  choice?: (post: FoundPost, isTabbable: boolean) => ComponentChildren;
  /** Without it the tab key stops at every row. */
  isCurrent?: (row: string) => boolean;
}

/** The found posts of one kind, group by group. */
export function FoundSection(props: FoundSectionProps) {
  const { id, title, groups, more, onShow, head, choice, isCurrent } = props;
  if (groups.length === 0) return null;
  return (
    <section class="found-section">
      <h2>{title}</h2>
      {groups.map((group) => {
        const name = groupId(id, group);
        const left = more.left(name, group);
        const title = (
          <>
            <h3>{group.name}</h3>
            <span class="count">{formatNumber(group.posts.length)}</span>
          </>
        );
        return (
          <section key={name} class="found">
            <div class="found-head">{head?.(group, title) ?? title}</div>
            <ul>
              {more.shown(name, group).map((post) => {
                const row = rowId(name, post);
                const tabbable = isCurrent?.(row) ?? true;
                return (
                  <FoundRow
                    key={post.key}
                    row={row}
                    post={post}
                    category={group.category}
                    tabbable={tabbable}
                    choice={choice?.(post, tabbable)}
                    onShow={() => onShow(post.key)}
                  />
                );
              })}
            </ul>
            {left.all > 0 && (
              <button type="button" class="button quiet" onClick={() => more.show(name)}>
                {t('showMore', formatNumber(left.next), formatNumber(left.all))}
              </button>
            )}
          </section>
        );
      })}
    </section>
  );
}

export const groupId = (section: string, { category }: FoundGroup): string => `${section}/${category ?? ''}`;

/** A post may stand in several groups. */
export const rowId = (group: string, { key }: FoundPost): string => `${group} ${key}`;
