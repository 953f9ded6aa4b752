import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openCard, until, waitForReports } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import { inside, type Tampering } from './inside';
import { NOTHING_CHANGED, storedHistory, storedReports, verify, waitForText } from './reports-page';
import { ANSWER, BROWSERS, NOTE, rows, useBrowser } from './support';

const DISMISSED = 'zhihu:answer:900000999';

describe.each(BROWSERS)('the ledger in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });
  let page: Page;
  /** The report that has a picture and a visit, and the number of its filing. */
  let id: string;
  let filing: number;

  const filed = async (url: string, count: number) => {
    const post = await session.open(url);
    await openCard(post, 0);
    await post.keyboard.press('r');
    await waitForReports(page, count);
    await post.close();
  };
  const press = (selector: string) => page.$eval(selector, (button) => (button as HTMLElement).click());

  beforeAll(async () => {
    page = session.reports;
    await filed(NOTE, 1);
    await filed(ANSWER, 2);
    const [entry] = await storedHistory(page);
    id = entry!.reportId;
    filing = entry!.seq;
    await inside(page, 'belongings', id, filing);
  });

  test('vouches for what was filed, and says what that proves', async () => {
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
    const checked = await page.$$eval('.care-result .care-figures > div', (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(checked).toEqual(['Reports2', 'History entries3', 'Pictures1', 'Visits1', 'Dismissals1']);
    await waitForText(page, '.care-proves', 'That what the page said was true.');
  });

  const changes: [string, () => Tampering, (() => RegExp)[]][] = [
    [
      'a report',
      () => ({ change: 'reports', key: id, to: { note: '改过' } }),
      [() => /^The report itself was changed/],
    ],
    [
      'an entry of a history',
      () => ({ change: 'history', key: filing, to: { at: 1 } }),
      [() => new RegExp(`^History entry ${filing} was changed`)],
    ],
    [
      'when a picture was taken',
      () => ({ change: 'evidence', key: `${id}:${filing}`, to: { at: 1 } }),
      [() => new RegExp(`^Picture ${id}:${filing} was changed`)],
    ],
    [
      'a picture',
      () => ({ repaint: 'evidence', key: `${id}:${filing}` }),
      [() => new RegExp(`^Picture ${id}:${filing} is not the image that was kept`)],
    ],
    [
      'a visit',
      () => ({ change: 'visits', key: 1, to: { changes: ['gone'] } }),
      [() => /^Visit 1 was changed/],
    ],
    [
      'a dismissal',
      () => ({ change: 'dismissals', key: DISMISSED, to: { rules: [] } }),
      [() => new RegExp(`^The dismissal of ${DISMISSED} was changed`)],
    ],
    [
      'the totals',
      () => ({ change: 'totals', key: 'totals', to: { reports: 3 } }),
      [() => /^The row of totals does not agree/],
    ],
    [
      'a tally',
      () => ({ change: 'tallies', key: '2025-3/fake-staged/wording', to: { dismissed: 9 } }),
      [() => /^The tally of rule 2025-3\/fake-staged\/wording does not agree/],
    ],
    [
      'the head',
      () => ({ change: 'ledger', key: 'head', to: { since: 1 } }),
      [() => /^The head of the ledger was changed/],
    ],
    [
      'a report that was taken out',
      () => ({ remove: 'reports', key: id }),
      [() => /^The report itself is missing/, () => /“Reports” has lost rows/],
    ],
    [
      'an entry that was taken out',
      () => ({ remove: 'history', key: filing }),
      [() => /^History entry \d+ does not follow/, () => /“History entries” has lost rows/],
    ],
    [
      'a picture that was taken out',
      () => ({ remove: 'evidence', key: `${id}:${filing}` }),
      [
        () => new RegExp(`^Picture ${id}:${filing} is not the image .* or is gone`),
        () => /“Pictures” has lost rows/,
      ],
    ],
    ['a visit that was taken out', () => ({ remove: 'visits', key: 1 }), [() => /“Visits” has lost rows/]],
    [
      'a dismissal that was taken out',
      () => ({ remove: 'dismissals', key: DISMISSED }),
      [() => /“Dismissals” has lost rows/],
    ],
    [
      'a report that was put in',
      () => ({ add: 'reports', like: id, with: { id: 'forged', postKey: 'zhihu:answer:1' } }),
      [() => /^The report itself was put in/, () => /“Reports” has rows too many/],
    ],
    [
      'a dismissal that was put in',
      () => ({ add: 'dismissals', like: DISMISSED, with: { postKey: 'zhihu:answer:2' } }),
      [() => /“Dismissals” has rows too many/],
    ],
  ];

  test.each(changes)('names %s', async (_what, tampering, expected) => {
    await inside(page, 'tamper', tampering());
    const { verdict, problems } = await verify(page);
    await inside(page, 'mend');
    expect(verdict).toBe(`Problems found: ${problems.length}`);
    for (const words of expected) expect(problems).toContainEqual(expect.stringMatching(words()));
  });

  test('finds nothing where all is put back, and after work that came through the extension', async () => {
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
    await filed(NOTE, 2);
    await until('a second filing', async () =>
      (await storedHistory(page)).at(-1)?.action === 'filed-again' ? true : undefined,
    );
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
  });

  test('counts again what was miscounted', async () => {
    await inside(page, 'tamper', { change: 'totals', key: 'totals', to: { reports: 30 } });
    expect((await verify(page)).problems).toHaveLength(1);
    await press('.care-repair-way:first-child button');
    await waitForText(page, '.care-section', 'Counted again. Verify once more.');
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
    expect(await rows(page, 'totals')).toMatchObject([{ reports: 2 }]);
  });

  test('begins anew when a person asks twice, and vouches for what is there from then on', async () => {
    const [before] = await rows<{ since: number } & Record<string, unknown>>(page, 'ledger');
    await inside(page, 'tamper', { change: 'reports', key: id, to: { note: '改过' } });
    expect((await verify(page)).problems.length).toBeGreaterThan(0);
    await press('.care-repair-way:last-child .danger');
    await waitForText(page, '.care-asking', 'these problems can never be found again');
    expect((await rows(page, 'ledger'))[0]).toEqual(before);
    await press('.care-asking .danger');
    await waitForText(page, '.care-section', 'The ledger was begun anew');
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
    expect(
      (await rows<{ since: number } & Record<string, unknown>>(page, 'ledger'))[0]!.since,
    ).toBeGreaterThan(before!.since);
    expect((await storedReports(page)).find((each) => each.id === id)?.note).toBe('改过');
  });
});

describe.each(BROWSERS)('a database that another version has left in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });

  /** From a page of the extension that opens no database. */
  const replaced = async (version: number): Promise<Page> => {
    const campaigns = await openExtensionPage(session.driven, '/campaigns.html', 'main');
    for (const page of await session.driven.browser.pages())
      if (page.url().includes('/reports.html')) await page.close();
    await inside(campaigns, 'replaceDatabase', version);
    const page = await openExtensionPage(session.driven, '/reports.html', 'main');
    await campaigns.close();
    return page;
  };

  test('is upgraded and vouched for from then on, with every report in its place', async () => {
    const page = await replaced(20);
    await until('three rows', async () =>
      (await page.$$('.queue-row[data-index]')).length === 3 ? true : undefined,
    );
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
    const [head] = await rows<{ since: number } & Record<string, unknown>>(page, 'ledger');
    expect(Date.now() - head!.since).toBeLessThan(60_000);
    expect((await storedReports(page)).map(({ id, note, post }) => [id, note, post.author.name])).toEqual(
      ['1', '2', '3'].map((id) => [id, '', '山间小院']),
    );
    expect(await rows(page, 'totals')).toMatchObject([{ reports: 3, pictures: 1 }]);
    await inside(page, 'tamper', { change: 'reports', key: '2', to: { note: '改过' } });
    expect((await verify(page)).problems).toContainEqual(
      expect.stringContaining('The report itself was changed'),
    );
  });

  test('is left alone when it is of a later version, and the page says so', async () => {
    const page = await replaced(40);
    await waitForText(page, '.page-notices', 'written by a newer version');
    expect((await rows(page, 'reports')).map(({ id }) => id)).toEqual(['1', '2', '3']);
    await page.close();
  });
});
