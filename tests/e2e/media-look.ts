import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { until } from '../../scripts/lib/hands';
import { readTab } from '../../scripts/lib/reading';
import type { MediaCheck } from '../../utils/model/media-check';
import type { PageReading, ScannedPost } from '../../utils/model/page';
import { addressOf, FEED, FILES, keyOf, NAMES, type PostName } from './media-feed';
import type { Asked, MediaServer } from './media-server';
import { type Session, spoken } from './support';

/** The parts of the extension API that are used inside an extension page. */
declare const chrome: {
  storage: { local: { set(values: object): Promise<void> } };
  tabs: {
    query(filter: object): Promise<{ id: number }[]>;
    sendMessage(id: number, message: unknown): Promise<unknown>;
  };
  runtime: { getContexts(filter: object): Promise<unknown[]> };
};

const CATEGORY = '2025-4/ai-label-missing';
/** Of one file, in bytes. */
export const BUDGET = 256 * 1024;
/** A picture must be in sight for a second before it is looked into. */
export const SIGHT_MS = 2_500;
/** Of the site's pictures and films. */
export const HOSTS = JSON.parse(readFileSync('utils/sites/zhihu/media-hosts.json', 'utf8')) as string[];

export const turnOn = ({ reports }: Session, sites: string[]) =>
  reports.evaluate((mediaSites) => chrome.storage.local.set({ mediaSites }), sites);

/** What the extension asked for: pages ask for whole pictures. */
export const askedOf = ({ asked }: MediaServer, name: PostName): Asked[] =>
  asked.filter(({ url, range }) => url === addressOf(name) && range);

export const postIn = (reading: PageReading, name: PostName): ScannedPost | undefined =>
  reading.posts.find(({ key }) => key === keyOf(name));

/** The page after everything in sight was looked into. */
export const checkedPage = (session: Session) =>
  until(
    'every picture to be looked into',
    async () => {
      const reading = await readTab(session.reports, FEED);
      const isDone = reading && NAMES.every((name) => postIn(reading, name)?.mediaChecks?.length === 1);
      return isDone ? reading : undefined;
    },
    30_000,
  );

export const checkIn = (reading: PageReading, name: PostName): MediaCheck =>
  postIn(reading, name)!.mediaChecks![0]!;

export const claimsIn = (reading: PageReading, name: PostName) =>
  postIn(reading, name)!
    .findings.filter(({ category }) => category === CATEGORY)
    .map(({ confidence }) => confidence);

export const bytesOf = (asked: readonly Asked[]) => asked.reduce((sum, { sent }) => sum + sent, 0);

/** Of the bytes that these requests got, each once and in the order of the file. */
export function hashOf(asked: readonly Asked[]): string {
  const file = FILES[asked[0]!.url]!;
  const isRead = new Uint8Array(file.length);
  for (const { range, sent } of asked) {
    const start = Number(/\d+/.exec(range!)![0]);
    isRead.fill(1, start, start + sent);
  }
  return createHash('sha256')
    .update(file.filter((_, at) => isRead[at]))
    .digest('hex');
}

/** Opens the card of a post as the side panel does. */
export const show = async ({ reports }: Session, page: Page, name: PostName) => {
  await page.bringToFront();
  await reports.evaluate(async (key) => {
    const message = { id: 1, type: 'showPost', timestamp: 0, data: key };
    const tabs = await chrome.tabs.query({});
    await Promise.all(tabs.map(({ id }) => chrome.tabs.sendMessage(id, message).catch(() => undefined)));
  }, keyOf(name));
};

/** All that a screen reader is told, as soon as these words are among it. */
export const hears = (page: Page, words: string) =>
  until(`"${words}"`, async () => {
    const all = await spoken(page);
    return all.includes(words) ? all : undefined;
  });

/** Of those that look into files beside Chromium's background. */
export const documents = (page: Page) =>
  page.evaluate(
    async () => (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length,
  );
