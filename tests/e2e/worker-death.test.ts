import { afterEach, describe, expect, test } from 'vitest';
import { openCard, until } from '../../scripts/lib/hands';
import { inside } from './inside';
import { NOTE, rows, spoken, stopWorkers, useBrowser } from './support';

/** Moments between the click and the answer at which the worker is stopped, in milliseconds. */
const DELAYS = [0, 1, 2, 4, 8, 12, 20, 40];

/** Only Chromium can be told to stop a worker at a moment of our choosing. */
describe('a service worker that is stopped between click and answer', () => {
  const session = useBrowser('chromium', { language: 'en-US' });

  afterEach(() => inside(session.reports, 'empty'));

  test.each(DELAYS)('after %i ms: the report is there, or the screen says that it is not', async (delay) => {
    const page = await session.open(NOTE);
    await openCard(page, 0);
    const stopping = new Promise((resolve) => setTimeout(resolve, delay)).then(() =>
      stopWorkers(session.reports),
    );
    await page.keyboard.press('Enter');
    await stopping;

    const words = await until(
      'an answer on the screen',
      async () => {
        const all = await spoken(page);
        return /Saved on this machine|Not saved/.test(all) ? all : undefined;
      },
      20_000,
    );
    const stored = await rows(session.reports, 'reports');
    // "Saved" without a report is the one thing that must never be.
    if (words.includes('Saved on this machine')) expect(stored).toHaveLength(1);
    else expect(words).toMatch(/Not saved\..*(Try again)/s);
    await page.close();
  });

  test('a report written just before the stop is not doubled by trying again', async () => {
    const page = await session.open(NOTE);
    await openCard(page, 0);
    await page.keyboard.press('Enter');
    await stopWorkers(session.reports);
    await until(
      'an answer',
      async () => (/Saved on|Not saved/.test(await spoken(page)) ? true : undefined),
      20_000,
    );
    await page.keyboard.press('Escape');
    await openCard(page, 0);
    await page.keyboard.press('Enter');
    await until('a saved report', async () =>
      /existing report was updated|Saved on/.test(await spoken(page)) ? true : undefined,
    );
    expect(await rows(session.reports, 'reports')).toHaveLength(1);
    await page.close();
  });
});
