import type { PostShape } from '../define-site';
import { commentUrl, THREAD_LINK, threadUrl } from './addresses';
import { dataField, personLink, threadAround } from './ids';

/**
 * The layout until 2024, still served beside the new one: `data-field` attributes and readable class names
 * (facts: sites.md section 2.10). Authors have up to three names; the one shown is the name, and the numeric user id is
 * the id. Replies under a floor name their author by portrait only, which is kept in the address.
 */

/** The first floor is the thread itself: it is read once, as the thread, and not as a comment as well. */
const FIRST_FLOOR =
  '.l_post:is(:has(.d_post_content_firstfloor), [data-field*=\'"post_no":1,\'], [data-field*=\'"post_no":1}\'])';
/** Adverts among floors and threads hold an empty object. */
export const ADVERT = '[data-field="{}"], [data-field=""], [data-key^="ad__"], [data-key^="ad__"] *';

const FLOOR = {
  text: [{ css: '.d_post_content' }],
  authorName: [
    { css: '.p_author_name' },
    ...dataField('author.user_name'),
    ...dataField('author.user_nickname'),
  ],
  authorId: dataField('author.user_id'),
  authorUrl: personLink('.p_author_name, .p_author_face'),
  publishedAt: [
    ...dataField('content.date'),
    { css: '.tail-info, .p_tail li', match: /\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d\d/ },
  ],
  hashtags: [{ css: '.d_post_content a[href*="/hottopic/"]' }],
  media: {
    image: [{ css: '.d_post_content img.BDE_Image', attr: 'src' }],
    video: [{ css: '.d_post_content video', attr: 'src' }],
  },
  // No label is known here; a sentence would have to stand outside of what people write.
  labelSentencesOutside:
    '.d_author, .d_post_content, .d_sign, .user_post_sign, .j_lzl_container, .core_reply_content, .j_ueg_post_content',
  required: ['author'],
} satisfies Partial<PostShape>;

const FIRST_FLOOR_SHAPE: PostShape = {
  ...FLOOR,
  kind: 'thread',
  surfaces: ['detail'],
  root: FIRST_FLOOR,
  not: ADVERT,
  id: dataField('content.thread_id'),
  idInAddress: THREAD_LINK,
  url: (id) => threadUrl(id),
  title: [{ css: '.core_title_txt', page: true }],
  counts: { comment: [{ css: '.l_reply_num .red', page: true }] },
};

/** Later pages of a thread show its title without its first floor. */
const TITLE_SHAPE: PostShape = {
  kind: 'thread',
  surfaces: ['detail'],
  root: '#j_core_title_wrap, .core_title',
  id: [{ css: 'a[href*="see_lz"]', attr: 'href', match: THREAD_LINK }],
  idInAddress: THREAD_LINK,
  url: (id) => threadUrl(id),
  title: [{ css: '.core_title_txt', match: /^(?:回复\s*[:：]\s*)?(.+)$/s }],
  counts: { comment: [{ css: '.l_reply_num .red', page: true }] },
  required: ['title'],
};

const FLOOR_SHAPE: PostShape = {
  ...FLOOR,
  kind: 'comment',
  surfaces: ['detail', 'comments'],
  root: '.l_post[data-field]',
  not: `${ADVERT}, ${FIRST_FLOOR}`,
  id: [
    ...dataField('content.post_id'),
    { attr: 'data-pid', match: /^\d+$/ },
    { css: '[id^="post_content_"]', attr: 'id', match: /\d+$/ },
  ],
  url: (id, root, page) => commentUrl(id, threadAround(root, page)),
  counts: { comment: dataField('content.comment_num') },
};

/** The attribute is JSON as the server writes it, and has single quotes once the page's script has written it. */
const REPLY_SHAPE: PostShape = {
  kind: 'comment',
  surfaces: ['detail', 'comments'],
  root: '.lzl_single_post[data-field]',
  id: [{ attr: 'data-field', match: /["']spid["']\s*:\s*["']?(\d+)/ }],
  url: (id, root, page) => commentUrl(id, threadAround(root, page)),
  text: [{ css: '.lzl_content_main' }],
  authorName: [
    { css: '.lzl_cnt > a.at, .lzl_cnt > a.j_user_card' },
    { attr: 'data-field', json: 'showname' },
    { attr: 'data-field', match: /'showname'\s*:\s*'([^']+)'/ },
  ],
  authorUrl: personLink('.lzl_cnt > a[href], a.lzl_p_p'),
  publishedAt: [{ css: '.lzl_time' }],
  required: ['author'],
};

export const oldThreadShapes: readonly PostShape[] = [
  FIRST_FLOOR_SHAPE,
  TITLE_SHAPE,
  FLOOR_SHAPE,
  REPLY_SHAPE,
];
