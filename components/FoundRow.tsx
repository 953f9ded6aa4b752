import type { ComponentChildren } from 'preact';
import { t } from '../utils/i18n';
import { ConfidenceShape } from './ConfidenceShape';
import type { FoundCategory, FoundPost, Standing } from './groups';
import { EvidenceSign } from './media/EvidenceSign';

export interface FoundRowProps {
  /** Names the row among all others. */
  row: string;
  post: FoundPost;
  /** The category under which the row stands; its name need not be said again. */
  category: string | undefined;
  onShow: () => void;
  /** Something to choose the row by, before its text. */
  choice?: ComponentChildren;
  /** Something else to do with the post, after its text. */
  action?: ComponentChildren;
  /** Whether the tab key stops at the row's button. */
  tabbable: boolean;
}

/** One post of the page: what it says, what was found in it, by whom it is, what was decided. */
export function FoundRow({ row, post, category, onShow, choice, action, tabbable }: FoundRowProps) {
  const { text, author, categories, standing, evidence } = post;
  return (
    <li class="found-row" data-row={row}>
      {choice}
      <button
        type="button"
        class="found-post"
        tabIndex={tabbable ? 0 : -1}
        data-stop={choice ? undefined : ''}
        onClick={onShow}
      >
        <span class="found-text">{text}</span>
        <span class="found-marks">
          {ownFirst(categories, category).map((each) => (
            <ConfidenceShape
              key={each.id}
              confidence={each.confidence}
              name={each.id === category ? undefined : each.name}
            />
          ))}
          {evidence && <EvidenceSign evidence={evidence} />}
        </span>
        {(author || standing !== 'open') && (
          <span class="found-meta">
            {author && <span>{author}</span>}
            {standing !== 'open' && <span class={standing}>{standingWord(standing)}</span>}
          </span>
        )}
      </button>
      {action}
    </li>
  );
}

function ownFirst(categories: readonly FoundCategory[], own: string | undefined): FoundCategory[] {
  return [...categories].sort((a, b) => Number(b.id === own) - Number(a.id === own));
}

function standingWord(standing: Exclude<Standing, 'open'>): string {
  return standing === 'reported'
    ? t('badgeReported')
    : t('listChanged', t('badgeReported'), t('badgeChanged'));
}
