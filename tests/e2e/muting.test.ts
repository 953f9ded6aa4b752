import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { FEED } from '../../scripts/demo/pages';
import { openCard, ownBoxes, until } from '../../scripts/lib/hands';
import { openExtensionPage, readTab } from '../../scripts/lib/reading';
import { BROWSERS, spoken, useBrowser } from './support';

/** The part of the extension API that is used inside an extension page. */
declare const chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };

const OTHER = `${FEED}?channel_id=homefeed.food`;
/** Marked by this rule alone; further rules give clues. */
const POST = '66f0a1b2000000001e00d007';
const RULE = '2025-4/ai-false-info/ai-disaster-hearsay';
/** Its place among the badges of the feed. */
const NTH = 3;

describe.each(BROWSERS)('a rule that the reader mutes in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });

  const muted = () =>
    session.reports.evaluate(async () =>
      JSON.stringify((await chrome.storage.local.get('mutedRules')).mutedRules ?? []),
    );
  /** Nothing is read in a tab that nobody sees, so each is looked at in turn; neither is loaded again. */
  const marks = async (pages: readonly Page[], badges: number) => {
    for (const page of pages) {
      await page.bringToFront();
      await until(`${badges} badges`, async () => {
        // Neither the card nor what it announces.
        const boxes = (await ownBoxes(page)).filter(({ width, height }) => height < 60 && width > 20);
        return boxes.length === badges ? true : undefined;
      });
    }
  };
  const rulesOn = async (url: string) =>
    (await readTab(session.reports, url))?.posts
      .find(({ id }) => id === POST)
      ?.findings.map(({ rule }) => rule);
  /** From the first button of the card over its questions; Firefox also stops at whatever can be scrolled. */
  const pressMute = async (page: Page) => {
    for (let i = 0; i < (browser === 'firefox' ? 4 : 3); i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until('the muted rule', async () =>
      (await muted()) === JSON.stringify([RULE]) ? true : undefined,
    );
  };

  test('marks nothing on any open page, marks again with Undo, and is turned on again in the options', async () => {
    const [feed, other] = [await session.open(FEED), await session.open(OTHER)];
    const loads = () => Promise.all([feed, other].map((page) => page.evaluate(() => performance.timeOrigin)));
    const loaded = await loads();
    await marks([other, feed], 4);
    expect(await rulesOn(FEED)).toContain(RULE);

    await openCard(feed, NTH);
    await pressMute(feed);
    if (browser === 'chromium')
      expect(await spoken(feed)).toContain('This rule marks nothing any more, on any page.');
    await marks([feed, other], 3);
    expect(await rulesOn(OTHER)).not.toContain(RULE);
    expect(await rulesOn(OTHER)).not.toEqual([]);

    await feed.bringToFront();
    // The focus has stayed on the button, which takes back now what it did.
    await feed.keyboard.press('Enter');
    await until('no muted rule', async () => ((await muted()) === '[]' ? true : undefined));
    await marks([feed, other], 4);

    await feed.bringToFront();
    await feed.keyboard.press('Enter');
    await until('the rule muted again', async () => ((await muted()) === '[]' ? undefined : true));
    await marks([other, feed], 3);

    const options = await openExtensionPage(session.driven, '/options.html', '.muted-rules li');
    await options.bringToFront();
    expect(await options.$$eval('.muted-rules li', (rules) => rules.length)).toBe(1);
    expect(await options.$eval('.muted-rules li', ({ textContent }) => textContent)).toContain(
      'AI traces, a disaster and hearsay or urging to share together',
    );
    await options.locator('.muted-rules li button').click();
    await options.waitForSelector('.muted-rules .none');
    expect(await muted()).toBe('[]');
    await options.close();
    await marks([feed, other], 4);
    expect(await loads()).toEqual(loaded);
  });
});
