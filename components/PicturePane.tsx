import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { blackOut } from '../utils/evidence/draw';
import { t } from '../utils/i18n';
import type { Box, Picture } from '../utils/model/picture';
import { PictureStage } from './PictureStage';
import { wordsOf } from './use-filing';

export interface PicturePaneProps {
  picture: Picture;
  /** Stored with the report. */
  kept: boolean;
  /** Stores a picture in the place of the one before. */
  onKeep: (picture: Picture) => Promise<void>;
  onRemove: () => Promise<void>;
}

/** A picture of a post: whether it is kept, and what of it is blacked out before it is. */
export function PicturePane({ picture, kept, onKeep, onRemove }: PicturePaneProps) {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const [isMasking, setMasking] = useState<'by-pointer' | 'by-keys' | false>(false);
  const [notice, setNotice] = useState('');
  const [problem, setProblem] = useState('');
  const mask = useRef<HTMLButtonElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  // Buttons may stand below what a low card shows, and what they say above it.
  useEffect(() => {
    if (problem) said.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  // They are part of the picture now, or belonged to another one.
  useLayoutEffect(() => setBoxes([]), [picture]);

  const leave = () => {
    setMasking(false);
    mask.current?.focus();
  };
  const attempt = async (work: () => Promise<void>) => {
    setNotice('');
    setProblem('');
    // The button that was pressed may be gone afterwards.
    leave();
    try {
      await work();
    } catch (error) {
      setProblem(t('pictureFailed', wordsOf(error)));
    }
  };
  const keep = () => attempt(async () => onKeep(boxes.length > 0 ? await blackOut(picture, boxes) : picture));

  return (
    <section class="picture-pane" aria-label={t('pictureName')}>
      <PictureStage
        picture={picture}
        boxes={boxes}
        masking={isMasking}
        onBox={(box) => {
          setBoxes([...boxes, box]);
          setProblem('');
          setNotice(t('maskSet', boxes.length + 1));
        }}
        onLeave={leave}
        onUnreadable={() => setProblem(t('pictureUnreadable'))}
      />
      <p class="picture-notice" role="status" ref={said}>
        {problem || notice}
      </p>
      <p>{stateText(kept, boxes.length)}</p>
      <div class="row">
        <button
          type="button"
          class="button"
          ref={mask}
          aria-pressed={isMasking !== false}
          onClick={({ detail }) => setMasking(!isMasking && (detail === 0 ? 'by-keys' : 'by-pointer'))}
        >
          {t('maskDraw')}
        </button>
        {boxes.length > 0 && (
          <button
            type="button"
            class="button"
            onClick={() => {
              setBoxes(boxes.slice(0, -1));
              setNotice(t('maskUndone'));
              if (boxes.length === 1) mask.current?.focus();
            }}
          >
            {t('maskUndo')}
          </button>
        )}
        {(!kept || boxes.length > 0) && (
          <button type="button" class="button primary" onClick={() => void keep()}>
            {t(boxes.length > 0 ? 'pictureKeepMasked' : 'pictureKeep')}
          </button>
        )}
        {kept && (
          <button type="button" class="button" onClick={() => void attempt(onRemove)}>
            {t('pictureRemove')}
          </button>
        )}
      </div>
    </section>
  );
}

function stateText(kept: boolean, masks: number): string {
  if (kept && masks > 0) return t('pictureKeptWhole');
  return t(kept ? 'pictureKept' : 'pictureNotKept');
}
