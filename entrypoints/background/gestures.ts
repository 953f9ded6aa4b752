import * as v from 'valibot';
import { browser } from '#imports';
import { sendMessage } from '@/utils/messaging/protocol';
import { ReportDraftSchema } from '@/utils/messaging/schema';
import type { ReportDraft } from '@/utils/model/report';
import type { ReportStore } from '@/utils/storage/reports';
import { fileWithPicture } from './filing';
import { MENU_ID } from './menu';

const COMMAND = 'report-post';

/** Context menu and keyboard shortcut: both grant `activeTab`, so both can take a screenshot. */
export function registerGestures(store: ReportStore): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU_ID && tab?.id !== undefined)
      void fileFromGesture(store, { by: 'menu', selection: info.selectionText ?? '' }, tab.id, tab.windowId);
  });
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === COMMAND && tab?.id !== undefined) {
      await fileFromGesture(store, { by: 'shortcut', selection: '' }, tab.id, tab.windowId);
    }
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
