import { type Candidates, firstValue } from '../candidates';
import type { PostShape } from '../define-site';
import { textId } from '../text-id';
import { labelPlaces } from './labels';
import { commentUrl, midOf, postUrl } from './mid';
import { OWN, PERMALINK } from './selectors';

/** The time links to the post; class names keep their readable half (`head-info_time_6sFQg`, `_time_1tpft_33`). */
const TIME_LINK = 'a[class*="_time_"]';
const HEADER = `header${OWN}`;

/** The address of the post itself, from its own part only. */
const LINK: Candidates = [
  { css: `${HEADER} ${TIME_LINK}`, attr: 'href', match: PERMALINK },
  { css: `${HEADER} a[href]`, attr: 'href', match: PERMALINK },
];
const midFrom = (links: Candidates) =>
  links.map((link) => ({ ...link, match: /\/\d{5,}\/([0-9a-zA-Z]{8,11})/ }));
const POST_ID = midFrom(LINK);
const RETWEET_LINK: Candidates = [
  { css: TIME_LINK, attr: 'href', match: PERMALINK },
  { css: 'a[href*="weibo.com/"]', attr: 'href', match: PERMALINK },
];
const RETWEET_ID = midFrom(RETWEET_LINK);

/** The number stands behind the element that holds the icon. */
const counted = (icon: string, own: string): Candidates => [
  { css: `:has(> .woo-font--${icon}) + [class*="_num_"]${own}` },
];
const times = (css: string): Candidates => [{ css, attr: 'title', match: /.*\d.*/ }, { css }];

