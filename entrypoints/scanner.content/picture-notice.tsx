import { cardKeyOf } from '@/components/card-keys';
import { type CardMedia, MediaSection } from '@/components/media/MediaSection';
import { t } from '@/utils/i18n';
import type { ShownPost } from './media-desk';

export interface PictureNoticeProps {
  post: ShownPost;
  media: CardMedia;
  onClose: () => void;
}

/** What a picture says of its making that the reader chose by the menu, where no post can be told around it. */
export function PictureNotice({ post, media, onClose }: PictureNoticeProps) {
  return (
    <div
      class="card"
      role="dialog"
      aria-label={t('mediaPageTitle')}
      onKeyDown={(event) => cardKeyOf(event, false) === 'Escape' && onClose()}
    >
      <header class="card-head">
        <h2>{t('mediaPageTitle')}</h2>
        <button type="button" class="quiet" onClick={onClose} aria-label={t('actionClose')}>
          ×
        </button>
      </header>
      <div class="card-body">
        <MediaSection {...media} post={post} />
        <p class="reminder">{t('mediaPageNoPost')}</p>
      </div>
    </div>
  );
}
