import { browser } from '#imports';

/** As in Firefox, whose name for it WXT's types leave out. */
interface Sidebar {
  sidebarAction: { open: () => Promise<void> };
}

/** Both browsers open it only within the reader's click: nothing may be awaited before. */
export function openSidePanel(): Promise<void> {
  return browser.sidePanel
    ? browser.sidePanel.open({ windowId: browser.windows.WINDOW_ID_CURRENT })
    : (browser as unknown as Sidebar).sidebarAction.open();
}
