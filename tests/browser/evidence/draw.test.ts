import { beforeAll, describe, expect, test } from 'vitest';
import { fromBase64 } from '@/utils/base64';
import { blackOut, decode, drawPicture, encode, readPicture } from '@/utils/evidence/draw';
import { MAX_BYTES, MAX_SIDE, type PicturePlan } from '@/utils/evidence/picture';
import type { Box, Picture } from '@/utils/model/picture';

type Color = readonly [number, number, number];
const RED: Color = [220, 30, 30];
const BLUE: Color = [30, 60, 220];
const GREEN: Color = [30, 160, 60];
const BLACK: Color = [0, 0, 0];

/** A window in red with boxes of other colours. */
async function shot(width: number, height: number, parts: [Color, Box][] = []): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d')!;
  for (const [color, { x, y, width: w, height: h }] of [
    [RED, { x: 0, y: 0, width, height }] as [Color, Box],
    ...parts,
  ]) {
    pen.fillStyle = `rgb(${color.join(' ')})`;
    pen.fillRect(x, y, w, h);
  }
  return createImageBitmap(canvas);
}

/** What no encoder makes small. */
async function noise(width: number, height: number): Promise<ImageBitmap> {
  const bytes = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return createImageBitmap(
    new ImageData(
      bytes.map((value, i) => (i % 4 === 3 ? 255 : value)),
      width,
      height,
    ),
  );
}

async function pixelsOf(picture: Picture): Promise<(x: number, y: number) => Color> {
  const bitmap = await decode(picture);
  expect([bitmap.width, bitmap.height]).toEqual([picture.width, picture.height]);
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  return (x, y) => {
    const at = (y * bitmap.width + x) * 4;
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  };
}

const isNear = (a: Color, b: Color, by = 24) => a.every((value, i) => Math.abs(value - b[i]!) <= by);
/** Two pixels share their colour in a WebP, so at the edge of a box black takes some of what is beside it. */
const EDGE = 100;
const bytesOf = ({ webp }: Picture) => new Uint8Array(fromBase64(webp));
const whole = (width: number, height: number): PicturePlan => ({
  crop: { x: 0, y: 0, width, height },
  masks: [],
  size: { width, height },
});

describe('drawPicture', () => {
  test('keeps the crop, and black where other people stand', async () => {
    const post: Box = { x: 40, y: 30, width: 200, height: 120 };
    const comment: Box = { x: 100, y: 90, width: 80, height: 40 };
    const picture = await drawPicture(
      await shot(400, 300, [
        [GREEN, post],
        [BLUE, comment],
      ]),
      {
        crop: post,
        masks: [{ x: 60, y: 60, width: 80, height: 40 }],
        size: { width: 200, height: 120 },
      },
    );
    expect(String.fromCharCode(...bytesOf(picture).slice(0, 4), ...bytesOf(picture).slice(8, 12))).toBe(
      'RIFFWEBP',
    );
    const at = await pixelsOf(picture);
    expect([picture.width, picture.height]).toEqual([200, 120]);
    for (const [x, y] of [
      [0, 0],
      [199, 0],
      [0, 119],
      [199, 119],
      [50, 50],
    ])
      expect(isNear(at(x!, y!), GREEN), `${x}, ${y}: ${at(x!, y!)}`).toBe(true);
    for (let x = 60; x < 140; x++) {
      for (let y = 60; y < 100; y++) expect(isNear(at(x, y), BLACK), `${x}, ${y}: ${at(x, y)}`).toBe(true);
    }
  });

  test('leaves no trace of what is black in the pixels beside it, also when scaled down', async () => {
    const comment: Box = { x: 1001, y: 0, width: 999, height: 1000 };
    const picture = await drawPicture(await shot(2000, 1000, [[BLUE, comment]]), {
      crop: { x: 0, y: 0, width: 2000, height: 1000 },
      masks: [comment],
      size: { width: 801, height: 400 },
    });
    const at = await pixelsOf(picture);
    for (let x = 0; x < 801; x++) {
      const [red, , blue] = at(x, 200);
      expect(blue, `${x}: ${at(x, 200)}`).toBeLessThanOrEqual(Math.max(48, red));
    }
  });
});

