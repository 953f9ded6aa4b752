import { decode, encode } from '@/utils/evidence/draw';
import { MAX_BYTES } from '@/utils/evidence/picture';
import type { Picture } from '@/utils/model/picture';

/** A picture in one light colour, made in a browser. */
export async function paleGreen(width = 400, height = 200): Promise<Picture> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false })!;
  pen.fillStyle = 'rgb(180 230 190)';
  pen.fillRect(0, 0, width, height);
  return encode(canvas, MAX_BYTES);
}

/** The sum of red, green and blue at a place of a picture: 0 for black, 765 for white. */
export async function lightOf(picture: Picture): Promise<(x: number, y: number) => number> {
  const bitmap = await decode(picture);
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  pen.drawImage(bitmap, 0, 0);
  return (x, y) => [...pen.getImageData(x, y, 1, 1).data.slice(0, 3)].reduce((sum, value) => sum + value);
}
