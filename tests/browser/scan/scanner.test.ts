import { describe, expect, test } from 'vitest';
import { loadRules } from '@/utils/rules';
import { Scanner, toPageReading } from '@/utils/scan/scanner';
import { siteFor } from '@/utils/sites';

const FEED = new URL('https://www.xiaohongshu.com/explore');
const site = siteFor(FEED)!;
const TITLE = '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续';

function feed(...titles: string[]): Document {
  const cards = titles.map((title, i) => {
    const id = `66f0a1b2000000001e00${String(i).padStart(4, '0')}`;
    return `<section class="note-item" data-index="${i}"><a class="cover" href="/explore/${id}"></a><div class="footer"><a class="title" href="/explore/${id}"><span>${title}</span></a><a class="author" href="/user/profile/u${i}"><span class="name">甲</span></a></div></section>`;
  });
  return new DOMParser().parseFromString(`<div id="exploreFeeds">${cards.join('')}</div>`, 'text/html');
}

const scan = (scanner: Scanner, document: Document, signal = new AbortController().signal) =>
  scanner.scan(document, FEED, new Date(), signal);

describe('Scanner', () => {
  test('joins posts, their elements and their findings', async () => {
    const result = await scan(new Scanner(site, loadRules()), feed('周末露营', TITLE));
    expect(result?.found.map(({ findings }) => findings.length > 0)).toEqual([false, true]);
    expect(result?.found[1]?.fields.title?.textContent).toBe(TITLE);
  });

  test('matches an unchanged post once, and a changed one anew', async () => {
    const scanner = new Scanner(site, loadRules());
    const document = feed(TITLE, '二');
    const first = await scan(scanner, document);
    const second = await scan(scanner, document);
    expect(second?.found[0]?.findings).toBe(first?.found[0]?.findings);
    document.querySelector('.title span')!.textContent = '周末露营';
    const changed = await scan(scanner, document);
    expect(changed?.found[0]?.findings).toEqual([]);
  });

  test('gives up when it is overtaken', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await scan(new Scanner(site, loadRules()), feed('一'), stop.signal)).toBeUndefined();
  });

  test('lets the page have its turn during a long scan', async () => {
    const titles = Array.from({ length: 1_500 }, (_, i) => `${TITLE}第${i}回`.repeat(40));
    const page = feed(...titles);
    let turns = 0;
    let frame = requestAnimationFrame(function next() {
      turns++;
      frame = requestAnimationFrame(next);
    });
    await scan(new Scanner(site, loadRules()), page);
    cancelAnimationFrame(frame);
    expect(turns).toBeGreaterThan(0);
  });

  test('a page reading is plain data', async () => {
    const reading = toPageReading(site, (await scan(new Scanner(site, loadRules()), feed(TITLE)))!);
    expect(structuredClone(reading)).toEqual(reading);
    expect(reading).toMatchObject({
      site: 'xiaohongshu',
      surface: 'feed',
      health: { status: 'ok', posts: 1 },
    });
  });
});
