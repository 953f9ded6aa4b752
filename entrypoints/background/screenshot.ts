import { browser } from '#imports';

/** Wider pictures are scaled down; a report should not weigh more than a few hundred kilobytes. */
const MAX_WIDTH = 1600;

/**
 * The visible part of a window as WebP (JPEG where the browser cannot encode WebP), or `undefined` when the gesture
 * granted no `activeTab`: text evidence is enough for a report.
 */
export async function captureTab(windowId: number): Promise<Blob | undefined> {
  let address: string;
  try {
    address = await browser.tabs.captureVisibleTab(windowId, {
      format: 'jpeg',
      quality: 90,
    });
  } catch {
    return undefined;
  }
  const picture = await createImageBitmap(await (await fetch(address)).blob());
  const scale = Math.min(1, MAX_WIDTH / picture.width);
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
}
