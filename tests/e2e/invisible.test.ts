import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { serveDemo } from '../../scripts/demo/pages';
import { openCard, ownBoxes, until, waitForBadges, waitForReports } from '../../scripts/lib/hands';
import type { PageServer } from '../../scripts/lib/launch';
import { BROWSERS, NOTE, rows, useBrowser } from './support';
import { WATCHED, type Watched, watched } from './watching-page';

/** Words that are marked wherever they stand. */
const MARKED = '路人拍到外卖小哥被保安羞辱当场下跪，没有剧本，关注看后续';
const PLAIN = 'https://nobody.example/';

interface Fixture {
  html?: string;
  page?: unknown;
  url: string;
  surface: string | null;
  health: { status: string };
  posts: { title?: string; text?: string }[];
}

interface SitePage {
  name: string;
  url: string;
  body: string;
}

/** Two pages of every site, of different surfaces where there are, in which most posts hold words that are marked. */
function sitePages(): SitePage[] {
  return globSync('tests/fixtures/sites/*')
    .sort()
    .flatMap((folder) => {
      const pages = globSync(`${folder}/*.json`)
        .sort()
        .map((path) => ({ path, ...(JSON.parse(readFileSync(path, 'utf8')) as Fixture) }))
        .filter(({ page, health, html }) => !page && !html && health.status === 'ok')
        .map((fixture) => {
          const html = readFileSync(fixture.path.replace(/json$/, 'html'), 'utf8');
          const { path, url, surface } = fixture;
          const name = path.replace('tests/fixtures/sites/', '');
          return { name, url, surface, ...withMarkedWords(html, fixture.posts) };
        })
        .filter(({ count }) => count > 0)
        .sort((a, b) => a.count - b.count);
      const surfaces = new Map(pages.map((page) => [page.surface, page]));
      return [...surfaces.values()].sort((a, b) => b.count - a.count).slice(0, 2);
    });
}

/** The words stand after the own ones of a post, where these stand in one piece, in elements and in state alike. */
function withMarkedWords(html: string, posts: Fixture['posts']): { body: string; count: number } {
  let body = html;
  let count = 0;
  for (const { title, text } of posts) {
    const words = [text, title].find((each) => each && /[>"]/.test(body[body.indexOf(each) - 1] ?? ''));
    if (!words) continue;
    body = body.replaceAll(words, `${words} ${MARKED}`);
    count++;
  }
  return { body, count };
}

const pages = sitePages();
const html = (body: string) => ({ body: watched(body), type: 'text/html; charset=utf-8' });
const serve: PageServer = (url) => {
  const page = pages.find((each) => each.url === url.href);
  if (page) return html(page.body);
  if (url.href === PLAIN) return html('<!doctype html><p>Nobody reads here</p>');
  const demo = serveDemo(url);
  return demo && html(`${demo.body}<input id="own" style="position:fixed;left:0;bottom:0;width:100px">`);
};

const seenBy = async (page: Page) => JSON.parse((await page.evaluate(WATCHED)) as string) as Watched;

describe.each(BROWSERS)('a site that looks for us in %s', (browser) => {
  const session = useBrowser(browser, { serve, allSites: true });

  test('there are two pages of every site', () => {
    const sites = globSync('tests/fixtures/sites/*').length;
    expect(pages.length).toBeGreaterThan(1.5 * sites);
  });

  test.each(pages)('finds its own tree as it was: $name', async ({ url }) => {
    const page = await session.open(url);
    // Without the site's styles some posts have no size, and so no room for a badge; where only the page's data hold
    // the words there is nothing to paint.
    await until('painted words or a badge', async () =>
      (await seenBy(page)).painted.length > 0 || (await ownBoxes(page)).length > 0 ? true : undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { isSame, changes, hosts, events, inside } = await seenBy(page);
    expect(isSame).toBe(true);
    expect(changes.filter((change) => !/^attributes style /.test(change))).toEqual([]);
    for (const host of hosts) expect(host).toMatch(/^div style(,popover)? 0 null$/);
    expect({ events, inside }).toEqual({ events: [], inside: [] });
    await page.close();
  });

  test('finds the same names in its window as a page that nobody reads', async () => {
    const read = await session.open(NOTE);
    await waitForBadges(read, 1);
    const plain = await session.open(PLAIN);
    expect((await seenBy(read)).names).toEqual((await seenBy(plain)).names);
    await read.close();
    await plain.close();
  });

  test('can read which words are painted: the list of highlights belongs to the page', async () => {
    const page = await session.open(NOTE);
    await waitForBadges(page, 1);
    expect((await seenBy(page)).painted.filter((name) => !/^qj-[bc]$/.test(name))).toEqual([]);
    expect((await seenBy(page)).painted).not.toEqual([]);
    await page.close();
  });

  test('hears nothing while the reader opens the card, types a note, reports, takes it back and closes', async () => {
    const page = await session.open(NOTE);
    await waitForBadges(page, 1);
    await page.click('#own');
    await page.keyboard.type('ab');
    await openCard(page, 0);
    await page.keyboard.press('n');
    await page.keyboard.type('jkl');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await page.keyboard.press('r');
    await waitForReports(session.reports, 1);
    expect(await rows(session.reports, 'reports')).toMatchObject([{ note: 'jk' }]);
    await until('the undo', async () => {
      await page.keyboard.press('u');
      return (await rows(session.reports, 'reports')).length === 0 ? true : undefined;
    });
    await page.keyboard.press('Escape');
    const { events, inside, own, isSame } = await seenBy(page);
    expect({ events, inside, isSame }).toEqual({ events: [], inside: [], isSame: true });
    expect(own.filter((kind) => kind === 'keydown')).toHaveLength(2);
    expect(own.filter((kind) => kind === 'change')).toHaveLength(1);
    await page.close();
  });

  test('keeps its own way with pointer and focus: it is told when they leave for us', async () => {
    const page = await session.open(NOTE);
    const [badge] = await waitForBadges(page, 1);
    await page.click('#own');
    await page.mouse.click(badge!.x + badge!.width / 2, badge!.y + badge!.height / 2);
    const { own, inside } = await seenBy(page);
    for (const kind of ['mouseout', 'pointerout', 'blur', 'focusout']) {
      expect(own.filter((each) => each === kind)).toHaveLength(1);
    }
    expect(inside).toEqual([]);
    await page.close();
  });
});
