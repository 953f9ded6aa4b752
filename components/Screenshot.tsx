import { useEffect, useState } from 'preact/hooks';
import { readPicture } from '../utils/evidence/draw';
import { formatTime, t } from '../utils/i18n';
import type { Picture } from '../utils/model/picture';
import { PicturePane } from './PicturePane';

export interface ScreenshotProps {
  blob: Blob;
  at: number;
  /** Puts another picture in its place; null takes it away. */
  onChange: (picture: Picture | null) => Promise<void>;
}

/** A stored picture; its address lives only as long as it is shown. */
export function Screenshot({ blob, at, onChange }: ScreenshotProps) {
  const [address, setAddress] = useState<string>();
  const [isEditing, setEditing] = useState(false);
  useEffect(() => {
    const url = URL.createObjectURL(blob);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  const name = t('screenshotAt', formatTime(at));
  return (
    <figure class="screenshot">
      {isEditing ? (
        <EditedPicture blob={blob} onChange={onChange} />
      ) : (
        address && (
          <a href={address} target="_blank" rel="noopener noreferrer">
            <img src={address} alt={name} />
          </a>
        )
      )}
      <figcaption>
        {name}{' '}
        <button
          type="button"
          class="button quiet"
          aria-expanded={isEditing}
          onClick={() => setEditing(!isEditing)}
        >
          {t('pictureEdit')}
        </button>
      </figcaption>
    </figure>
  );
}

/** Read from the store's bytes, again after each change, so that what is shown is what is kept. */
function EditedPicture({ blob, onChange }: Pick<ScreenshotProps, 'blob' | 'onChange'>) {
  const [read, setRead] = useState<Picture | 'unreadable'>();
  useEffect(() => {
    let isWanted = true;
    readPicture(blob).then(
      (picture) => isWanted && setRead(picture),
      () => isWanted && setRead('unreadable'),
    );
    return () => {
      isWanted = false;
    };
  }, [blob]);
  if (!read) return null;
  if (read === 'unreadable') return <p role="alert">{t('pictureUnreadable')}</p>;
  return <PicturePane picture={read} kept onKeep={onChange} onRemove={() => onChange(null)} />;
}
