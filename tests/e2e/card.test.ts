import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { openCard, until, waitForReports } from '../../scripts/lib/hands';
import type { HistoryEntry, Report } from '../../utils/model/report';
import { BROWSERS, NOTE, rows, spoken, useBrowser } from './support';

/** The card by keyboard alone, in the page, behind closed shadow roots. */
describe.each(BROWSERS)('the card in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });
  const press = async (page: Page, ...keys: Parameters<Page['keyboard']['press']>[0][]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** The one stored report, once it is as it should be. */
  const report = (what: string, isSo: (report: Report) => boolean) =>
    until(what, async () => {
      const [stored] = await rows<Report & Record<string, unknown>>(session.reports, 'reports');
      return stored && isSo(stored) ? stored : undefined;
    });
  /** The card goes on when the background has answered, which is a moment after the row was written. */
  const hasAnswered = async (page: Page) => {
    if (browser === 'firefox') await new Promise((resolve) => setTimeout(resolve, 500));
    else
      await until('the answer', async () =>
        (await spoken(page)).includes('report was updated') ? true : undefined,
      );
  };

  test('a note holds the letters of the card’s keys, and goes with the report', async () => {
    const note = await session.open(NOTE);
    await openCard(note, 0);
    await press(note, 'n');
    await note.keyboard.type('rduc 12');
    await press(note, 'Tab', 'r');
    await waitForReports(session.reports, 1);
    const filed = await report('the note', ({ note: text }) => text !== '');
    expect(filed).toMatchObject({ note: 'rduc 12', filedBy: 'card', withheld: [], answers: [] });
    expect(filed.post.author.name).toBeTruthy();
    expect(await rows(session.reports, 'dismissals')).toEqual([]);

    await press(note, 'c', 'Tab', 'Enter');
    const withheld = await report('a report without its author', ({ post }) => !post.author.name);
    expect(withheld).toMatchObject({ id: filed.id, note: 'rduc 12', withheld: ['author'] });
    const history = await rows<HistoryEntry & Record<string, unknown>>(session.reports, 'history');
    expect(history.map(({ action }) => action)).toEqual(['filed']);
    expect(JSON.stringify([withheld, history])).not.toContain(filed.post.author.name);
    await note.close();
  });

  test('a reported post shows its report, its questions are answered, and u takes it all back', async () => {
    const note = await session.open(NOTE);
    await openCard(note, 0);
    if (browser === 'chromium') {
      await until('the earlier report', async () =>
        (await spoken(note)).includes('Since then: unchanged') ? true : undefined,
      );
    }
    await press(note, 'r');
    await until('a second entry', async () =>
      (await rows(session.reports, 'history')).length === 2 ? true : undefined,
    );
    await hasAnswered(note);
    // The focus is on Undo; after it come the way to the report and the questions.
    await press(note, 'Tab', 'Tab');
    // Firefox stops at whatever can be scrolled, and so at the card's body.
    if (browser === 'firefox') await press(note, 'Tab');
    await press(note, 'Enter', 'Tab', ' ');
    const answered = await report('an answer', ({ answers = [] }) => answers.length > 0);
    expect(answered.answers).toMatchObject([{ answer: 'yes', category: answered.findings[0]!.category }]);
    // Taken out once, the author stays out.
    expect(answered.post.author).toEqual({});
    await press(note, 'u');
    const restored = await report('no answer', ({ answers = [] }) => answers.length === 0);
    expect(restored.note).toBe('rduc 12');
    await note.close();
  });
});
