import { textOf } from '../unknown';
import { ADDRESS_FORMS, pageScripts } from './scripts';

const ORIGIN = 'https://mp.weixin.qq.com';

/** The parts of an article's address; which of them a page gives differs by kind and age. */
export interface ArticleAddress {
  biz?: string;
  mid?: string;
  idx?: string;
  sn?: string;
}

/** What the page says of itself: script data, then script variables, then its canonical link. */
export function pageAddress(document: Document): ArticleAddress {
  const { data, variables } = pageScripts(document);
  const canonical = document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  const scripts = checked({
    biz: textOf(data.bizuin) ?? variables.biz,
    mid: textOf(data.mid) ?? variables.mid ?? variables.appmsgid,
    idx: textOf(data.idx) ?? variables.idx,
    sn: textOf(data.sn) ?? variables.sn,
  });
  return merged(scripts, parameters(canonical && URL.parse(canonical.replaceAll('&amp;', '&'))));
}

/** The same of an answer's object or of a link, without a page. */
export function addressIn(data: Readonly<Record<string, unknown>>): ArticleAddress {
  return checked({
    biz: textOf(data.bizuin),
    mid: textOf(data.mid),
    idx: textOf(data.idx),
    sn: textOf(data.sn),
  });
}

/** An entry of an album: its link, and the parts that the entry itself names. */
export function addressOfEntry(
  link: string,
  parts: { biz: string | undefined; mid: string | undefined; idx: string | undefined },
): ArticleAddress & { code?: string } {
  const url = URL.parse(link.replaceAll('&amp;', '&'));
  const isArticle = url?.hostname === 'mp.weixin.qq.com' && /^\/s(\/|$)/.test(url.pathname);
  if (!url || !isArticle) return {};
  const code = shortCode(url);
  return { ...merged(parameters(url), checked({ ...parts, sn: undefined })), ...(code && { code }) };
}

/** `biz_mid_idx`, the id that an article keeps under all its addresses; else its `sn`, else its short code. */
export function articleId(document: Document, url: URL): string | undefined {
  return idOf(merged(pageAddress(document), parameters(url))) ?? shortCode(url);
}

export function idOf({ biz, mid, idx, sn }: ArticleAddress): string | undefined {
  return biz && mid && idx ? `${biz}_${mid}_${idx}` : sn;
}

/** The address without the tokens of a share, a scene or a session. */
export function articleUrl(document: Document, url: URL): string {
  const known = urlOf({ ...merged(pageAddress(document), parameters(url)), code: shortCode(url) });
  if (known) return known;
  // A temporary link opens with its signature only.
  const kept = ['src', 'timestamp', 'ver', 'signature'].flatMap((name) => {
    const value = url.searchParams.get(name);
    return value ? [`${name}=${encodeURIComponent(value)}`] : [];
  });
  return `${ORIGIN}/s${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}

/** The permalink of what is known in full: the parts of an address, or a short code. */
export function urlOf({ biz, mid, idx, sn, code }: ArticleAddress & { code?: string | undefined }) {
  if (biz && mid && idx) {
    return `${ORIGIN}/s?__biz=${biz}&mid=${mid}&idx=${idx}${sn ? `&sn=${sn}` : ''}`;
  }
  return code && `${ORIGIN}/s/${code}`;
}

export function shortCode(url: URL): string | undefined {
  return /^\/s\/([\w-]{10,64})\/?$/.exec(url.pathname)?.[1];
}

function parameters(url: URL | null | undefined | ''): ArticleAddress {
  if (!url) return {};
  const get = (name: string) => url.searchParams.get(name) ?? undefined;
  return checked({
    biz: get('__biz')?.replaceAll(' ', '+'),
    mid: get('mid') ?? get('appmsgid'),
    idx: get('idx') ?? get('itemidx'),
    sn: get('sn') ?? get('sign'),
  });
}

/** Parts of different articles are never mixed: the second address fills gaps only when it contradicts nothing. */
function merged(first: ArticleAddress, second: ArticleAddress): ArticleAddress {
  const names = Object.keys(ADDRESS_FORMS) as (keyof ArticleAddress)[];
  const contradicts = names.some((name) => first[name] && second[name] && first[name] !== second[name]);
  return contradicts ? first : { ...second, ...first };
}

function checked(address: Record<keyof ArticleAddress, string | undefined>): ArticleAddress {
  const good = Object.entries(address).filter(
    ([name, value]) => value && ADDRESS_FORMS[name as keyof ArticleAddress].test(value),
  );
  return Object.fromEntries(good);
}
