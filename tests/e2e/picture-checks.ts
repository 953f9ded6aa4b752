import type { Page } from 'puppeteer-core';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The picture that was stored last, checked inside the browser that decodes it. */
export interface StoredPicture {
  count: number;
  type: string;
  bytes: number;
  width: number;
  height: number;
}

/** @param reports any page of the extension */
export async function lastPicture(reports: Page): Promise<StoredPicture> {
  return reports.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('qingjian');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => resolve(opening.result);
    });
    const rows = await new Promise<{ at: number; blob: Blob }[]>((resolve) => {
      const asking = database.transaction('evidence').objectStore('evidence').getAll();
      asking.onsuccess = () => resolve(asking.result);
    });
    database.close();
    const last = rows.sort((a, b) => a.at - b.at).at(-1);
    if (!last) return { count: 0, type: '', bytes: 0, width: 0, height: 0 };
    const bitmap = await createImageBitmap(last.blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d')!;
    pen.drawImage(bitmap, 0, 0);
    Object.assign(globalThis, { lastPicture: pen.getImageData(0, 0, bitmap.width, bitmap.height) });
    const { type, size } = last.blob;
    return { count: rows.length, type, bytes: size, width: bitmap.width, height: bitmap.height };
  });
}

/** The brightest channel value in a box of the picture that `lastPicture` has read: 0 where all is black. */
export async function brightestIn(reports: Page, box: Box): Promise<number> {
  return reports.evaluate(({ x, y, width, height }) => {
    const { data, width: stride } = (globalThis as unknown as { lastPicture: ImageData }).lastPicture;
    let most = 0;
    for (let row = Math.ceil(y); row < Math.floor(y + height); row++)
      for (let column = Math.ceil(x); column < Math.floor(x + width); column++)
        for (let channel = 0; channel < 3; channel++)
          most = Math.max(most, data[(row * stride + column) * 4 + channel]!);
    return most;
  }, box);
}

/**
 * How far the picture that `lastPicture` has read is from another one of the same place: the largest mean difference
 * of a block of 8 × 8 pixels, 0 to 255, outside the boxes.
 *
 * @param reference PNG in base64; its left upper corner is that of the picture
 */
export async function differenceFrom(reports: Page, reference: string, without: Box[]): Promise<number> {
  return reports.evaluate(
    async (png, boxes) => {
      const { data, width, height } = (globalThis as unknown as { lastPicture: ImageData }).lastPicture;
      const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
      const pen = new OffscreenCanvas(width, height).getContext('2d')!;
      pen.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
      const other = pen.getImageData(0, 0, width, height).data;
      let most = 0;
      for (let y = 0; y + 8 <= height; y += 8) {
        for (let x = 0; x + 8 <= width; x += 8) {
          const isLeftOut = boxes.some(
            (box) =>
              x + 8 > box.x - 8 &&
              x < box.x + box.width + 8 &&
              y + 8 > box.y - 8 &&
              y < box.y + box.height + 8,
          );
          if (isLeftOut) continue;
          let sum = 0;
          for (let row = y; row < y + 8; row++)
            for (let at = (row * width + x) * 4; at < (row * width + x + 8) * 4; at++)
              if (at % 4 !== 3) sum += Math.abs(data[at]! - other[at]!);
          most = Math.max(most, sum / 192);
        }
      }
      return most;
    },
    reference,
    without,
  );
}

/** Presses Tab until the focus is on what a screen reader calls so; closed shadow roots included. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const client = await page.createCDPSession();
  const passed: string[] = [];
  for (let i = 0; i < 60; i++) {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const focused = nodes.filter(({ properties = [] }) =>
      properties.some((each) => each.name === 'focused' && each.value.value === true),
    );
    const names = focused.map((node) => String(node.name?.value ?? ''));
    if (names.some((each) => each.startsWith(name))) return client.detach();
    passed.push(names.at(-1) ?? '');
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab did not lead to "${name}", but to ${[...new Set(passed)].join(' | ')}`);
}
