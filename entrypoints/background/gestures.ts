import * as v from 'valibot';
import { browser } from '#imports';
import { sendMessage } from '@/utils/messaging/protocol';
import { ReportDraftSchema } from '@/utils/messaging/schema';
import type { ReportDraft } from '@/utils/model/report';
import { allMatches } from '@/utils/sites';
import type { ReportStore } from '@/utils/storage/reports';
import { captureTab } from './screenshot';

const MENU_ID = 'report-post';
const COMMAND = 'report-post';

/** Context menu and keyboard shortcut: both grant `activeTab`, so both can take a screenshot. */
export function registerGestures(store: ReportStore): void {
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: MENU_ID,
      title: browser.i18n.getMessage('menuReport'),
      contexts: ['page', 'selection', 'link', 'image', 'video'],
      documentUrlPatterns: [...allMatches],
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU_ID && tab?.id !== undefined)
      void fileFromGesture(store, 'menu', tab.id, tab.windowId);
  });
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === COMMAND && tab?.id !== undefined) {
      await fileFromGesture(store, 'shortcut', tab.id, tab.windowId);
    }
  });
}

async function fileFromGesture(store: ReportStore, by: 'menu' | 'shortcut', tabId: number, windowId: number) {
  let draft: ReportDraft | undefined;
  try {
    // The picture first: afterwards our own card would be in it.
    const screenshot = await captureTab(windowId);
    const picked: unknown = await sendMessage('pickPost', by, tabId);
    if (picked === null) {
      await sendMessage('showFiled', { ok: false, error: 'no-post' }, tabId);
      return;
    }
    draft = v.parse(ReportDraftSchema, picked) as ReportDraft;
    const filed = await store.file(draft, screenshot);
    await sendMessage('showFiled', { ok: true, filed, draft }, tabId);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await sendMessage('showFiled', { ok: false, error: reason, ...(draft && { draft }) }, tabId).catch(() => {
      // No content script in this tab: the site is off or not a known one, and there is nobody to tell.
    });
  }
}
