import { gzipSync } from 'node:zlib';
import { PICTURES } from './media-feed';
import { picture } from './media-pictures';
import type { Answer } from './media-server';

export const HOSTILE = 'https://www.zhihu.com/follow?hostile';
export const CROWD = 'https://www.zhihu.com/follow?crowd';
/** A page that answers for its pictures itself, once it was visited before. */
export const FORGING = 'https://www.zhihu.com/follow?forging';
/** Of a host that was not found closed to pages yet. */
const ITS_OWN = 'https://pic2.zhimg.com/v2-of-the-page-itself.png';
export const WORKSHOP = 'https://www.zhihu.com/workshop';
export const ITS_POST = 'zhihu:answer:3600000001';
/** A host that the reader has not allowed, and that lets everybody read. */
export const ELSEWHERE = 'https://pbs.twimg.com/v2-elsewhere.png';
export const INTERNAL = 'https://10.0.0.1/v2-internal.png';

const marked = await picture('before');
export const FORGED = (await picture('none')).slice(0, 9_000);

/** Pictures of a page that wants more to be asked than the reader has allowed. */
export const TRICKS = {
  internal: INTERNAL,
  away: `${PICTURES}away-to-elsewhere.png`,
  inward: `${PICTURES}inward-to-a-router.png`,
  loop: `${PICTURES}loop-for-ever.png`,
  packed: `${PICTURES}packed-many-times.png`,
  misplaced: `${PICTURES}misplaced-part.png`,
  honest: `${PICTURES}honest-picture.png`,
} as const;
export type Trick = keyof typeof TRICKS;

const NOTHING = { body: '' };
const ANSWERS: Partial<Record<Trick, Partial<Answer>>> = {
  away: { ...NOTHING, status: 302, headers: { location: ELSEWHERE } },
  inward: { ...NOTHING, status: 302, headers: { location: INTERNAL } },
  loop: { ...NOTHING, status: 302, headers: { location: TRICKS.loop } },
  packed: {
    body: gzipSync(new Uint8Array(50_000_000)),
    status: 206,
    headers: { 'content-encoding': 'gzip', 'content-range': 'bytes 0-99/100' },
  },
  misplaced: { body: marked.slice(7, 100), status: 206, headers: { 'content-range': 'bytes 7-99/100' } },
};

export const idOf = (trick: Trick) => String(3400000001 + Object.keys(TRICKS).indexOf(trick));

const card = (id: string, pictures: string) => `<div class="Card TopstoryItem" style="width: 30%">
  <div class="ContentItem AnswerItem" itemprop="answer"
  data-zop='{"authorName":"山脚的${id}","itemId":"${id}","title":"周末去哪里散步？","type":"answer"}'>
  <h2 class="ContentItem-title"><div itemprop="zhihu:question"><meta itemprop="url" content="https://www.zhihu.com/question/410020030"><a href="//www.zhihu.com/question/410020030/answer/${id}">周末去哪里散步？</a></div></h2>
  <div class="ContentItem-meta"><div class="LabelContainer-wrapper"></div></div>
  <div class="RichContent"><div class="RichContent-inner"><span class="RichText ztext" itemprop="text"><p>河边的步道修好了，傍晚去正好。</p>${pictures}</span></div></div>
  </div></div>`;
const image = (url: string) => `<img src="${url}" width="220" height="60">`;

/** A page's own world, in which everything that reads a file lies. */
const LIES = `<script>
  window.stolen = [];
  const lie = (name) => { window[name] = (...given) => { window.stolen.push(name, ...given); throw new Error('mine'); }; };
  for (const name of ['fetch', 'Headers', 'Response', 'Request', 'XMLHttpRequest', 'ReadableStream', 'btoa', 'atob']) lie(name);
  for (const type of ['givePageBytes', 'checkMedia', 'needPageBytes', 'checkFile']) {
    postMessage({ type, data: { url: '${TRICKS.honest}', start: 0, end: 10 } }, '*');
    try { chrome.runtime.sendMessage({ type, data: {} }); } catch (error) { window.refused = true; }
  }
  addEventListener('message', ({ data }) => { if (typeof data !== 'object' || !data.type) window.stolen.push(data); });
</script>`;

const page = (
  body: string,
) => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>首页 - 知乎</title></head>
<body>${body}</body></html>`;
const feed = (cards: string) =>
  `<div id="TopstoryContent" style="display: flex; flex-wrap: wrap; gap: 4px">${cards}</div>`;

const tricks = page(
  LIES +
    feed((Object.keys(TRICKS) as Trick[]).map((trick) => card(idOf(trick), image(TRICKS[trick]))).join('\n')),
);
/** Hundreds of pictures in one place, and one that has another address at each moment. */
const crowd = page(`<style>img { position: fixed; inset: 0 auto auto 0 }</style>${feed(
  card(
    '3500000001',
    Array.from({ length: 400 }, (_, i) => image(`${PICTURES}crowd-of-many-${i}.png`)).join(''),
  ) + card('3500000002', image(`${PICTURES}ever-changing-picture.png`)),
)}<script>
  const changing = document.querySelector('img[src*="ever-changing"]');
  let count = 0;
  setInterval(() => { changing.src = '${PICTURES}ever-changing-picture.png?at=' + count++; }, 200);
</script>`);

const WORKER = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.url !== '${ITS_OWN}') return;
  event.respondWith(fetch('/forged.png'));
});`;

export function serveHostile(url: URL): Answer | undefined {
  const html = { type: 'text/html; charset=utf-8' };
  if (url.href === HOSTILE) return { body: tricks, ...html };
  if (url.href === CROWD) return { body: crowd, ...html };
  if (url.href === FORGING) return { body: page(feed(card('3600000001', image(ITS_OWN)))), ...html };
  if (url.href === WORKSHOP) return { body: page(''), ...html };
  if (url.href === ITS_OWN) return { body: marked, type: 'image/png' };
  if (url.pathname === '/worker.js') return { body: WORKER, type: 'text/javascript' };
  if (url.pathname === '/forged.png') return { body: FORGED, type: 'image/png' };
  if (url.href === ELSEWHERE) return { body: marked, type: 'image/png', cors: true };
  const trick = (Object.keys(TRICKS) as Trick[]).find((each) => TRICKS[each] === url.href);
  if (trick) return { body: marked, type: 'image/png', cors: trick === 'internal', ...ANSWERS[trick] };
  return url.href.startsWith(PICTURES) ? { body: marked, type: 'image/png' } : undefined;
}
