import { defineSite } from '../define-site';
import { readableText } from '../readable-text';
import { albumEntry, isAlbum } from './albums';
import { articleId, articleUrl, pageAddress, shortCode } from './article-id';
import { readState } from './state';

const CONTAINERS = '#js_article, .share_content_page, #js_content';

/** The outermost of them; the body when a new layout has none, so that what the scripts say is still read. */
const ROOT = [
  '#js_article',
  '.share_content_page:not(#js_article, #js_article *)',
  '#js_content:not(#js_article *, .share_content_page *)',
  `body:not(:has(${CONTAINERS}))`,
].join(', ');

/**
 * Pictures of the text and of a share's slides; they are lazy. Not the account's picture, and not the small ones that
 * the site itself keeps for emoticons and cards.
 */
const PICTURES =
  ':is(#js_content, #img_swiper, .share_media_swiper) img:not([class*="avatar"], [src*="//res.wx.qq.com/"], [data-src*="//res.wx.qq.com/"], .js_uneditable *, mp-common-profile *)';
const WEB = /^(?:https?:)?\/\/.+/;

/**
 * Messages in place of an article: removed by its author, taken down, account closed, link expired, verification.
 * The older class names are those of pages before 2019.
 */
const MESSAGES =
  '.weui-msg, .weui_msg, .mesg-block, .page_msg, .global_error_msg, .icon_msg.warn, #js_verify, #tcaptcha_transform_dy';

/** A page that is only a message has few words; articles in a layout that is not known have more. */
const MAX_NOTICE = 600;

/** A message alone proves nothing (an article may hold the class), so the article has to be missing as well. */
function isRemoved(document: Document, url: URL): boolean {
  if (isAlbum(url) || document.querySelector(CONTAINERS)) return false;
  const { length } = readableText(document.body);
  if (length > MAX_NOTICE) return false;
  const { mid, sn } = pageAddress(document);
  if (!mid && !sn) return true;
  return [...document.querySelectorAll(MESSAGES)].some(
    (message) => readableText(message).length * 2 > length,
  );
}

/**
 * Articles of public accounts. One page holds one article of any `item_show_type` (0 text, 5 video, 7 audio,
 * 8 pictures, 10 short text, 11 repost). Ids of elements are unchanged since 2020 (facts: sites.md section 2.7).
 */
export const site = defineSite({
  id: 'wechat',
  name: { zh_CN: '微信公众号', en: 'WeChat articles' },
  matches: ['https://mp.weixin.qq.com/s*', 'https://mp.weixin.qq.com/mp/appmsgalbum*'],
  surfaceOf: (url) => {
    if (isAlbum(url)) return 'feed';
    if (shortCode(url)) return 'detail';
    const { searchParams: has } = url;
    const isArticle = has.has('__biz') || has.has('mid') || has.has('sn') || has.has('signature');
    return /^\/s\/?$/.test(url.pathname) && isArticle ? 'detail' : undefined;
  },
  removed: isRemoved,
  readState,
  shapes: [
    {
      kind: 'article',
      surfaces: ['detail'],
      root: ROOT,
      id: [],
      idInAddress: (page, root) => articleId(root.ownerDocument, page),
      url: (_id, root, page) => articleUrl(root.ownerDocument, page),
      title: [
        { css: '#activity-name' },
        { css: '#js_image_content h1.rich_media_title' },
        { css: 'h1.rich_media_title' },
        { css: '.original_panel_title' },
      ],
      // On shares #js_content also holds the account's card and buttons, so their inner text stands first;
      // where that is still empty the text comes from the state.
      text: [
        { css: '#js_text_desc' },
        { css: '#js_image_desc' },
        { css: '#js_common_share_desc' },
        { css: '#js_content:not(.share_content_page *)' },
        { css: '#js_share_notice' },
      ],
      // The account answers for an article; #js_author_name is a by-line that anyone may fill in.
      authorName: [{ css: '#js_name' }],
      publishedAt: [{ css: '#publish_time' }],
      hashtags: [{ css: 'a.wx_topic_link' }],
      media: {
        image: [
          { css: PICTURES, attr: 'data-src', match: WEB },
          { css: PICTURES, attr: 'src', match: WEB },
        ],
        video: [{ css: 'video', attr: 'src', match: WEB }],
      },
      labels: [
        { place: '#js_claim_source_content', by: 'author' },
        {
          place: '.claim_source_block:not(:has(#js_claim_source_content))',
          by: 'author',
        },
      ],
      required: ['title', 'author', 'publishedAt'],
    },
    albumEntry,
  ],
});
