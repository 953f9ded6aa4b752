import { until } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import type { Session } from './support';

/** The part of the extension API that is used inside an extension page, by its name in both browsers. */
declare const chrome: {
  extension: { getViews(): Window[] };
};

/** What a reader does with the side panel. */
export interface SidePanel {
  /** Clicks on the first element of a selector. */
  click: (selector: string) => Promise<void>;
  /** Waits until the panel says so, and returns all that it says. */
  says: (words: string | RegExp) => Promise<string>;
}

/** How the panel says that so many posts were read. */
export const postsRead = (posts: string | number) => new RegExp(`Posts read\\s+${posts}\\b`);

/**
 * The real side panel, opened as a reader opens it. It is no tab, and Firefox does not show it to a driver, so it is
 * looked at from another page of the extension.
 */
export async function openSidePanel(session: Session): Promise<SidePanel> {
  const popup = await openExtensionPage(session.driven, '/popup.html', '.page-panel-foot');
  const pressed = popup.locator('.page-panel-ways .button:not(.primary)').click();
  // The popup closes itself, where a browser lets it, and may be gone before the driver hears of its click.
  await pressed.catch(() => undefined);
  /** Text of the panel, after a click on the first element of a selector if there is one. */
  const inPanel = (click?: string) =>
    session.reports.evaluate((selector) => {
      const panel = chrome.extension
        .getViews()
        .find(({ location }) => location.pathname === '/sidepanel.html');
      if (selector) panel?.document.querySelector<HTMLElement>(selector)?.click();
      // No body yet while it opens.
      return panel?.document.body?.innerText;
    }, click);
  await until('the side panel', () => inPanel());
  await popup.close().catch(() => undefined);
  return {
    click: async (selector) => {
      await inPanel(selector);
    },
    says: (words) =>
      until(`"${words}" in the side panel`, async () => {
        const text = await inPanel();
        return text && (typeof words === 'string' ? text.includes(words) : words.test(text))
          ? text
          : undefined;
      }),
  };
}
