import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { decode } from '../utils/evidence/draw';
import { t } from '../utils/i18n';
import type { Box, Picture } from '../utils/model/picture';
import { useMasking } from './use-masking';

export interface PictureStageProps {
  picture: Picture;
  /** Shown in black; in pixels of the picture. */
  boxes: readonly Box[];
  /** Whether boxes are being drawn, and how it was asked for. */
  masking: 'by-pointer' | 'by-keys' | false;
  /** A further box was drawn. */
  onBox: (box: Box) => void;
  onLeave: () => void;
  /** The bytes are no picture. */
  onUnreadable: () => void;
}

/**
 * A picture on a canvas: a page may forbid images from elsewhere, also inside our own interface. While parts are being
 * blacked out it takes the pointer and the arrow keys.
 */
export function PictureStage({ picture, boxes, masking, onBox, onLeave, onUnreadable }: PictureStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useCanvas(picture, boxes, onUnreadable);
  const { draft, handlers } = useMasking({ picture, masking, onBox, onLeave });
  const help = useId();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (masking) stage.current?.focus();
  }, [masking]);
  // On a card that is too low for the whole picture the box can be moved out of sight.
  useEffect(() => {
    if (masking === 'by-keys') box.current?.scrollIntoView({ block: 'nearest' });
  }, [masking, draft]);
  const name = boxes.length > 0 ? t('pictureNameMasked', boxes.length) : t('pictureName');
  const part = (length: number, of: number) => `${(100 * length) / of}%`;

  return (
    <>
      <div
        class={masking ? 'picture-stage masking' : 'picture-stage'}
        ref={stage}
        {...(masking && {
          role: 'application',
          tabIndex: 0,
          'aria-label': t('maskStage'),
          'aria-describedby': help,
          ...handlers,
        })}
      >
        <canvas ref={canvas} role="img" aria-label={name} width={picture.width} height={picture.height} />
        {draft && (
          <div
            class="mask-draft"
            ref={box}
            style={{
              left: part(draft.x, picture.width),
              top: part(draft.y, picture.height),
              width: part(draft.width, picture.width),
              height: part(draft.height, picture.height),
            }}
          />
        )}
      </div>
      {masking && (
        <p class="picture-help" id={help}>
          {t('maskHelp')}
        </p>
      )}
      <p class="visually-hidden" aria-live="polite">
        {draft && draftText(draft, picture)}
      </p>
    </>
  );
}

/** In hundredths of the picture, which is what can be imagined. */
function draftText({ x, y, width, height }: Box, picture: Picture): string {
  const across = (length: number) => Math.round((100 * length) / picture.width);
  const down = (length: number) => Math.round((100 * length) / picture.height);
  return t('maskPlace', across(x), down(y), across(width), down(height));
}

function useCanvas(picture: Picture, boxes: readonly Box[], onUnreadable: () => void) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [bitmap, setBitmap] = useState<ImageBitmap>();
  useEffect(() => {
    let isWanted = true;
    decode(picture).then(
      (decoded) => (isWanted ? setBitmap(decoded) : decoded.close()),
      () => isWanted && onUnreadable(),
    );
    return () => {
      isWanted = false;
    };
  }, [picture]);
  useEffect(() => () => bitmap?.close(), [bitmap]);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen || !bitmap) return;
    pen.drawImage(bitmap, 0, 0);
    pen.fillStyle = '#000';
    for (const { x, y, width, height } of boxes) pen.fillRect(x, y, width, height);
  }, [bitmap, boxes]);
  return canvas;
}
