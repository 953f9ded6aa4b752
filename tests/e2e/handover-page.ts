import type { Page } from 'puppeteer-core';
import { nameOfFocus } from './tabbing';

/** What stands in the field that has the focus. */
export const valueOfFocus = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value ?? '');

/** Ticks everything that waits for a look, on the way through the page. */
export async function lookAtAll(page: Page): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const isOpen = await page.evaluate(() => (document.activeElement as HTMLInputElement).checked === false);
    if (isOpen && /^I have looked at/.test(await nameOfFocus(page))) await page.keyboard.press(' ');
    const waits = await page.$$eval('.handover-done [type="submit"]:disabled', (all) => all.length);
    if (waits === 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('something waits for a look that Tab does not lead to');
}

export async function paste(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  // Chromium takes keys that a driver presses for commands only when it is told which.
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.keyboard.up('Control');
}

export async function selectAll(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
}