/** Posts of weibo.com, in lists and alone (facts: sites.md section 2.5). The elements of lists are reused. */
export const webShapes: readonly PostShape[] = [
  {
    kind: 'note',
    surfaces: ['feed', 'detail', 'profile', 'hot', 'search'],
    root: 'article:not(article article, .weibo-main), .wbpro-scroller-item:not(:has(article, .wbpro-list))',
    id: (root) => midOf(firstValue(root, POST_ID)),
    component: true,
    url: (id, root) => postUrl(id, firstValue(root, LINK)),
    text: [
      { css: `.wbpro-feed-ogText [class*="wbtext"]${OWN}` },
      { css: `[class*="wbtext"]${OWN}` },
      { css: `.wbpro-feed-ogText${OWN}` },
    ],
    authorName: [
      { css: `${HEADER} a[class*="head_name"]` },
      { css: `${HEADER} a[class*="_name_"]` },
      { css: `${HEADER} a[usercard] span[title]` },
      { css: `${HEADER} a[aria-label][href*="/u/"]`, attr: 'aria-label' },
    ],
    authorId: [
      { css: `${HEADER} [usercard]`, attr: 'usercard', match: /\d{5,}/ },
      { css: `${HEADER} a[href*="/u/"]`, attr: 'href', match: /\/u\/(\d{5,})/ },
      ...LINK,
    ],
    authorUrl: [{ css: `${HEADER} a[href*="/u/"]`, attr: 'href', match: /^[^?#]*\/u\/\d+/ }],
    verification: [{ css: `${HEADER} .woo-avatar-icon[title]`, attr: 'title' }],
    publishedAt: times(`${HEADER} ${TIME_LINK}`),
    hashtags: [{ css: `[class*="wbtext"] a[href*="s.weibo.com/weibo"]${OWN}`, match: /^#.+#$/ }],
    counts: {
      share: [
        { css: `footer${OWN}`, attr: 'aria-label', match: /^([^,]*\d[^,]*),/ },
        ...counted('retweet', OWN),
      ],
      comment: [
        { css: `footer${OWN}`, attr: 'aria-label', match: /^[^,]*,([^,]*\d[^,]*),/ },
        ...counted('comment', OWN),
      ],
      like: [
        { css: `footer${OWN}`, attr: 'aria-label', match: /^[^,]*,[^,]*,([^,]*\d[^,]*)$/ },
        { css: `.woo-like-count${OWN}` },
      ],
    },
    media: {
      image: [{ css: `.picture img.woo-picture-img${OWN}`, attr: 'src' }],
      video: [{ css: `video[src]${OWN}`, attr: 'src' }],
    },
    labels: labelPlaces(OWN),
    labelSentencesOutside:
      '[class*="wbtext"], .wbpro-feed-ogText, .retweet, .wbpro-list, [usercard], .woo-tip-main, textarea',
    required: ['author', 'publishedAt', 'text'],
  },
  {
    kind: 'note',
    surfaces: ['feed', 'detail', 'profile', 'hot', 'search'],
    root: '.retweet',
    id: (root) => midOf(firstValue(root, RETWEET_ID)),
    component: true,
    url: (id, root) => postUrl(id, firstValue(root, RETWEET_LINK)),
    text: [{ css: '.wbpro-feed-reText [class*="wbtext"]' }, { css: '[class*="wbtext"]' }],
    authorName: [
      { css: '.wbpro-feed-reText [usercard] [class*="_nick_"]', match: /^@?(.+?)[:：]?$/ },
      { css: '[usercard]', match: /^@?(.+?)[:：]?$/ },
    ],
    authorId: [{ css: '[usercard]', attr: 'usercard', match: /\d{5,}/ }, ...RETWEET_LINK],
    authorUrl: [{ css: 'a[usercard][href*="/u/"]', attr: 'href', match: /^[^?#]*\/u\/\d+/ }],
    publishedAt: times(TIME_LINK),
    hashtags: [{ css: '[class*="wbtext"] a[href*="s.weibo.com/weibo"]', match: /^#.+#$/ }],
    counts: {
      share: counted('retweet', ''),
      comment: counted('comment', ''),
      like: [{ css: '.woo-like-count' }],
    },
    media: {
      image: [{ css: '.picture img.woo-picture-img', attr: 'src' }],
      video: [{ css: 'video[src]', attr: 'src' }],
    },
    labels: labelPlaces(''),
    labelSentencesOutside: '[class*="wbtext"], .wbpro-feed-reText, [usercard], .woo-tip-main',
    required: ['author'],
  },
  commentShape('.wbpro-list .item1', 'con1'),
  commentShape('.wbpro-list .item2', 'con2'),
];

/** A comment, or a reply in the list inside one. The page holds no id of either. */
function commentShape(root: string, part: 'con1' | 'con2'): PostShape {
  const author = `.${part} > .text > a[usercard]`;
  const text: Candidates = [
    { css: `.${part} > .text > span` },
    { css: `.${part} > .text`, match: /[:：]\s*(.+)$/s },
  ];
  return {
    kind: 'comment',
    surfaces: ['detail', 'feed', 'profile'],
    root,
    id: [],
    component: true,
    derivedId: (element) => {
      const [uid, words] = [
        firstValue(element, [{ css: author, attr: 'usercard' }]),
        firstValue(element, text),
      ];
      return uid ? textId(postAround(element) ?? '', uid, words ?? '') : undefined;
    },
    url: (id, element) => commentUrl(id, postAround(element)),
    text,
    authorName: [{ css: author }],
    authorId: [{ css: author, attr: 'usercard', match: /\d{5,}/ }],
    authorUrl: [{ css: author, attr: 'href', match: /^[^?#]*\/u\/\d+/ }],
    publishedAt: [{ css: `.${part} > .info > div` }],
    counts: { like: [{ css: `.${part} > .info .woo-like-count` }] },
    media: { image: [{ css: `.${part} > :not(.info) img.woo-picture-img`, attr: 'src' }] },
    required: ['author', 'publishedAt'],
  };
}

/** In lists the comments stand inside their post, on its own page behind it. */
function postAround(comment: Element): string | undefined {
  const post = comment.closest('article') ?? comment.ownerDocument.querySelector('main article, article');
  return post ? midOf(firstValue(post, POST_ID)) : undefined;
}
