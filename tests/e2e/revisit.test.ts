import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { openCard, ownBoxes, until, waitForBadges, waitForReports } from '../../scripts/lib/hands';
import type { HistoryEntry, Report, Visit } from '../../utils/model/report';
import { QUEUE_ROW } from './reports-page';
import { ANSWER, BROWSERS, rows, servePage, spoken, useBrowser } from './support';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The demo's question, whose first answer is reported. */
const PAGE = readFileSync('scripts/demo/answer.html', 'utf8');
const AUTHOR = '王主任谈养生';
const LABEL = '创作声明：包含 AI 辅助创作';
const LABEL_PLACE = '.LabelContainer-wrapper';
const WORDS = '七天血糖就正常';
const EDITED = '三天血糖就正常';

/** The question after its first answer was deleted: the card is empty and says so. */
const REMOVED = PAGE.replace(
  /<div class="Card AnswerCard">.*(?=<div class="Card AnswerCard">)/s,
  '<div class="Card AnswerCard"><p>该回答已被删除</p></div>',
);

describe.each(BROWSERS)('a reported post that is seen again in %s', (browser) => {
  let served = PAGE;
  const session = useBrowser(browser, {
    serve: (url) => servePage(ANSWER, served)(url),
    language: 'en-US',
  });
  const visits = (count: number) =>
    until(`${count} visits`, async () => {
      const stored = await rows<Visit & Record<string, unknown>>(session.reports, 'visits');
      return stored.length === count ? stored : undefined;
    });
  /** What is read to people; only Chromium lets a driver listen. */
  const hears = async (page: Page, ...words: string[]) => {
    if (browser !== 'chromium') return;
    for (const each of words)
      await until(`"${each}"`, async () => ((await spoken(page)).includes(each) ? true : undefined));
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 1_000));
  /** How the badge of the post looks, with the pointer elsewhere. */
  const badge = async (page: Page) => {
    await page.mouse.move(2, 2);
    const [{ x, y, width, height }] = (await waitForBadges(page, 1)) as [Box];
    return page.screenshot({ encoding: 'base64', clip: { x, y, width, height } });
  };
  /** How it looked before the post was reported, and while it was as it was reported. */
  const looks = { unreported: '', reported: '' };
  /** Waits until the badge looks so; what was decided on the post comes after the badge. */
  const badgeIs = (page: Page, look: 'reported' | 'changed') =>
    until(`a badge that is ${look}`, async () => {
      const now = await badge(page);
      const isKnown = now === looks.reported || now === looks.unreported;
      return (look === 'reported' ? now === looks.reported : !isKnown) ? true : undefined;
    });

  test('keeps the author out who was taken out, and is unchanged while it is as it was', async () => {
    const page = await session.open(ANSWER);
    await waitForBadges(page, 1);
    await settled();
    looks.unreported = await badge(page);
    await openCard(page, 0);
    await page.keyboard.press('r');
    await waitForReports(session.reports, 1);
    await hears(page, 'Saved on this machine');
    for (const key of ['c', 'Tab', 'Enter'] as const) await page.keyboard.press(key);
    await until('a report without its author', async () => {
      const [report] = await rows<Report & Record<string, unknown>>(session.reports, 'reports');
      return report?.withheld?.includes('author') ? true : undefined;
    });
    await page.keyboard.press('Escape');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await hears(page, 'Reported, show why');
    await settled();
    looks.reported = await badge(page);
    expect(looks.reported).not.toBe(looks.unreported);
    expect(await visits(0)).toEqual([]);
    await page.close();
  });

  test('says on its badge and in its card that its text was edited and a label added', async () => {
    const page = await session.open(ANSWER);
    await badgeIs(page, 'reported');
    await page.evaluate(
      (was, is) => {
        const text = document.querySelector('.RichText p')!.firstChild as Text;
        text.data = text.data.replace(was, is);
      },
      WORDS,
      EDITED,
    );
    const [edited] = await visits(1);
    expect(edited).toMatchObject({ changes: ['edited'], labels: { state: 'none' } });
    expect(edited!.text).toContain(EDITED);
    expect(edited).not.toHaveProperty('title');
    await hears(page, 'Reported, show why, changed since');
    await badgeIs(page, 'changed');

    await page.evaluate(
      (place, label) => {
        document.querySelector(place)!.textContent = label;
      },
      LABEL_PLACE,
      LABEL,
    );
    const [, labelled] = await visits(2);
    expect(labelled).toMatchObject({ changes: ['edited', 'labelled'], reportId: edited!.reportId });
    expect(labelled!.labels?.items).toMatchObject([{ kind: 'ai', text: LABEL }]);

    await openCard(page, 0);
    await hears(page, `Since then: text edited, label added: “${LABEL}”`);
    await page.close();
  });

  test('is noted once while it stays as it is, and again when it is as it was', async () => {
    served = PAGE.replace(WORDS, EDITED).replace(`${LABEL_PLACE.slice(1)}">`, `$&${LABEL}`);
    const page = await session.open(ANSWER);
    await badgeIs(page, 'changed');
    await settled();
    expect(await visits(2)).toHaveLength(2);
    served = PAGE;
    await page.reload({ waitUntil: 'domcontentloaded' });
    const [, , again] = await visits(3);
    expect(again).toMatchObject({ changes: ['same'], labels: { state: 'none' } });
    await badgeIs(page, 'reported');
    await page.close();
  });

  test('is missed where it was deleted, once, and the page is told nothing else', async () => {
    served = REMOVED;
    const page = await session.open(ANSWER);
    const [, , , gone] = await visits(4);
    expect(gone).toMatchObject({ changes: ['gone'] });
    expect(gone).not.toHaveProperty('labels');
    await until('a notice', async () =>
      (await ownBoxes(page)).some(({ width, height }) => width > 200 && height > 80) ? true : undefined,
    );
    await hears(page, 'A post that you reported is gone from this page', 'Open the report');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await until('the notice again', async () => ((await ownBoxes(page)).length > 0 ? true : undefined));
    await settled();
    expect(await visits(4)).toHaveLength(4);
    await page.close();
  });

  test('shows its visits on the reports page, without the author anywhere', async () => {
    const { reports } = session;
    await reports.bringToFront();
    await waitForReports(reports, 1);
    await reports.locator(QUEUE_ROW).click();
    const detail = await until('the visits', async () => {
      const text = await reports.evaluate(() => document.querySelector<HTMLElement>('.detail')?.innerText);
      return text?.includes('Seen again') ? text : undefined;
    });
    const seen = await reports.$$eval('.detail section', (sections) =>
      [
        ...sections
          .find((section) => section.querySelector('h3')?.textContent === 'Seen again')!
          .querySelectorAll('ol > li > div > p:first-child'),
      ].map(({ textContent }) => textContent),
    );
    expect(seen).toEqual(['gone', 'unchanged', 'text edited, label added', 'text edited']);
    expect(detail).toContain(LABEL);
    expect(detail).not.toContain(AUTHOR);
    const stored = [
      await rows(reports, 'reports'),
      await rows<HistoryEntry & Record<string, unknown>>(reports, 'history'),
      await rows(reports, 'visits'),
    ];
    expect(JSON.stringify(stored)).not.toContain(AUTHOR);
  });
});
