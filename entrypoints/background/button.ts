import { browser } from '#imports';
import type { ButtonState } from '@/utils/messaging/protocol';

const MARKS = '#8a4b08';
const TROUBLE = '#5f6368';

/** Shows on a tab's toolbar button how many posts are marked, or that the page cannot be read. */
export async function showOnButton(tabId: number, { marked, unreadable }: ButtonState): Promise<void> {
  const text = unreadable ? '?' : marked > 0 ? String(Math.min(marked, 999)) : '';
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setBadgeBackgroundColor({ tabId, color: unreadable ? TROUBLE : MARKS });
  const name = browser.i18n.getMessage('extName');
  const title = unreadable ? `${name}: ${browser.i18n.getMessage('healthButton')}` : name;
  await browser.action.setTitle({ tabId, title });
}
