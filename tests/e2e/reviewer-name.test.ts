import type { Page } from 'puppeteer-core';
import { describe, test } from 'vitest';
import { until } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import { fill } from './inside';
import { openPart, storedReports, waitForText } from './reports-page';
import { BROWSERS, useBrowser } from './support';

describe.each(BROWSERS)('the name that a reader gives in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });
  const openOptions = () =>
    openExtensionPage(session.driven, '/options.html', '.reviewer-name input:enabled');
  const nameIn = (options: Page) => options.$eval('.reviewer-name input', (field) => field.value);

  test('is kept, known to the reports page at once, and taken away again', async () => {
    await fill(session.reports, 1);
    await openPart(session.reports, `report/${(await storedReports(session.reports))[0]!.id}`);
    await waitForText(session.reports, '.assignee', 'Set my name');
    const options = await openOptions();
    await options.bringToFront();
    await options.locator('.reviewer-name input').fill('  何   岸 ');
    await options.keyboard.press('Enter');
    await waitForText(options, '.reviewer-name [role="status"]', 'Name saved');
    await waitForText(session.reports, '.assignee', 'Assign to me (何 岸)');
    await options.close();

    const again = await openOptions();
    await until('the name', async () => ((await nameIn(again)) === '何 岸' ? true : undefined));
    await again.bringToFront();
    await again.focus('.reviewer-name input');
    for (const key of ['End', 'Backspace', 'Backspace', 'Backspace', 'Enter'] as const)
      await again.keyboard.press(key);
    await waitForText(again, '.reviewer-name [role="status"]', 'Name removed');
    await waitForText(session.reports, '.assignee', 'Set my name');
    await again.close();
  });
});
