import * as v from 'valibot';
import { browser } from '#imports';
import { CapturePace } from '@/utils/evidence/capture-pace';
import { drawPicture } from '@/utils/evidence/draw';
import { planPicture } from '@/utils/evidence/picture';
import { PictureFrameSchema } from '@/utils/messaging/picture-schema';
import { sendMessage } from '@/utils/messaging/protocol';
import type { Picture } from '@/utils/model/picture';
import type { PostKey } from '@/utils/model/post';

export interface PictureTab {
  id: number;
  windowId: number;
}

const pace = new CapturePace();
/** The tab that was last refused: one that is asked for again within the second is not waited for. */
let refused: number | undefined;

/** Whether a gesture in this tab has granted `activeTab`; nothing on the page changes while this is found out. */
export async function mayCapture(tab: PictureTab): Promise<boolean> {
  if (refused === tab.id && !pace.isFree) return false;
  await pace.turn();
  // Browsers have no other way to ask.
  return shoot(tab, 1).then(
    () => true,
    () => false,
  );
}

/**
 * A picture of one post as the page shows it: without our marks, with other people's parts black. `undefined` when
 * the post is out of sight or moved meanwhile, or when no picture can be taken or encoded: text evidence is enough for
 * a report, and the report says that it has no picture.
 */
export async function takePicture(postKey: PostKey, tab: PictureTab): Promise<Picture | undefined> {
  try {
    // Before the page is held still: it shows our marks again when this takes long.
    await pace.turn();
    const framed: unknown = await sendMessage('framePicture', postKey, tab.id);
    if (framed === null) return undefined;
    const { address, still } = await capture(tab);
    // A page that uses its elements again can show another post in the same place.
    if (!still || !(await sendMessage('isShown', postKey, tab.id))) return undefined;
    const shot = await createImageBitmap(await (await fetch(address)).blob());
    const plan = planPicture(v.parse(PictureFrameSchema, framed), shot);
    const picture = plan && (await drawPicture(shot, plan));
    shot.close();
    return picture;
  } catch {
    return undefined;
  }
}

/** The picture of the window as a data address; our marks come back also when it cannot be taken. */
async function capture(tab: PictureTab): Promise<{ address: string; still: boolean }> {
  const [taken] = await Promise.allSettled([shoot(tab, 90)]);
  const still = await sendMessage('pictureTaken', undefined, tab.id);
  if (taken.status === 'rejected') throw taken.reason;
  return { address: taken.value, still };
}

/** @throws when it is refused, which is remembered of the tab */
async function shoot({ id, windowId }: PictureTab, quality: number): Promise<string> {
  try {
    const address = await browser.tabs.captureVisibleTab(windowId, { format: 'jpeg', quality });
    refused = undefined;
    return address;
  } catch (error) {
    refused = id;
    throw error;
  }
}
