import type { Box, PictureFrame } from '../model/picture';

/** Pictures are scaled down to this on their longer side, in pixels. */
export const MAX_SIDE = 1_600;
/** A picture that is larger is encoded again at a lower quality. */
export const MAX_BYTES = 2_000_000;
/** Share by which the scales of width and height may differ: browsers round the size of a zoomed window. */
const SCALE_TOLERANCE = 0.02;

export interface Size {
  width: number;
  height: number;
}

/** What is done with the picture of a window; all in whole pixels. */
export interface PicturePlan {
  /** The part to keep, in the picture of the window. */
  crop: Box;
  /** Boxes to black out, in the part to keep, before it is scaled. */
  masks: Box[];
  /** What the part to keep is scaled to; never larger than it is. */
  size: Size;
}

/**
 * How to make a post's picture out of one of its window. The crop is rounded inward and the masks outward, so that no
 * pixel of a neighbour stays. `undefined` when nothing of the post is in the picture, or when picture and window have
 * different shapes, so that the boxes belong to another picture.
 */
export function planPicture({ window, post, others }: PictureFrame, shot: Size): PicturePlan | undefined {
  const scale = { x: shot.width / window.width, y: shot.height / window.height };
  if (!(Math.abs(scale.x / scale.y - 1) <= SCALE_TOLERANCE)) return undefined;
  const left = Math.max(0, Math.ceil(post.x * scale.x));
  const top = Math.max(0, Math.ceil(post.y * scale.y));
  const width = Math.min(shot.width, Math.floor((post.x + post.width) * scale.x)) - left;
  const height = Math.min(shot.height, Math.floor((post.y + post.height) * scale.y)) - top;
  if (width < 1 || height < 1) return undefined;
  const inPixels = (box: Box): Box => ({
    x: box.x * scale.x - left,
    y: box.y * scale.y - top,
    width: box.width * scale.x,
    height: box.height * scale.y,
  });
  return {
    crop: { x: left, y: top, width, height },
    masks: others.flatMap((other) => roundedOut(inPixels(other), { width, height }) ?? []),
    size: fitted({ width, height }),
  };
}

/** The smallest box of whole pixels around a box, as far as it lies in a picture; `undefined` when it does not. */
export function roundedOut(box: Box, { width, height }: Size): Box | undefined {
  const left = Math.max(0, Math.floor(box.x));
  const top = Math.max(0, Math.floor(box.y));
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  if (right <= left || bottom <= top) return undefined;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function fitted({ width, height }: Size): Size {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
