import { browser } from '#imports';

export const MENU_ID = 'report-post';

/** Shows the menu item on these pages and no others; the browser keeps it over restarts of the worker. */
export async function setMenu(matches: readonly string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU_ID,
    title: browser.i18n.getMessage('menuReport'),
    contexts: ['page', 'selection', 'link', 'image', 'video'],
    documentUrlPatterns: [...matches],
  });
}
