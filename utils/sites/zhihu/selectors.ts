import { type Candidates, firstValue } from '../candidates';
import type { LabelPlace } from '../define-site';
import { commentLink, permalink } from './addresses';
import { isDeclaration } from './declared';

/** Where fields stand in a card (`.ContentItem`), an article or a comment; read from pages of 2023 to 2026. */

/** Ids are cut out of the JSON attributes as text: parsed as numbers, long ones would be rounded. */
const OWN_ID: Candidates = [
  { attr: 'data-zop', match: /"itemId":"?(\d+)/ },
  {
    attr: 'data-za-extra-module',
    match: /"content":\{[^}]*"(?:token|id)":"?(\d+)/,
  },
];
const idInLink = (match: RegExp): Candidates => [
  { css: 'meta[itemprop="url"]', attr: 'content', match },
  { css: '.ContentItem-title a, .HotItem-content a', attr: 'href', match },
  {
    css: '.ContentItem-time a, .RichContent-cover a, a[data-za-detail-view-element_name]',
    attr: 'href',
    match,
  },
];

export const IDS = {
  answer: [...OWN_ID, { attr: 'name', match: /^\d+$/ }, ...idInLink(/\/answer\/(\d+)/)],
  article: [...OWN_ID, ...idInLink(/zhuanlan\.zhihu\.com\/p\/(\d+)/)],
  pin: [...OWN_ID, ...idInLink(/\/pin\/(\d+)/)],
  video: [...OWN_ID, ...idInLink(/\/zvideo\/(\d+)/)],
  question: idInLink(/\/question\/(\d+)\/?(?:[?#]|$)/),
} satisfies Record<string, Candidates>;

const QUESTION_OF_ANSWER: Candidates = [
  ...idInLink(/\/question\/(\d+)/),
  { attr: 'data-za-extra-module', match: /"parent_token":"?(\d+)/ },
];

export function answerLink(id: string, root: Element, page: URL): string | undefined {
  // Search pages list several answers under one question's title, outside of the answers themselves.
  const group = root.closest('.HotLanding-contentItem');
  const question = firstValue(root, QUESTION_OF_ANSWER) ?? (group && firstValue(group, IDS.question));
  return permalink('answer', id, question || /\/question\/(\d+)/.exec(page.pathname)?.[1]);
}

/** Comments lie below an item of the page, or in a dialog at its end that belongs to the page as a whole. */
export function linkOfComment(id: string, root: Element, page: URL): string {
  const item = root.closest('.ContentItem');
  const parent =
    item &&
    firstValue(item, [
      {
        css: 'meta[itemprop="url"]',
        attr: 'content',
        match: /^https:.*\/(?:answer|p|pin|zvideo)\/\d+$/,
      },
    ]);
  return commentLink(parent ?? `${page.origin}${page.pathname}`, id);
}

export const AUTHOR = {
  authorName: [
    { css: '.AuthorInfo-name .UserLink-link' },
    { css: '.AuthorInfo meta[itemprop="name"]', attr: 'content' },
    { attr: 'data-zop', json: 'authorName' },
    {
      css: '.AuthorInfo-name, .ZVideo-authorName, .ZVideo-author .UserLink-link',
    },
    {
      css: '.RichContent-inner b[data-first-child]',
      match: /^(.{1,40})[：:]$/,
    },
  ],
  authorId: [
    {
      css: '.AuthorInfo meta[itemprop="url"]',
      attr: 'content',
      match: /\/(?:people|org)\/([^/?#]+)/,
    },
    {
      css: '.UserLink-link',
      attr: 'href',
      match: /\/(?:people|org)\/([^/?#]+)/,
    },
  ],
  authorUrl: [
    {
      css: '.AuthorInfo meta[itemprop="url"]',
      attr: 'content',
      match: /^.*\/(?:people|org)\/[^/?#]+/,
    },
    {
      css: '.UserLink-link',
      attr: 'href',
      match: /^.*\/(?:people|org)\/[^/?#]+/,
    },
  ],
  /** `.AuthorInfo-badgeText` is no source: without a badge it holds the author's own headline. */
  verification: [
    {
      css: '.AuthorInfo-name a[data-tooltip]:not([href*="/kvip/"])',
      attr: 'data-tooltip',
    },
    {
      css: '.AuthorInfo-name a[aria-label]:not(.UserLink-link, [href*="/kvip/"])',
      attr: 'aria-label',
    },
  ],
} satisfies Record<string, Candidates>;

export const TIME: Candidates = [
  {
    css: 'meta[itemprop="dateCreated"], meta[itemprop="datePublished"]',
    attr: 'content',
  },
  { css: '.ContentItem-time [data-tooltip^="发布于"]', attr: 'data-tooltip' },
  { css: '.ContentItem-time', match: /发布于.*/s },
  { css: '.ContentItem-time' },
];

export const COUNTS = {
  like: [
    { css: 'meta[itemprop="upvoteCount"]', attr: 'content' },
    { attr: 'data-za-extra-module', match: /"upvote_num":(\d+)/ },
    { css: 'button[aria-label^="赞同"]', attr: 'aria-label', match: /\d.*/ },
    { css: '.VoteButton--up, .VoteButton', match: /\d.*/ },
  ],
  comment: [
    { css: 'meta[itemprop="commentCount"]', attr: 'content' },
    { attr: 'data-za-extra-module', match: /"comment_num":(\d+)/ },
    { css: 'button', match: /^\s*([\d,.]+\s*万?)\s*条评论/ },
  ],
  collect: [{ css: 'button', match: /^收藏\s*([\d,.]+\s*万?)/ }],
} satisfies Record<string, Candidates>;

/** Formulas, emoticons, people, cards of other pages and of goods, and what a pin passes on are not the post's own. */
const NOT_OWN =
  '.Avatar, .sticker, [eeimg], [class*="LinkCard"] *, [class*="CommonCard"], [class*="ecommerce"] *, .PinItem-content-originpin *, noscript *';
const WEB = /^(?:https?:)?\/\/.+/;
/** A picture that has not been scrolled to holds its address in `data-actualsrc`, and a drawing in `src`. */
const pictures = (parts: string): Candidates => [
  { css: `:is(${parts}) img:not(${NOT_OWN})`, attr: 'data-actualsrc', match: WEB },
  { css: `:is(${parts}) img:not(${NOT_OWN})`, attr: 'src', match: WEB },
];
const VIDEO: Candidates = [{ css: 'video:not(.Comments-container *)', attr: 'src', match: WEB }];

export const CARD_MEDIA = {
  image: pictures(
    '.RichContent-inner, .RichContent-cover, .PinItem-remainContentRichText, .Image-Wrapper-Preview, [data-thumbnail-list-container]',
  ),
  video: VIDEO,
};
export const ARTICLE_MEDIA = {
  image: pictures('.Post-RichTextContainer, .Post-RichText, .Post-Header, .RichText.ztext'),
  video: VIDEO,
};
export const QUESTION_MEDIA = { image: pictures('.QuestionRichText, .HotItem-img, .RichContent-inner') };
/** Replies lie inside the comment they answer; its own parts are in the first child. */
export const COMMENT_MEDIA = {
  image: pictures(':scope > div:first-child .CommentContent, :scope > div:first-child .comment_img'),
};

/** The wrapper is there on every card, empty or not; it also names collections a post was put into. */
export const CARD_LABELS: readonly LabelPlace[] = [
  { place: '.LabelContainer-wrapper', only: isDeclaration, by: 'author' },
  { element: '.ContentItem-meta div', only: isStatement, by: 'author' },
];
/** Articles show a declaration between the author and the votes; the element has no name of its own. */
export const ARTICLE_LABELS: readonly LabelPlace[] = [
  { element: '.Post-Header div', only: isStatement, by: 'author' },
];

function isStatement(text: string): boolean {
  return /^创作声明[:：]/.test(text) && text.length <= 40;
}
