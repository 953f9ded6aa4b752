import type { PostShape } from '../define-site';
import { PERSON_ID, STATUS_ID, SUBJECT_PAGE, statusUrl, subjectUrl, TOPIC_ID, topicUrl } from './addresses';
import { ALL, personOf } from './comments';

const TOPIC_LINK = 'a[href*="/group/topic/"]';

/** Rows of a group, cards of 讨论精选, the timeline's statuses, and the subject that a page is about. */
export const lists: readonly PostShape[] = [
  {
    kind: 'thread',
    surfaces: ALL,
    root: `table.olt tr:has(${TOPIC_LINK}), .topic-item:has(${TOPIC_LINK}), .channel-item:has(${TOPIC_LINK})`,
    not: '.channel_promo *, :has(a[href^="https://erebor.douban."])',
    id: [{ css: TOPIC_LINK, attr: 'href', match: TOPIC_ID }],
    url: (id) => topicUrl(id),
    // Rows cut long titles; the attribute has all of it.
    title: [
      { css: `.title ${TOPIC_LINK}, td ${TOPIC_LINK}`, attr: 'title' },
      { css: `h3 ${TOPIC_LINK}` },
      { css: `${TOPIC_LINK}:not([title])` },
    ],
    text: [{ css: '.block p' }],
    authorName: [{ css: 'td a[href*="/people/"]' }, { css: 'a[href*="/people/"]' }],
    ...personOf('a[href*="/people/"]'),
    publishedAt: [{ css: '.pubtime' }, { css: '.td-time', attr: 'title' }],
    counts: { comment: [{ css: '.r-count' }, { css: '.td-reply' }], like: [{ css: '.likes' }] },
    required: ['title'],
  },
  {
    kind: 'pin',
    surfaces: ALL,
    root: '.new-status[data-sid], .status-item[data-sid]:not(.new-status[data-sid] *), .new-status:has([data-status-id]):not([data-sid], :has(.status-item[data-sid]))',
    not: ':has(a[href^="https://erebor.douban."]), .status-real-wrapper .status-item',
    id: [
      { attr: 'data-sid', match: /^\d+$/ },
      { css: '[data-status-id]', attr: 'data-status-id', match: /^\d+$/ },
      { css: '.hd[data-status-url]', attr: 'data-status-url', match: STATUS_ID },
    ],
    url: (id, root) => statusUrl(id, personIn(root)),
    text: [
      { css: '.status-saying blockquote' },
      { css: '.status-saying' },
      { css: '.text blockquote' },
      { css: '.bd blockquote' },
      { css: 'blockquote' },
    ],
    authorName: [{ css: '.hd .lnk-people' }, { css: '.lnk-people' }, { css: '.usr-pic a', attr: 'title' }],
    ...personOf('.hd .lnk-people, .lnk-people, .usr-pic a'),
    publishedAt: [
      { css: '.created_at', attr: 'title' },
      { css: '.created_at [title]', attr: 'title' },
      { css: '.created_at' },
      { css: '.pubtime' },
    ],
    hashtags: [{ css: 'a[href*="/gallery/topic/"]', match: /^#?.{1,60}/ }],
    counts: {
      like: [{ css: '.actions .like-count' }, { css: '.actions .btn-like' }],
      comment: [{ css: '.actions .new-reply' }, { css: '.actions .btn-action-reply' }],
      share: [{ css: '.actions .btn-reshare' }],
    },
    media: {
      image: [
        { css: '.group-pic img', attr: 'data-median-src' },
        { css: '.group-pic img[src^="http"], .attachments-pic img[src^="http"]', attr: 'src' },
      ],
    },
    required: ['author'],
  },
  {
    // The subject's own page: its summary is what the site says of it, and no person is its author.
    kind: 'article',
    surfaces: ['detail'],
    root: 'h1:has([property="v:itemreviewed"])',
    id: [],
    idInAddress: SUBJECT_PAGE,
    url: (id, _root, page) => subjectUrl(id, page.origin),
    title: [{ css: '[property="v:itemreviewed"]' }],
    text: [
      { page: true, css: '#link-report .all.hidden' },
      { page: true, css: '[property="v:summary"]' },
      { page: true, css: '#link-report .all .intro' },
      { page: true, css: '#link-report .intro' },
    ],
    required: ['title'],
  },
];

function personIn(root: Element): string | undefined {
  const link = root.querySelector('.hd .lnk-people, .lnk-people, .usr-pic a')?.getAttribute('href');
  return PERSON_ID.exec(link ?? '')?.[1];
}
