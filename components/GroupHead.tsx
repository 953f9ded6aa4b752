import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatNumber, t } from '../utils/i18n';
import type { FoundPost } from './groups';
import type { Selection } from './use-selection';

export interface GroupHeadProps {
  /** The group's name, and those of its posts that may be decided about together. */
  name: string;
  posts: readonly FoundPost[];
  selection: Selection;
  onDismiss: (posts: readonly FoundPost[]) => void;
  /** The name as it is shown. */
  children: ComponentChildren;
}

/** What can be done with a group as a whole. */
export function GroupHead({ name, posts, selection, onDismiss, children }: GroupHeadProps) {
  const selected = posts.filter(({ key }) => selection.has(key)).length;
  const box = useRef<HTMLInputElement>(null);
  const isPart = selected > 0 && selected < posts.length;
  // There is no attribute for it.
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPart;
  });
  if (posts.length === 0) return <>{children}</>;
  const count = formatNumber(posts.length);
  return (
    <>
      <input
        ref={box}
        type="checkbox"
        class="found-choice"
        aria-label={t('listSelectAll', count, name)}
        checked={selected === posts.length}
        onChange={({ currentTarget }) => selection.set(posts, currentTarget.checked)}
      />
      {children}
      <button
        type="button"
        class="button quiet"
        aria-label={t('listDismissAllOf', count, name)}
        onClick={() => onDismiss(posts)}
      >
        {t('listDismissAll', count)}
      </button>
    </>
  );
}
