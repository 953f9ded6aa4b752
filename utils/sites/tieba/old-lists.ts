import type { PostShape } from '../define-site';
import { commentUrl, ORIGIN, THREAD_LINK, threadUrl } from './addresses';
import { dataField, hitReply, hitThread, personLink, threadAround } from './ids';
import { ADVERT } from './old-threads';

/** Lists of the old layout: a forum's threads, search hits, what a person wrote, the hot list (sites.md section 2.10). */
const LIST_SHAPE: PostShape = {
  kind: 'thread',
  surfaces: ['feed', 'search'],
  root: '.j_thread_list[data-field]',
  not: ADVERT,
  id: [
    ...dataField('id'),
    { attr: 'data-tid', match: /^\d+$/ },
    { css: 'a.j_th_tit', attr: 'href', match: THREAD_LINK },
  ],
  url: (id) => threadUrl(id),
  title: [{ css: 'a.j_th_tit' }, { css: 'a.j_th_tit', attr: 'title' }],
  text: [{ css: '.threadlist_abs' }],
  authorName: [
    // The link shows long names cut off.
    { css: '.tb_icon_author', attr: 'title', match: /主题作者[:：]\s*(.+)$/ },
    { css: '.tb_icon_author .frs-author-name' },
    ...dataField('author_nickname'),
    ...dataField('author_name'),
  ],
  authorId: [{ css: '.tb_icon_author', attr: 'data-field', json: 'user_id' }],
  authorUrl: personLink('.tb_icon_author a[href]'),
  publishedAt: [{ css: '.is_show_create_time' }],
  counts: { comment: [...dataField('reply_num'), { css: '.threadlist_rep_num' }] },
  media: { image: [{ css: '.threadlist_pic', attr: 'bpic' }] },
  required: ['title', 'author'],
};

const HIT = {
  surfaces: ['search'],
  root: '.s_post',
  text: [{ css: '.p_content' }],
  authorName: [{ css: 'a[href*="/home/main"]' }],
  authorUrl: personLink('a[href*="/home/main"]'),
  publishedAt: [{ css: '.p_date' }],
  media: { image: [{ css: '.p_picture img, .p_pic img', attr: 'src' }] },
  required: ['author'],
} satisfies Partial<PostShape>;

/** A hit whose title begins with 回复 is the reply of another person: it is a comment, not the thread. */
const HIT_SHAPES: readonly PostShape[] = [
  {
    ...HIT,
    kind: 'thread',
    id: (root) => hitThread(root, '.p_title a'),
    url: (id) => threadUrl(id),
    title: [{ css: '.p_title a' }],
  },
  {
    ...HIT,
    kind: 'comment',
    id: (root) => hitReply(root, '.p_title a'),
    url: (id, root) => commentUrl(id, threadAround(root)),
  },
];

const ENTRY_LINK = '.thread_name a[href*="/p/"], .thread-name-wraper a[href*="/p/"], a.title[href*="/p/"]';
const ENTRY = {
  surfaces: ['profile', 'feed'],
  root: '.new_list :is(li, .n_right:not(li *), .thread_name:not(li *, .n_right *))',
  text: [{ css: '.n_txt' }],
  authorName: [
    { css: '.post_author' },
    { css: '.userinfo_username, .userinfo_shortcut .userinfo_name', page: true },
  ],
  authorUrl: personLink('.post_author[href]'),
  publishedAt: [{ css: '.n_post_time, .time' }],
} satisfies Partial<PostShape>;

/** A person's threads and replies, and the list of the old front page. */
const ENTRY_SHAPES: readonly PostShape[] = [
  {
    ...ENTRY,
    kind: 'thread',
    id: (root) => hitThread(root, ENTRY_LINK),
    url: (id) => threadUrl(id),
    title: [{ css: ENTRY_LINK }],
    required: ['title'],
  },
  {
    ...ENTRY,
    kind: 'comment',
    id: (root) => hitReply(root, ENTRY_LINK),
    url: (id, root) => commentUrl(id, threadAround(root)),
  },
];

const HOT_SHAPE: PostShape = {
  kind: 'topic',
  surfaces: ['hot'],
  root: 'li.topic-top-item',
  id: [{ css: 'a.topic-text, a[href*="topic_id"]', attr: 'href', match: /topic_id=(\d+)/ }],
  url: (id) => `${ORIGIN}/hottopic/browse/hottopic?topic_id=${id}`,
  title: [{ css: '.topic-text' }],
  text: [{ css: '.topic-top-item-desc' }],
  counts: { view: [{ css: '.topic-num' }] },
  required: ['title'],
};

export const oldListShapes: readonly PostShape[] = [LIST_SHAPE, ...HIT_SHAPES, ...ENTRY_SHAPES, HOT_SHAPE];
