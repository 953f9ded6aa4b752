import { browser } from '#imports';

export const MENU_ID = 'report-post';
export const CHECK_ID = 'check-picture';

/** Shows the menu items on these pages and no others; the browser keeps them over restarts of the worker. */
export async function setMenu(matches: readonly string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU_ID,
    title: browser.i18n.getMessage('menuReport'),
    contexts: ['page', 'selection', 'link', 'image', 'video'],
    documentUrlPatterns: [...matches],
  });
  browser.contextMenus.create({
    id: CHECK_ID,
    title: browser.i18n.getMessage('menuCheckPicture'),
    contexts: ['image', 'video', 'audio'],
    documentUrlPatterns: [...matches],
  });
}
