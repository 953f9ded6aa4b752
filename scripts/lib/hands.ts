import type { Page } from 'puppeteer-core';

/**
 * What a person does with mouse and keyboard. The interface stands in closed shadow roots, so it is reached as a
 * person reaches it: a click where a badge is seen, then keys.
 */

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Boxes of our elements: children of the root element beside head and body, in order of appearance. */
export async function ownBoxes(page: Page): Promise<Box[]> {
  return page.evaluate(() =>
    [...document.documentElement.children]
      .filter((element) => element.tagName === 'DIV')
      .map((element) => element.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ x, y, width, height }) => ({ x, y, width, height })),
  );
}

export async function waitForBadges(page: Page, atLeast = 1): Promise<Box[]> {
  return until(`${atLeast} badges`, async () => {
    const boxes = await ownBoxes(page);
    return boxes.length >= atLeast ? boxes : undefined;
  });
}

/** Opens the card of the n-th badge with a click; the card takes the focus to its first action, which is Report. */
export async function openCard(page: Page, n: number): Promise<void> {
  const boxes = await waitForBadges(page, n + 1);
  const { x, y, width, height } = boxes[n]!;
  await page.mouse.click(x + width / 2, y + height / 2);
  // A key that is pressed before the focus has moved would press the badge again.
  await until('a card that has the focus', async () =>
    (await page.evaluate(
      () =>
        (document.activeElement?.getBoundingClientRect().height ?? 0) > 150 &&
        document.activeElement !== document.body,
    ))
      ? true
      : undefined,
  );
}

/** Number of stored reports, read from the database of any page of the extension. */
export async function countReports(control: Page): Promise<number> {
  return control.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('qingjian');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains('reports')) {
            database.close();
            return resolve(0);
          }
          const counting = database.transaction('reports').objectStore('reports').count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

export async function waitForReports(control: Page, count: number): Promise<void> {
  await until(`${count} stored reports`, async () =>
    (await countReports(control)) === count ? true : undefined,
  );
}

/** Polls until there is a value; an error that says what was waited for after the time is up. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  timeoutMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const value = await look();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited ${timeoutMs / 1_000} s for ${what}`);
}

/** Exports all reports in the format that is chosen, taking along whatever the check before it found. */
export async function exportAll(reports: Page): Promise<void> {
  await reports.evaluate(() => {
    location.hash = 'exchange';
  });
  await reports.locator('.exchange-actions .primary').click();
  const isAsked = await until('the check or its concerns', () =>
    reports.evaluate(() => {
      if (document.querySelector('.export-concerns')) return true;
      return document.querySelector('.exchange-result')?.textContent ? false : undefined;
    }),
  );
  if (!isAsked) return;
  for (const choice of await reports.$$('.precheck-choice:last-of-type input')) await choice.click();
  await reports.locator('.export-concerns .primary').click();
}
