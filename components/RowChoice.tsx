import { t } from '../utils/i18n';
import type { FoundPost } from './groups';
import type { Selection } from './use-selection';

export interface RowChoiceProps {
  post: FoundPost;
  selection: Selection;
  tabbable: boolean;
}

/** Selects a post together with others; one that is reported is decided, but the keys stop at it all the same. */
export function RowChoice({ post, selection, tabbable }: RowChoiceProps) {
  const isOpen = post.standing === 'open';
  return (
    <input
      type="checkbox"
      class="found-choice"
      data-stop=""
      tabIndex={tabbable ? 0 : -1}
      aria-label={isOpen ? t('listSelect', post.text) : t('listDecided', post.text)}
      // Not `disabled`, which would take the focus away.
      aria-disabled={!isOpen}
      checked={selection.has(post.key)}
      onClick={(event) => !isOpen && event.preventDefault()}
      onChange={({ currentTarget }) => selection.set([post], currentTarget.checked)}
    />
  );
}
