import * as v from 'valibot';
import { type Browser, browser } from '#imports';
import { sendMessage } from '@/utils/messaging/protocol';
import { ReportDraftSchema } from '@/utils/messaging/schema';
import { MEDIA_TYPES } from '@/utils/model/post';
import type { ReportDraft } from '@/utils/model/report';
import type { ReportStore } from '@/utils/storage/reports';
import { fileWithPicture } from './filing';
import { CHECK_ID, MENU_ID } from './menu';

const COMMAND = 'report-post';

/** Context menu and keyboard shortcut: both grant `activeTab`, so both can take a screenshot. */
export function registerGestures(store: ReportStore): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    if (info.menuItemId === MENU_ID)
      void fileFromGesture(store, { by: 'menu', selection: info.selectionText ?? '' }, tab.id, tab.windowId);
    if (info.menuItemId === CHECK_ID) void checkPicture(info, tab.id);
  });
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === COMMAND && tab?.id !== undefined) {
      await fileFromGesture(store, { by: 'shortcut', selection: '' }, tab.id, tab.windowId);
    }
  });
}

/** The page knows which post the picture stands in, and shows what comes of it. */
async function checkPicture({ mediaType, srcUrl: url }: Browser.contextMenus.OnClickData, tabId: number) {
  const type = MEDIA_TYPES.find((each) => each === mediaType);
  if (!type || !url) return;
  await sendMessage('checkShown', { type, url }, tabId).catch(() => {
    // No content script in this tab: the site is off, and there is nobody to show anything.
  });
}

async function fileFromGesture(
  store: ReportStore,
  { by, selection }: { by: 'menu' | 'shortcut'; selection: string },
  tabId: number,
  windowId: number,
) {
  let draft: ReportDraft | undefined;
  try {
    // The post first: while a picture is taken, a feed can move on.
    const picked: unknown = await sendMessage('pickPost', { by, selection }, tabId);
    if (picked === null) {
      await sendMessage('showFiled', { ok: false, error: 'no-post' }, tabId);
      return;
    }
    draft = v.parse(ReportDraftSchema, picked) as ReportDraft;
    const { picture, ...filed } = await fileWithPicture(store, draft, { id: tabId, windowId });
    await sendMessage('showFiled', { ok: true, filed, draft, ...(picture && { picture }) }, tabId);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await sendMessage('showFiled', { ok: false, error: reason, ...(draft && { draft }) }, tabId).catch(() => {
      // No content script in this tab: the site is off or not a known one, and there is nobody to tell.
    });
  }
}
