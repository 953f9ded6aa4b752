import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { readTab } from '../../../scripts/lib/reading';
import type { PageReading } from '../../../utils/model/page';
import type { ReportDraft } from '../../../utils/model/report';
import { type BrowserName, type Session, useBrowser } from '../support';
import { DRIVER } from './driver';
import { type StormPage, stormPages, stormSites } from './variants';

/**
 * Random navigations, recyclings and scrolls on the pages of each site, with the gesture for a report in between, also
 * in the middle of a move. A report names the wrong post when its id and its words do not belong together in any page
 * as it was loaded. `STORM_STEPS=200` makes it the long storm of docs/adding-a-site.md. A short one goes on until it
 * has met a post at all.
 */
const STEPS = Number(process.env.STORM_STEPS ?? 5);
/** Pages of these sites are always loaded whole. */
const WITHOUT_NAVIGATION = new Set(['wechat']);

declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tabId: number, message: unknown): Promise<unknown>;
  };
};

const pagesOfAllSites = new Map(stormSites.map((site) => [site, stormPages(site)]));
const served = new Map([...pagesOfAllSites.values()].flat().map((page) => [page.url, page.html]));
const serve = (url: URL) => {
  const html = served.get(url.href);
  return html === undefined ? undefined : { body: html, type: 'text/html; charset=utf-8' };
};

/** The storm on every site; a file for each browser, so that they run side by side. */
export function stormIn(browser: BrowserName): void {
  describe(`a storm of changes in ${browser}`, () => {
    const session = useBrowser(browser, { serve, allSites: true });

    test.each(stormSites)(
      'on %s no report names another post than the one that is shown',
      async (site) => {
        const pages = sameOrigin(pagesOfAllSites.get(site) ?? []);
        expect(pages.length, `${site} has no fixture whose health is ok`).toBeGreaterThan(0);
        const { picked, shown } = await storm(session, site, pages);
        // Only now, and only what the storm has gone to: to load the pages takes longer than the storm.
        const truth = await readAll(session, shown);
        for (const { step, post, url } of picked) {
          // Without the data of the first load a room has no number, but its name: then its page tells.
          const known = truth.get(post.key) ?? truth.get(url) ?? [];
          const words = wordsOf(post);
          const what = `step ${step}: ${post.key} ${words.join(' | ')}, known as ${JSON.stringify(known)}`;
          expect(
            known.some((whole) => isOf(whole, words)),
            what,
          ).toBe(true);
        }
        expect(picked.length, 'the storm must leave something to report').toBeGreaterThan(STEPS / 20);
      },
      60_000 + STEPS * 2_000,
    );
  });
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** In-page navigation stays on one host. */
function sameOrigin(pages: readonly StormPage[]): StormPage[] {
  const byOrigin = Map.groupBy(pages, ({ url }) => new URL(url).origin);
  return [...byOrigin.values()].sort((one, other) => other.length - one.length)[0] ?? [];
}

/** What the gesture offered to report, and where. */
interface Pick {
  step: number;
  post: ReportDraft['post'];
  url: string;
}

async function storm(session: Session, site: string, pages: readonly StormPage[]) {
  const picked: Pick[] = [];
  const shown = new Set([pages[0]!.url]);
  const page = await session.open(pages[0]!.url);
  try {
    await page.evaluate(DRIVER);
    const random = seeded(site);
    for (let step = 0; step < STEPS || (picked.length === 0 && step < 5 * STEPS); step++) {
      const target = await act(page, WITHOUT_NAVIGATION.has(site) ? [] : pages, random);
      if (target) shown.add(target);
      if (random() < 0.4) await sleep(random() * 60);
      const draft = await pick(session, page);
      if (draft && draft.post.kind !== 'excerpt') picked.push({ step, post: draft.post, url: page.url() });
    }
  } finally {
    await page.close();
  }
  return { picked, shown };
}

type Words = readonly (string | undefined)[];

/** What belongs to each id, and to each address, from pages that were loaded whole. */
async function readAll(session: Session, urls: Iterable<string>): Promise<Map<string, Words[]>> {
  const truth = new Map<string, Words[]>();
  for (const url of urls) {
    const page = await session.open(url);
    const reading = await readTab(session.reports, url);
    for (const post of reading?.posts ?? []) {
      for (const name of [post.key, url]) truth.set(name, [...(truth.get(name) ?? []), wordsOf(post)]);
    }
    await page.close();
  }
  return truth;
}

const wordsOf = ({ title, text, author }: PageReading['posts'][number] | ReportDraft['post']): Words => [
  title,
  text,
  author.name,
];

/** Data of the first load are not there after a navigation, so a field may be missing; it must not be another's. */
const isOf = (whole: Words, read: Words): boolean =>
  read.some(Boolean) && read.every((words, i) => !words || words === whole[i]);

/** @returns the page that is gone to, if one is */
async function act(
  page: Page,
  pages: readonly StormPage[],
  random: () => number,
): Promise<string | undefined> {
  const what = random();
  const target = pages[Math.floor(random() * pages.length)];
  const step =
    what < 0.4 && target
      ? `storm.move(${JSON.stringify(target.url)}, ${random() < 0.5}, ${Math.round(random() * 120)})`
      : what < 0.75
        ? `storm.recycle(${Math.floor(random() * 1_000)})`
        : `storm.scroll(${random()})`;
  await page.evaluate(step);
  return what < 0.4 ? target?.url : undefined;
}

/** The gesture of the shortcut, as the background asks for it. */
async function pick(session: Session, page: Page): Promise<ReportDraft | null> {
  await page.mouse.move(100 + Math.random() * 400, 100 + Math.random() * 300);
  const json = await session.reports.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    const answers = await Promise.all(
      tabs.map(async ({ id }) => {
        const message = {
          id: 1,
          type: 'pickPost',
          timestamp: Date.now(),
          data: { by: 'shortcut', selection: '' },
        };
        const answer =
          id === undefined ? undefined : await chrome.tabs.sendMessage(id, message).catch(() => undefined);
        return (answer as { res?: unknown } | undefined)?.res ?? null;
      }),
    );
    return JSON.stringify(answers.find((answer) => answer !== null) ?? null);
  });
  return JSON.parse(json) as ReportDraft | null;
}

/** The same storm at every run: mulberry32 over the site's name. */
function seeded(name: string): () => number {
  let state = [...name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
