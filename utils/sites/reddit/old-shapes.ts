import type { PostShape } from '../define-site';
import { readableText } from '../readable-text';
import { isAiFlair } from './flair';
import { isGone } from './gone';
import { COMMENT_ID, commentUrl, POST_ID, postUrl } from './thing-id';

const AUTHOR = {
  authorName: [{ attr: 'data-author' }, { css: ':scope > .entry .tagline a.author' }],
  authorId: [{ attr: 'data-author' }, { css: ':scope > .entry .tagline a.author' }],
  authorUrl: [{ css: ':scope > .entry .tagline a.author', attr: 'href' }],
  publishedAt: [{ css: ':scope > .entry .tagline time[datetime]', attr: 'datetime' }],
} satisfies Partial<PostShape>;
const BODY = ':scope > .entry .usertext-body .md';

/** old.reddit.com: attributes of `.thing`. What a comment answers to stands around it, its answers below it. */
export const oldShapes: readonly PostShape[] = [
  {
    kind: 'thread',
    surfaces: ['feed', 'detail', 'search', 'profile'],
    root: '.thing[data-fullname^="t3_"]',
    not: '.promoted, .promotedlink, [data-promoted="true"], .deleted',
    id: (root) => fullName(root, POST_ID),
    url: (id, root) => postUrl(id, root.getAttribute('data-permalink') ?? undefined),
    title: [{ css: ':scope > .entry a.title' }],
    text: [{ css: BODY }],
    ...AUTHOR,
    counts: { like: [{ attr: 'data-score' }], comment: [{ attr: 'data-comments-count' }] },
    labels: [{ element: ':scope > .entry .linkflairlabel', only: isAiFlair, by: 'author' }],
    required: ['title'],
  },
  {
    kind: 'comment',
    surfaces: ['detail', 'profile'],
    root: '.thing[data-fullname^="t1_"]',
    not: '.deleted',
    id: (root) => fullName(root, COMMENT_ID),
    url: (id, root) => commentUrl(id, root.getAttribute('data-permalink') ?? undefined),
    text: [{ css: BODY }],
    ...AUTHOR,
    counts: { like: [{ css: ':scope > .entry .tagline .score.unvoted', attr: 'title' }] },
  },
];

function fullName(root: Element, form: RegExp): string | undefined {
  const name = root.getAttribute('data-fullname') ?? '';
  return form.test(name) && !isGone(readableText(root.querySelector(BODY))) ? name : undefined;
}
