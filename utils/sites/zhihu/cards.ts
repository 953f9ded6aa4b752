import type { Surface } from '../../model/post';
import type { Candidates } from '../candidates';
import type { PostShape } from '../define-site';
import { permalink } from './addresses';
import {
  ARTICLE_LABELS,
  ARTICLE_MEDIA,
  AUTHOR,
  answerLink,
  CARD_LABELS,
  CARD_MEDIA,
  COUNTS,
  IDS,
  TIME,
} from './selectors';

export const PAGES: readonly Surface[] = ['feed', 'hot', 'detail', 'profile', 'search'];
export const ADVERTS = '.TopstoryItem--advertCard *, .Pc-card *, .Pc-word *, .Pc-feedAd-container *';
export const CARD = {
  surfaces: PAGES,
  not: ADVERTS,
  text: [{ css: '.RichContent-inner .RichText' }, { css: '.RichContent-inner' }, { css: '.RichText.ztext' }],
  ...AUTHOR,
  publishedAt: TIME,
  counts: COUNTS,
  media: CARD_MEDIA,
  labels: CARD_LABELS,
  required: ['author', 'text'],
} satisfies Partial<PostShape>;
export const TITLE: Candidates = [
  { css: '.ContentItem-title a' },
  { css: '.ContentItem-title' },
  { attr: 'data-zop', json: 'title' },
];

export const cards: readonly PostShape[] = [
  {
    ...CARD,
    kind: 'answer',
    root: '.AnswerItem, .ContentItem[itemprop="answer"], .ContentItem[data-zop*=\'"type":"answer"\']',
    id: IDS.answer,
    url: answerLink,
    // With `match` the question's headline is read but not painted: it belongs to the question.
    title: [...TITLE, { css: 'h1.QuestionHeader-title', page: true, match: /.+/s }],
  },
  {
    ...CARD,
    kind: 'article',
    root: '.ArticleItem, .ContentItem[itemprop="article"], .ContentItem[data-zop*=\'"type":"article"\']',
    id: IDS.article,
    url: (id) => permalink('article', id),
    title: TITLE,
  },
  {
    ...CARD,
    kind: 'pin',
    root: '.PinItem, .ContentItem[itemprop="pin"], .ContentItem[data-zop*=\'"type":"pin"\']',
    id: IDS.pin,
    idInAddress: /^\/pin\/(\d+)/,
    url: (id) => permalink('pin', id),
    title: [{ css: '.ContentItem-title' }],
    hashtags: [{ css: '.RichContent-inner a', match: /^[#＃]\s*(.+?)\s*[#＃]?$/ }],
    required: ['author'],
  },
  {
    ...CARD,
    kind: 'video',
    root: '.ZVideoItem, .ZvideoItem, .ContentItem[data-zop*=\'"type":"zvideo"\'], .ZVideo-mainColumn',
    id: IDS.video,
    idInAddress: /^\/zvideo\/(\d+)/,
    url: (id) => permalink('video', id),
    title: [...TITLE, { css: '.ZVideo-title' }, { css: 'h1' }],
    text: [...CARD.text, { css: '.ZVideo-description' }],
    required: ['author', 'title'],
  },
];

export const article: PostShape = {
  ...CARD,
  kind: 'article',
  surfaces: ['detail'],
  root: '.Post-content',
  id: IDS.article,
  idInAddress: /^\/p\/(\d+)/,
  url: (id) => permalink('article', id),
  title: [{ css: '.Post-Title' }, { attr: 'data-zop', json: 'title' }],
  text: [{ css: '.Post-RichText' }, { css: '.Post-RichTextContainer' }],
  media: ARTICLE_MEDIA,
  labels: ARTICLE_LABELS,
  required: ['author', 'title', 'text'],
};
