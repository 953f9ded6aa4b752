import { type Candidates, firstElement, firstValue } from '../candidates';
import type { PostShape } from '../define-site';
import { labelPlaces } from './labels';
import { midOf, postUrl, topicUrl, topicWords } from './mid';
import { OWN, PERMALINK } from './selectors';

const PASSED_ON = '[node-type="feed_list_forwardContent"]';
const PERSON = /weibo\.com\/(?:u\/)?(\d{5,})(?![0-9a-zA-Z/])/;
/** Of the two texts of a long post, the whole one is hidden until the reader opens it. */
const texts = (own: string): Candidates => [
  { css: `[node-type="feed_list_content_full"]${own}` },
  { css: `[node-type="feed_list_content"]${own}` },
  { css: `p.txt${own}` },
];
const counted = (action: string, own: string): Candidates => [
  { css: `[action-type="feed_list_${action}"]${own}`, match: /\d.*/ },
];

/** A result of s.weibo.com, or the post that one passes on. */
function resultShape(part: Pick<PostShape, 'root' | 'id'>, own: string): PostShape {
  const link: Candidates = [{ css: `.from a[href]${own}`, attr: 'href', match: PERMALINK }];
  const person: Candidates = [{ css: `a.name${own}`, attr: 'href', match: PERSON }];
  return {
    kind: 'note',
    surfaces: ['search', 'hot'],
    ...part,
    url: (id, root) => postUrl(id, firstValue(root, link) ?? firstValue(root, person)),
    text: texts(own),
    authorName: [
      { css: `a.name${own}`, attr: 'nick-name' },
      { css: `a.name${own}`, match: /^@?(.+)$/ },
      ...texts(own).map((text) => ({ ...text, attr: 'nick-name' })),
    ],
    authorId: [...person, ...link],
    authorUrl: [{ css: `a.name${own}`, attr: 'href', match: /^[^?#]+/ }],
    verification: [{ css: `.info a[title*="认证"]${own}`, attr: 'title' }],
    publishedAt: [
      { css: `.from a[title]${own}`, attr: 'title', match: /.*\d.*/ },
      { css: `.from a${own}` },
      { css: `.from${own}` },
    ],
    hashtags: [
      { css: `.txt a[href*="s.weibo.com/weibo"]${own}, .txt a[href^="/weibo"]${own}`, match: /^#.+#$/ },
    ],
    counts: {
      share: counted('forward', own),
      comment: counted('comment', own),
      like: [{ css: `.woo-like-count${own}` }, ...counted('like', own)],
    },
    media: {
      image: [{ css: `[node-type="feed_list_media_prev"] img${own}, .media-piclist img${own}`, attr: 'src' }],
      video: [{ css: `video[src]${own}`, attr: 'src' }],
    },
    labels: labelPlaces(own),
    labelSentencesOutside: `.txt, .name, .from, ${PASSED_ON}, .woo-tip-main, .card-top`,
    required: ['author', 'publishedAt'],
  };
}

/** Paid entries are marked by a tag, or by a dot in place of the rank. */
const PAID_ROW =
  ':has(.icon-txt-recommend, .icon-dot, a[action-type="realtimehot_ad"], a[href*="topic_ad=1"])';
const QUERY: Candidates = [
  { css: 'td.td-02 a[href_to]', attr: 'href_to' },
  { css: 'td.td-02 a[href*="q="], a[href*="weibo?q="]', attr: 'href' },
];

function topicShape(part: Pick<PostShape, 'root' | 'not' | 'title'>): PostShape {
  return {
    kind: 'topic',
    surfaces: ['hot'],
    ...part,
    id: (root) => (isPaid(root) ? undefined : topicWords(queryOf(root) ?? '') || undefined),
    url: (_id, root) => topicUrl(queryOf(root) ?? ''),
    required: ['title'],
  };
}

function queryOf(root: Element): string | undefined {
  return URL.parse(firstValue(root, QUERY) ?? '', 'https://s.weibo.com')?.searchParams.get('q') ?? undefined;
}

function isPaid(root: Element): boolean {
  const tags: Candidates = [{ css: 'td.td-03' }, { css: '[class*="wbpro-icon-search"]' }];
  const rank = firstElement(root, [{ css: 'td.td-01' }])?.textContent?.trim();
  return rank === '•' || /^(商|荐|广告|推荐)$/.test(firstValue(root, tags) ?? '');
}

/** Results and the hot list of s.weibo.com, and the hot lists of weibo.com (facts: sites.md section 2.5). */
export const searchShapes: readonly PostShape[] = [
  resultShape({ root: '.card-wrap[mid]', id: [{ attr: 'mid', match: /^[1-9]\d{11,18}$/ }] }, OWN),
  resultShape(
    {
      root: PASSED_ON,
      id: (root) =>
        midOf(
          firstValue(root, [{ css: '.from a[href]', attr: 'href', match: /\/\d{5,}\/([0-9a-zA-Z]{8,11})/ }]),
        ),
    },
    '',
  ),
  topicShape({ root: 'tr:has(> td.td-02)', not: PAID_ROW, title: [{ css: 'td.td-02 > a' }] }),
  topicShape({
    root: '.wbpro-scroller-item:has(a[href*="s.weibo.com/weibo?q="]):not(:has(article, .wbpro-list))',
    not: PAID_ROW,
    title: [{ css: '[class*="HotTopic_tit"]' }, { css: 'a[href*="s.weibo.com/weibo?q="]' }],
  }),
];
