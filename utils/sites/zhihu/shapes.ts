import type { PostShape } from '../define-site';
import { permalink } from './addresses';
import { ADVERTS, article, CARD, cards, PAGES, TITLE } from './cards';
import { COMMENT_MEDIA, IDS, linkOfComment, QUESTION_MEDIA, TIME } from './selectors';

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
    media: QUESTION_MEDIA,
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
    media: QUESTION_MEDIA,
    required: ['title'],
  },
];

/** Most entries of the hot list are questions; some lead to an article or a pin, and name no author. */
const hotEntries = (['article', 'pin'] as const).map(
  (kind): PostShape => ({
    kind,
    surfaces: ['hot'],
    root: '.HotItem',
    id: IDS[kind],
    url: (id) => permalink(kind, id),
    title: [{ css: '.HotItem-title' }],
    text: [{ css: '.HotItem-excerpt' }],
    media: QUESTION_MEDIA,
    required: ['title'],
  }),
);

/** Comments below an item, in a side layer or in a dialog; replies lie inside the comment they answer. */
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
  counts: { like: [{ css: ':scope > div:first-child button', match: /^\s*(\d[\d,.]*\s*万?)\s*$/ }] },
  media: COMMENT_MEDIA,
  required: ['author'],
};

export const shapes = [...questions, ...hotEntries, ...cards, article, comment];
