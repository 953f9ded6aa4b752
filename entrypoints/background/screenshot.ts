import { browser } from '#imports';

/** Wider pictures are scaled down; a report should not weigh more than a few hundred kilobytes. */
const MAX_WIDTH = 1600;

/**
 * The visible part of a window as WebP. `undefined` when the gesture granted no `activeTab`, or when the picture cannot
 * be taken or encoded: text evidence is enough for a report, and the report says that it has no picture.
 */
export async function captureTab(windowId: number): Promise<Blob | undefined> {
  try {
    const address = await browser.tabs.captureVisibleTab(windowId, { format: 'jpeg', quality: 90 });
    return await shrink(await (await fetch(address)).blob());
  } catch {
    return undefined;
  }
}

async function shrink(original: Blob): Promise<Blob> {
  const picture = await createImageBitmap(original);
  const scale = Math.min(1, MAX_WIDTH / picture.width);
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
}
