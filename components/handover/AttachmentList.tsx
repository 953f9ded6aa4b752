import { useEffect, useState } from 'preact/hooks';
import { formatNumber, formatTime, t } from '../../utils/i18n';
import type { Evidence } from '../../utils/model/report';

export interface AttachmentListProps {
  name: string;
  pictures: readonly Evidence[];
  /** How many the form takes; `undefined` where that is not known. */
  limit: number | undefined;
  waits: boolean;
  /** Minors or self-harm may be concerned. */
  careful: boolean;
  onSave: (picture: Evidence, number: number) => void;
}

/** Pictures to be saved one by one, so that the person can attach them to the form. */
export function AttachmentList({ name, pictures, limit, waits, careful, onSave }: AttachmentListProps) {
  const [saved, setSaved] = useState<number>();
  return (
    <div class="handover-field">
      <p class="handover-label">{name}</p>
      {careful && <p class="handover-warning">{t('handoverPicturesCareful')}</p>}
      {pictures.length === 0 && <p class="muted small">{t('handoverNoPictures')}</p>}
      {limit !== undefined && pictures.length > 0 && (
        <p class={pictures.length > limit ? 'small handover-over' : 'muted small'}>
          {t('handoverPictureLimit', formatNumber(limit), formatNumber(pictures.length))}
        </p>
      )}
      <ul class="handover-pictures">
        {pictures.map((picture, i) => (
          <li key={picture.id}>
            <Thumbnail picture={picture} />
            <button
              type="button"
              class="button"
              disabled={waits}
              aria-label={t('handoverSavePictureOf', i + 1, formatTime(picture.at))}
              onClick={() => {
                onSave(picture, i + 1);
                setSaved(i + 1);
              }}
            >
              {t('handoverSavePicture')}
            </button>
          </li>
        ))}
      </ul>
      <span class="small" role="status">
        {saved !== undefined && t('handoverPictureSaved', saved)}
      </span>
    </div>
  );
}

/** Its address lives only as long as it is shown. */
function Thumbnail({ picture: { blob, at } }: { picture: Evidence }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(blob);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  return address ? <img src={address} alt={t('screenshotAt', formatTime(at))} /> : null;
}
