import type { Surface } from '../../model/post';

export const SITE = 'weibo';

type Row = readonly [RegExp, Surface];

/** First segments of paths that are the site's own and no person's chosen address. */
const OWN = (
  'at tv hot fav like login newlogin signup message messages msg set account settings search p ttarticle article pub topic page pages spam attgroup photo album mblog attitude repost fans ' +
  'follow info home help vip star new aj ajax api c club feed ut interface sinaurl comments comment status detail n u profile mygroups groups compose notify beta sorry visitor'
).replaceAll(' ', '|');
const PERSON = String.raw`\/(u\/\d+|n\/[^/]+|\d{5,}|(?!(${OWN})(\/|$))[a-zA-Z][\w-]+)`;

/** Kinds of pages by path (facts: sites.md section 2.5); rows of a host in order. */
const PAGES: Readonly<Record<string, readonly Row[]>> = {
  'weibo.com': [
    [/^\/(\d{5,}\/[0-9a-zA-Z]{8,}|(detail|status)\/[0-9a-zA-Z]+)\/?$/, 'detail'],
    [/^\/hot\/(search|mine|entertainment|news|social)\b/, 'hot'],
    [/^\/?$|^\/(home|newlogin|mygroups|groups|hot|at|fav|like|feed)(\/|$)/, 'feed'],
    [new RegExp(`^${PERSON}\\/?(home)?$`), 'profile'],
  ],
  's.weibo.com': [
    [/^\/top\/summary/, 'hot'],
    [/^\/(weibo|realtime|hot|video|pic)(\/|$)/, 'search'],
  ],
  'm.weibo.cn': [
    [/^\/((detail|status|\d{5,})\/[0-9a-zA-Z]{8,})\/?$/, 'detail'],
    [/^\/search/, 'search'],
    [/^\/((u|profile)\/\d+|n\/[^/]+)\/?$/, 'profile'],
    [/^\/?$|^\/(home|feed|beta|p\/index)\/?$/, 'feed'],
  ],
  'weibo.cn': [
    [/^\/(comment\/(hot\/)?|repost\/(hot\/)?|attitude\/)[0-9a-zA-Z]{8,}\/?$/, 'detail'],
    [/^\/search\/(mblog)?/, 'search'],
    [/^\/?$|^\/(home|at\/weibo)\/?$/, 'feed'],
    [new RegExp(`^${PERSON}\\/?(profile)?$`), 'profile'],
  ],
};

export function surfaceOf(url: URL): Surface | undefined {
  const rows = PAGES[url.hostname.replace(/^www\./, '')] ?? [];
  return rows.find(([path]) => path.test(url.pathname))?.[1];
}
