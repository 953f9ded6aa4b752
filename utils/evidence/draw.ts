import { fromBase64 } from '../base64';
import type { Box, Picture } from '../model/picture';
import { MAX_BYTES, type PicturePlan, roundedOut, type Size } from './picture';

/** Tried in this order until the picture is small enough. */
const QUALITIES = [0.8, 0.6, 0.4, 0.2] as const;
const WEBP = 'image/webp';

/**
 * Makes a post's picture: what is masked is black before anything is scaled or encoded.
 *
 * @throws Error when the picture cannot be encoded
 */
export async function drawPicture(shot: ImageBitmap, { crop, masks, size }: PicturePlan): Promise<Picture> {
  const canvas = new OffscreenCanvas(crop.width, crop.height);
  const pen = penOf(canvas);
  pen.drawImage(shot, -crop.x, -crop.y);
  fill(pen, masks);
  return encode(size.width === crop.width ? canvas : scaled(canvas, size), MAX_BYTES);
}

/**
 * The same picture with these parts black. It is encoded anew from its pixels, so nothing of them is left in it.
 *
 * @param boxes in pixels of the picture
 * @throws DOMException when the bytes are no picture
 */
export async function blackOut(picture: Picture, boxes: readonly Box[]): Promise<Picture> {
  const bitmap = await decode(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = penOf(canvas);
  pen.drawImage(bitmap, 0, 0);
  bitmap.close();
  fill(
    pen,
    boxes.flatMap((box) => roundedOut(box, canvas) ?? []),
  );
  return encode(canvas, MAX_BYTES);
}

/** @throws DOMException when the bytes are no picture */
export async function decode({ webp }: Picture): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([fromBase64(webp)], { type: WEBP }));
}

/**
 * A stored picture, to be changed.
 *
 * @throws DOMException when the bytes are no picture
 */
export async function readPicture(blob: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height, webp: await base64Of(blob) };
}

/**
 * At the best quality that makes it small enough; what stays too large at the least is scaled down.
 *
 * @param most in bytes
 */
export async function encode(canvas: OffscreenCanvas, most: number): Promise<Picture> {
  const { width, height } = canvas;
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: WEBP, quality });
    if (blob.type !== WEBP) throw new Error(`Pictures are encoded as ${blob.type} here`);
    if (blob.size <= most) return { width, height, webp: await base64Of(blob) };
  }
  return encode(scaled(canvas, { width: Math.ceil(width / 2), height: Math.ceil(height / 2) }), most);
}

function scaled(canvas: OffscreenCanvas, { width, height }: Size): OffscreenCanvas {
  const smaller = new OffscreenCanvas(width, height);
  const pen = penOf(smaller);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(canvas, 0, 0, width, height);
  return smaller;
}

/** Not through `arrayBuffer`: in Firefox a content script may not look into the buffers that the page's blobs give. */
function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''));
    reader.readAsDataURL(blob);
  });
}

function fill(pen: OffscreenCanvasRenderingContext2D, boxes: readonly Box[]): void {
  pen.fillStyle = '#000';
  for (const { x, y, width, height } of boxes) pen.fillRect(x, y, width, height);
}

function penOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  // A window has no transparent parts, and a channel for them would be kept without loss.
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) throw new Error(`No canvas of ${canvas.width} × ${canvas.height} pixels here`);
  return pen;
}
