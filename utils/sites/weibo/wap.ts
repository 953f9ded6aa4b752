import { type Candidates, firstValue } from '../candidates';
import type { PostShape } from '../define-site';
import { commentUrl, midOf, postUrl } from './mid';

/**
 * weibo.cn, the WAP site: plain old HTML, unchanged for years. A picture of an emoticon closes the text's element too
 * early, so that what follows it stands behind; then the text is cut out of the line around it.
 */
const BROKEN = ':has(> img:last-child, > a[href*="/comment/"])';
/** What stands behind the text on its line: the rest of a long one, a number of pictures, counts or the time. */
const AFTER = [
  '(?:全文)?',
  '(?:\\[\\s*组图共\\d+张\\s*\\])?',
  '(?:(?:今天|\\d\\d月\\d\\d日|\\d{4}-\\d\\d-\\d\\d)\\s+\\d\\d:\\d\\d(?::\\d\\d)?\\s*(?:来自[^\\n]*)?)?',
  '(?:已?赞\\[\\d+\\][^赞]*)?$',
].join('\\s*');
const line = (before: string) => new RegExp(`^${before}([\\s\\S]*?)\\s*${AFTER}`);
const MARKED = /^[:：]?\s*([\s\S]+)$/;

/** The text of the post itself; one that is passed on stands behind a note that says whose it is. */
const TEXT = '.ctt:not(.cmt ~ .ctt)';
const FIRST = ':scope > div:first-child';
const NOT_PASSED_ON = ':not(:has(> .cmt ~ .ctt))';
const NAME: Candidates = [{ css: `${FIRST} > a.nk` }, { css: `${FIRST} > a:first-child` }];
const UID = /^(?:https?:\/\/weibo\.cn)?\/(?:u\/)?(\d{5,})(?![0-9a-zA-Z/])/;
const AUTHOR_ID: Candidates = [
  { css: ':scope > div:last-child a[href*="/repost/"]', attr: 'href', match: /[?&]uid=(\d{5,})/ },
  ...NAME.map((name) => ({ ...name, attr: 'href', match: UID })),
  { css: 'a[href*="/attention/add"], a[href*="/spam/"]', attr: 'href', match: /[?&]f?uid=(\d{5,})/ },
];
const SHOWN_TIME = /^[^来]+/;
const COUNT = /\[(\d+)\]/;

/** The post that a comment's page is about. */
const pageMid = (page: URL) => midOf(/^\/comment\/(?:hot\/)?([0-9a-zA-Z]+)/.exec(page.pathname)?.[1]);

export const wapShapes: readonly PostShape[] = [
  {
    kind: 'note',
    surfaces: ['feed', 'detail', 'profile', 'search'],
    root: '.c[id^="M_"]',
    id: (root) => midOf(root.id.slice(2)),
    url: (id, root) => postUrl(id, firstValue(root, AUTHOR_ID)),
    text: [
      { css: `${FIRST} > ${TEXT}:first-child:not(${BROKEN})` },
      { css: ':scope > div', match: line('转发理由[:：]\\s*') },
      { css: `${FIRST} > ${TEXT}:not(${BROKEN})`, match: MARKED },
      { css: `${FIRST}:has(> ${TEXT}:first-child)`, match: line('') },
      { css: `${FIRST}:has(> .kt ~ ${TEXT})`, match: line('\\[?置顶\\]?\\s*') },
      { css: `${FIRST}${NOT_PASSED_ON}:has(> a:first-child ~ .ctt)`, match: line('[^:：]*[:：]\\s*') },
      { css: `${FIRST} > ${TEXT}`, match: MARKED },
    ],
    authorName: [...NAME, { css: 'head > title', page: true, match: /^(.+)的微博$/ }],
    authorId: AUTHOR_ID,
    authorUrl: NAME.map((name) => ({ ...name, attr: 'href', match: /^[^?#]+/ })),
    publishedAt: [{ css: '.ct', match: SHOWN_TIME }],
    hashtags: [{ css: `:scope > div${NOT_PASSED_ON} a`, match: /^#.+#$/ }],
    counts: {
      like: [{ css: ':scope > div:last-child a[href*="/attitude/"]', match: COUNT }],
      share: [{ css: ':scope > div:last-child a[href*="/repost/"]', match: COUNT }],
      comment: [{ css: ':scope > div:last-child a.cc[href*="/comment/"]', match: COUNT }],
    },
    media: {
      image: [{ css: `:scope:not(:has(> div > .cmt ~ .ctt)) > div a[href*="/mblog/pic/"] img`, attr: 'src' }],
    },
    required: ['text', 'publishedAt'],
  },
  {
    kind: 'note',
    surfaces: ['feed', 'detail', 'profile', 'search'],
    root: '.c[id^="M_"] > div:first-child:has(> .cmt ~ .ctt)',
    id: passedOnMid,
    url: (id, root) => postUrl(id, firstValue(root, [{ css: '.cmt > a', attr: 'href', match: UID }])),
    text: [{ css: `.cmt ~ .ctt:not(${BROKEN})` }, { match: line('[\\s\\S]{0,300}?的微博[:：]\\s*') }],
    authorName: [{ css: '.cmt > a' }],
    authorId: [{ css: '.cmt > a', attr: 'href', match: UID }],
    authorUrl: [{ css: '.cmt > a', attr: 'href', match: /^[^?#]+/ }],
    hashtags: [{ css: ':scope > a, .cmt ~ .ctt a', match: /^#.+#$/ }],
    required: ['text'],
  },
  {
    kind: 'comment',
    surfaces: ['detail'],
    root: '.c[id^="C_"]',
    id: [{ attr: 'id', match: /^C_(\d+)$/ }],
    url: (id, _root, page) => commentUrl(id, pageMid(page)),
    text: [
      { css: `:scope > .ctt:not(${BROKEN})`, match: MARKED },
      { match: /^[^:：]*[:：]\s*([\s\S]*?)\s*(?:举报\s+)?已?赞\[\d+\]\s+回复[\s\S]*$/ },
    ],
    authorName: [{ css: ':scope > a:not([href*="/spam/"])' }],
    authorId: [{ css: ':scope > a:not([href*="/spam/"])', attr: 'href', match: UID }],
    authorUrl: [{ css: ':scope > a:not([href*="/spam/"])', attr: 'href', match: /^[^?#]+/ }],
    publishedAt: [{ css: '.ct', match: SHOWN_TIME }],
    counts: { like: [{ css: 'a[href*="/attitude/"]', match: COUNT }] },
    required: ['author', 'publishedAt'],
  },
];

/** Only the link to its comments names the post that is passed on; it may stand behind the pictures. */
function passedOnMid(root: Element): string | undefined {
  for (const link of root.parentElement?.querySelectorAll('a.cc[href*="/comment/"]') ?? []) {
    if (!/^\s*原文/.test(link.textContent ?? '')) continue;
    return midOf(/\/comment\/([0-9a-zA-Z]+)/.exec(link.getAttribute('href') ?? '')?.[1]);
  }
  return undefined;
}
