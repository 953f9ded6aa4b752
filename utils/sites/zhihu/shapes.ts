import type { PostShape } from '../define-site';
import { permalink } from './addresses';
import { ADVERTS, article, CARD, cards, PAGES, TITLE } from './cards';
import { IDS, linkOfComment, TIME } from './selectors';

const questions: readonly PostShape[] = [
  {
    kind: 'question',
    surfaces: ['detail'],
    root: '.QuestionPage .QuestionHeader',
    id: [],
    idInAddress: /^\/question\/(\d+)/,
    url: (id) => permalink('question', id),
    title: [{ css: 'h1.QuestionHeader-title' }],
    text: [
      {
        css: '.QuestionRichText [itemprop="text"], .QuestionRichText .RichText',
      },
    ],
    publishedAt: [
      {
        css: '.QuestionPage > meta[itemprop="dateCreated"]',
        page: true,
        attr: 'content',
      },
    ],
    counts: {
      comment: [
        {
          css: '.QuestionPage > meta[itemprop="commentCount"]',
          page: true,
          attr: 'content',
        },
      ],
    },
    required: ['title'],
  },
  {
    kind: 'question',
    surfaces: PAGES,
    root: '.HotItem, .ContentItem[itemprop="zhihu:question"], .TopstoryQuestionAskItem .ContentItem, .HotLanding-contentItem > .ContentItem',
    not: `${ADVERTS}, .AnswerItem, .ArticleItem, .ZVideoItem`,
    id: IDS.question,
    url: (id) => permalink('question', id),
    title: [{ css: '.HotItem-title' }, ...TITLE],
    text: [{ css: '.HotItem-excerpt' }, ...CARD.text],
    publishedAt: TIME,
    required: ['title'],
  },
];

/** Replies lie inside the comment they answer; its own parts are in the first child. */
const comment: PostShape = {
  kind: 'comment',
  surfaces: PAGES,
  root: '[data-id]:has(> div .CommentContent)',
  id: [{ attr: 'data-id', match: /^\d+$/ }],
  url: linkOfComment,
  text: [{ css: '.CommentContent' }],
  authorName: [
    {
      css: ':scope > div:first-child a[href*="/people/"], :scope > div:first-child a[href*="/org/"]',
    },
  ],
  authorId: [
    {
      css: ':scope > div:first-child a',
      attr: 'href',
      match: /\/(?:people|org)\/([^/?#]+)/,
    },
  ],
  authorUrl: [
    {
      css: ':scope > div:first-child a',
      attr: 'href',
      match: /^.*\/(?:people|org)\/[^/?#]+/,
    },
  ],
  publishedAt: [
    {
      css: '.CommentContent ~ div span, .CommentContent ~ div',
      match: /\d.*前|[今昨前]天.*|刚刚|\d{1,4}-\d.*/,
    },
  ],
};

export const shapes = [...questions, ...cards, article, comment];
