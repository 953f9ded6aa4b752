import type { Candidates } from '../candidates';
import { defineSite } from '../define-site';
import { createdAt, linkedPost, postUrl } from './post-id';
import { surfaceOf } from './surface';

/** A quoted post stands in a link-like box inside the post that quotes it; nothing of it is the outer post's. */
const QUOTED = ':not(div[role="link"] *)';
/** Links that lead to the post itself; the last two are the only ones that an advert has, for it shows no time. */
const OWN_LINK = [
  `a[href*="/status/"]:has(time[datetime])${QUOTED}`,
  `a[href*="/status/"][href*="/photo/"]${QUOTED}`,
  `a[href*="/status/"][href$="/analytics"]${QUOTED}`,
];
const NAME = `[data-testid="User-Name"]${QUOTED}`;
const TEXT = `[data-testid="tweetText"]${QUOTED}`;
/** `placementTracking` also stands around media and follow buttons: only its mark says that a post is an advert. */
const AD_MARK = [
  `[data-testid="placementTracking"] article div[dir] > span${QUOTED}`,
  `article:has([data-testid="placementTracking"]) div[dir] > span${QUOTED}`,
]
  .map((css) => `${css}:not([data-testid="tweetText"] *, [data-testid="User-Name"] *, button *)`)
  .join(', ');
const AD_WORDS = /^(ad|promoted( by .+)?|广告|廣告|推广|推廣|広告|プロモーション)$/i;

/** Labels of buttons have exact numbers, their texts shortened ones. */
const countOf = (...testIds: string[]): Candidates => {
  const css = testIds.map((id) => `[data-testid="${id}"]${QUOTED}`).join(', ');
  return [{ css, attr: 'aria-label', match: /\d.*/ }, { css }];
};

/** X on the web. Class names are hashed; test ids are the stable part (facts: sites.md section 2.15). */
export const site = defineSite({
  id: 'x',
  name: { zh_CN: 'X', en: 'X' },
  matches: ['https://x.com/*', 'https://twitter.com/*', 'https://mobile.twitter.com/*'],
  optIn: true,
  surfaceOf,
  // Removed posts, closed accounts and empty lists; a page without any main part is a shell still to be filled.
  removed:
    'body:not(:has(article[data-testid="tweet"])) :is([data-testid="error-detail"], [data-testid="emptyState"]), body:not(:has(main, article, [data-testid="primaryColumn"]))',
  shapes: [
    {
      kind: 'note',
      surfaces: ['feed', 'detail', 'search', 'profile'],
      root: 'article[data-testid="tweet"]',
      component: true,
      id: OWN_LINK.map((css) => ({ css, attr: 'href', match: /\/status(?:es)?\/(\d{1,20})(?!\d)/ })),
      url: (id, root) => postUrl(id, handleIn(root, id)),
      title: [{ css: `[data-testid="twitter-article-title"]${QUOTED}` }],
      text: [
        { css: TEXT },
        { css: `[data-testid="twitterArticleRichTextView"]${QUOTED}` },
        { css: `[data-testid="longformRichTextComponent"]${QUOTED}` },
      ],
      authorName: [{ css: `${NAME} a[href^="/"]` }, { css: `${NAME} span` }],
      authorId: [
        { css: `${NAME} a[href^="/"]`, attr: 'href', match: /^\/(\w{1,20})\/?$/ },
        { css: `${NAME} span`, match: /^@(\w{1,20})$/ },
      ],
      authorUrl: [{ css: `${NAME} a[href^="/"]`, attr: 'href', match: /^\/\w{1,20}$/ }],
      verification: [{ css: `${NAME} [data-testid="icon-verified"]`, attr: 'aria-label' }],
      publishedAt: [{ css: `time[datetime]${QUOTED}`, attr: 'datetime' }],
      timeInId: createdAt,
      hashtags: [{ css: `${TEXT} a[href*="/hashtag/"]` }],
      counts: {
        comment: countOf('reply'),
        share: countOf('retweet', 'unretweet'),
        like: countOf('like', 'unlike'),
        collect: countOf('bookmark', 'removeBookmark'),
        view: [
          { css: `a[href$="/analytics"]${QUOTED}`, attr: 'aria-label', match: /\d.*/ },
          { css: `a[href$="/analytics"]${QUOTED}` },
        ],
      },
      media: {
        image: [{ css: `[data-testid="tweetPhoto"]${QUOTED} img`, attr: 'src' }],
        video: [{ css: `[data-testid="videoPlayer"]${QUOTED} video`, attr: 'src' }],
      },
      labels: [
        // The note is a link-like box itself.
        {
          element:
            '[data-testid="birdwatch-pivot"]:not(div[role="link"]:not([data-testid="birdwatch-pivot"]) *)',
          by: 'community',
          kind: 'note',
        },
        { element: AD_MARK, only: (text) => AD_WORDS.test(text), by: 'platform', kind: 'ad' },
      ],
      required: ['author'],
    },
  ],
});

function handleIn(root: Element, id: string): string | undefined {
  for (const link of root.querySelectorAll('a[href*="/status/"]')) {
    const post = linkedPost(link.getAttribute('href') ?? '');
    if (post?.id === id) return post.handle === 'i' ? undefined : post.handle;
  }
  return undefined;
}
