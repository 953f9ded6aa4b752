import { readdirSync, readFileSync } from 'node:fs';

export interface StormPage {
  url: string;
  html: string;
}

interface Fixture {
  url: string;
  html?: string;
  page?: unknown;
  surface: string | null;
  health: { status: string };
  posts: { id: string; url: string; author: { name?: string } }[];
}

const ROOT = 'tests/fixtures/sites';
const VARIANTS = 3;
/** Pages of one site that a storm moves between, before variants are made of them. */
const MAX_FIXTURES = 4;

/** Layouts whose pages are always loaded whole, and pages as they are before their script has run. */
const LOADED_WHOLE = /^(wap|share|mobile)|(served|state)/;

export const stormSites = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/**
 * The readable fixtures of a site, each in several variants: the same layout with other ids and other words. Ids are
 * changed digit by digit wherever they stand, so that address, links, attributes and inline data go on agreeing.
 */
export function stormPages(site: string): StormPage[] {
  const fixtures = readdirSync(`${ROOT}/${site}`)
    .filter((name) => name.endsWith('.json') && !LOADED_WHOLE.test(name))
    .map((name) => ({
      name,
      fixture: JSON.parse(readFileSync(`${ROOT}/${site}/${name}`, 'utf8')) as Fixture,
    }))
    .filter(
      ({ fixture: { page, html, health, posts } }) =>
        !page && !html && health.status === 'ok' && posts.length > 0,
    )
    .sort((one, other) => Number(isDetail(other.fixture)) - Number(isDetail(one.fixture)));
  const pages = new Map<string, StormPage>();
  for (const { name, fixture } of fixtures.slice(0, MAX_FIXTURES)) {
    const html = readFileSync(`${ROOT}/${site}/${name.replace(/json$/, 'html')}`, 'utf8');
    const ids = idsOf(fixture);
    for (let turn = 0; turn < VARIANTS; turn++) {
      const url = turned(fixture.url, ids, turn);
      if (!pages.has(url)) pages.set(url, { url, html: reworded(turned(html, ids, turn), turn) });
    }
  }
  return [...pages.values()];
}

const isDetail = ({ surface }: Fixture) => surface === 'detail';

/** Everything long enough to name one post: ids of posts, and the parts of their addresses. */
function idsOf({ url, posts }: Fixture): string[] {
  const parts = [url, ...posts.flatMap((post) => [post.id, post.url])].flatMap((text) =>
    [...text.matchAll(/[0-9A-Za-z_-]{6,}/g)].map(([part]) => part),
  );
  return [...new Set(parts)]
    .filter((part) => /\d/.test(part))
    .sort((one, other) => other.length - one.length);
}

/** Turns every digit of the ids but the leading one, which some kinds of id are recognised by. */
function turned(text: string, ids: readonly string[], turn: number): string {
  if (turn === 0) return text;
  return ids
    .reduce((whole, id) => {
      const first = id.search(/\d/);
      const other =
        id.slice(0, first + 1) +
        id.slice(first + 1).replace(/\d/g, (digit) => String((Number(digit) + turn) % 10));
      // Through a mark that no id holds, so that a turned id is not turned again by a shorter one.
      return whole.replaceAll(id, [...other].join('\u2060'));
    }, text)
    .replaceAll('\u2060', '');
}

/** Times, counts and numbers, which must stay what they are. */
const FIGURES =
  /^[\s\d.,:：万亿wk+-]*$|\d\s*(秒|分钟|小时|天|周|个月|年|月|日|万|亿|次|人|赞|条|回复|评论)|\d[-/:]\d/;

/** Other words: a word in front, so that one variant does not read as another one unfolded. */
function reworded(html: string, turn: number): string {
  const word = ['', '另外', '第三'][turn] ?? '';
  return html
    .split(/(<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>)/)
    .map((part) =>
      /^</.test(part) || !/[\p{L}]{2,}/u.test(part) || FIGURES.test(part)
        ? part
        : part.replace(/\S/, (first) => word + first),
    )
    .join('');
}