describe('encode', () => {
  const SIDE = 200;
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const sizeAt = async (quality: number) =>
    (await canvas.convertToBlob({ type: 'image/webp', quality })).size;
  beforeAll(async () => {
    canvas.getContext('2d', { alpha: false })!.drawImage(await noise(SIDE, SIDE), 0, 0);
  });

  test('lowers the quality no more than it must', async () => {
    expect(bytesOf(await encode(canvas, MAX_BYTES))).toHaveLength(await sizeAt(0.8));
    expect(bytesOf(await encode(canvas, (await sizeAt(0.8)) - 1))).toHaveLength(await sizeAt(0.6));
    expect(bytesOf(await encode(canvas, (await sizeAt(0.4)) - 1))).toHaveLength(await sizeAt(0.2));
  });

  test('lowers the size where quality is not enough', async () => {
    const most = (await sizeAt(0.2)) - 1;
    const picture = await encode(canvas, most);
    expect([picture.width, picture.height]).toEqual([SIDE / 2, SIDE / 2]);
    expect(bytesOf(picture).length).toBeLessThanOrEqual(most);
  });

  test('the largest picture of a window fits with a good quality, even of noise', async () => {
    const picture = await drawPicture(await noise(MAX_SIDE, MAX_SIDE), whole(MAX_SIDE, MAX_SIDE));
    expect([picture.width, picture.height]).toEqual([MAX_SIDE, MAX_SIDE]);
    expect(bytesOf(picture).length).toBeLessThanOrEqual(MAX_BYTES);
  });
});

describe('a picture that is changed', () => {
  const made = async () =>
    drawPicture(await shot(160, 90, [[BLUE, { x: 100, y: 0, width: 60, height: 90 }]]), whole(160, 90));

  test('is black where it was said to be, and as it was elsewhere', async () => {
    const changed = await blackOut(await made(), [
      { x: 10.6, y: 10.6, width: 20, height: 20 },
      { x: 150, y: 80, width: 500, height: 500 },
    ]);
    expect([changed.width, changed.height]).toEqual([160, 90]);
    const at = await pixelsOf(changed);
    for (const [x, y] of [
      [10, 10],
      [30, 30],
      [150, 80],
      [159, 89],
    ])
      expect(isNear(at(x!, y!), BLACK, EDGE), `${x}, ${y}: ${at(x!, y!)}`).toBe(true);
    expect(isNear(at(20, 20), BLACK)).toBe(true);
    expect(isNear(at(60, 45), RED)).toBe(true);
    expect(isNear(at(130, 20), BLUE)).toBe(true);
  });

  test('holds nothing of the bytes that it was', async () => {
    const before = await drawPicture(await noise(160, 90), whole(160, 90));
    const after = bytesOf(await blackOut(before, [{ x: 0, y: 0, width: 160, height: 90 }]));
    const old = bytesOf(before);
    expect(old.length).toBeGreaterThan(5_000);
    const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);
    // What both have in common is the head of a WebP with its colour profile.
    for (let from = 512; from + 16 <= old.length; from += 16) {
      expect(text(after).includes(text(old.slice(from, from + 16)))).toBe(false);
    }
  });

  test('is read from what is stored without a change', async () => {
    const picture = await made();
    const blob = new Blob([fromBase64(picture.webp)], { type: 'image/webp' });
    expect(await readPicture(blob)).toEqual(picture);
  });

  test('bytes that are no picture are refused', async () => {
    const broken = { width: 10, height: 10, webp: btoa('RIFF....WEBP') };
    await expect(blackOut(broken, [])).rejects.toThrow();
    await expect(readPicture(new Blob(['text']))).rejects.toThrow();
  });
});
