import type { PostShape } from '../define-site';
import { readableText } from '../readable-text';
import { textId } from '../text-id';
import { commentUrl, PERSON_ID } from './addresses';
import { linkOf } from './fields';
import { pagePostId } from './state';

interface Places {
  root: string;
  text: string;
  name: string;
  person: string;
  time: string;
  counts: NonNullable<PostShape['counts']>;
}

/** No element holds a comment's id: post, author and words identify it. Words come late, so there must be some. */
const comment = ({ root, text, name, person, time, counts }: Places): PostShape => ({
  kind: 'comment',
  surfaces: ['detail'],
  root,
  id: [],
  derivedId: (element, page) => {
    const author = PERSON_ID.exec(element.querySelector(person)?.getAttribute('href') ?? '')?.[1];
    const words = readableText(element.querySelector(text));
    return author && words ? textId(pagePostId(element.ownerDocument, page) ?? '', author, words) : undefined;
  },
  url: (id, root, page) => commentUrl(id, pagePostId(root.ownerDocument, page)),
  text: [{ css: text }],
  authorName: [{ css: name }],
  ...linkOf(person),
  publishedAt: [{ css: time }],
  counts,
  required: ['text', 'author'],
});

/** Comments of today (the replies to one stand inside it, after its own words) and of 2019. */
export const comments: readonly PostShape[] = [
  comment({
    root: '.ttp-comment-item',
    text: '.content',
    name: '.name',
    person: '.user-info a[href*="/c/user/"], a[href*="/c/user/"]',
    time: '.time',
    counts: {
      like: [{ css: '.ttp-comment-like', attr: 'aria-label' }, { css: '.ttp-comment-like' }],
    },
  }),
  comment({
    root: '#comment li.c-item',
    text: '.c-content > p',
    name: '.c-user-name',
    person: 'a[href*="/c/user/"]',
    time: '.c-create-time',
    counts: { like: [{ css: '.c-digg' }], comment: [{ css: '.c-reply-count' }] },
  }),
];
