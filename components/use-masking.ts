import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { boxBetween, MIN_SIDE, middleBox, moved, sized } from '../utils/evidence/mask-box';
import type { Box, Picture } from '../utils/model/picture';

export interface MaskingProps {
  picture: Picture;
  masking: 'by-pointer' | 'by-keys' | false;
  onBox: (box: Box) => void;
  onLeave: () => void;
}

interface Point {
  x: number;
  y: number;
}

/** Steps of the arrow keys over the longer side of a picture. */
const STEPS = 100;
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A box that is drawn by the pointer, or moved by arrow keys and sized by them with Shift, and set by Enter. Escape
 * drops it and leaves.
 */
export function useMasking({ picture, masking, onBox, onLeave }: MaskingProps) {
  const [draft, setDraft] = useState<Box>();
  const from = useRef<Point | undefined>(undefined);
  useLayoutEffect(() => {
    from.current = undefined;
    setDraft(masking === 'by-keys' ? middleBox(picture) : undefined);
  }, [masking, picture]);

  const set = (box: Box | undefined) => {
    from.current = undefined;
    setDraft(undefined);
    // A mere click is no box.
    if (box && box.width >= MIN_SIDE && box.height >= MIN_SIDE) onBox(box);
  };
  const drawnTo = (event: PointerEvent) =>
    from.current && boxBetween(from.current, pointOf(event, picture), picture);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (!arrow && event.key !== 'Enter' && event.key !== 'Escape') return;
    // Neither the page scrolls nor does the card around it close.
    event.preventDefault();
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter') set(draft);
    else if (arrow) setDraft((box) => changed(box, arrow, event.shiftKey, picture));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    from.current = pointOf(event, picture);
    setDraft(undefined);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (from.current) setDraft(drawnTo(event));
  };
  const onPointerUp = (event: PointerEvent) => set(drawnTo(event));
  const onPointerCancel = () => set(undefined);
  return { draft, handlers: { onKeyDown, onPointerDown, onPointerMove, onPointerUp, onPointerCancel } };
}

/** The first arrow key after a box was set brings the next one. */
function changed(
  draft: Box | undefined,
  [x, y]: readonly [number, number],
  isSizing: boolean,
  picture: Picture,
): Box {
  if (!draft) return middleBox(picture);
  const step = Math.max(1, Math.round(Math.max(picture.width, picture.height) / STEPS));
  return (isSizing ? sized : moved)(draft, x * step, y * step, picture);
}

/** Where the pointer is, in pixels of the picture. */
function pointOf({ clientX, clientY, currentTarget }: PointerEvent, picture: Picture): Point {
  const box = (currentTarget as Element).getBoundingClientRect();
  return {
    x: Math.round(((clientX - box.left) / box.width) * picture.width),
    y: Math.round(((clientY - box.top) / box.height) * picture.height),
  };
}
