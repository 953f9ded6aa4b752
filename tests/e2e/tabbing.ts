import type { Page } from 'puppeteer-core';

/** What the element that has the focus is called. */
export function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labels = (element as HTMLInputElement | null)?.labels;
    return (
      element?.getAttribute('aria-label') ||
      labels?.[0]?.textContent ||
      element?.textContent ||
      element?.tagName ||
      ''
    );
  });
}

/** Presses Tab as a person does, who looks after each press where the focus is. */
export async function tabToName(page: Page, words: RegExp, way?: 'back'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (words.test(await nameOfFocus(page))) return;
    if (way === 'back') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (way === 'back') await page.keyboard.up('Shift');
  }
  throw new Error(`Tab does not lead to ${words}; it ended at "${await nameOfFocus(page)}"`);
}
