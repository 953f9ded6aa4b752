import type { PageState, PostState } from '../define-site';
import { htmlToText } from '../html-text';
import { readableText } from '../readable-text';
import { isoFromEpoch, parseShownTime } from '../time';
import { recordOf, textOf } from '../unknown';
import { albumState, isAlbum } from './albums';
import { articleId } from './article-id';
import { hasMarkedPictures, labelsOf } from './claim';
import { decodeEntities } from './decode';
import type { Literal } from './literal';
import { mediaOf } from './media';
import { type PageScripts, pageScripts } from './scripts';

const MAX_TITLE = 200;
/** Values of `item_show_type` whose text may stand in the script alone. */
const SHARES = new Set(['5', '6', '7', '8', '10', '11', '16']);

/** Reads the one article of a page from its inline scripts, or the articles of an album. */
export function readState(document: Document, url: URL): PageState {
  if (isAlbum(url)) return albumState(document, url);
  const id = articleId(document, url);
  return new Map(id ? [[id, articleState(pageScripts(document), document)]] : []);
}

/** What the scripts of an article say, or an answer that holds the same data; then there is no document. */
export function articleState(scripts: PageScripts, document?: Document): PostState {
  const { data, variables } = scripts;
  const body = bodyOf(scripts, document);
  const title = titleOf(scripts, document) ?? firstLine(body.text);
  const publishedAt = timeOf(scripts);
  const name = accountName(scripts, document);
  const accountId = textOf(data.user_name) ?? variables.user_name ?? textOf(data.bizuin) ?? variables.biz;
  const hashtags = hashtagsOf(data, body.hashtags ?? []);
  const labels = labelsOf(scripts);
  const media = mediaOf(scripts, body.html, body.isShare, document);
  return {
    ...(title && { title }),
    ...(body.text && { text: body.text }),
    author: { ...(name && { name }), ...(accountId && { id: accountId }) },
    ...(hashtags.length > 0 && { hashtags }),
    ...(publishedAt && { publishedAt }),
    counts: countsOf(scripts),
    ...(media.length > 0 && { media }),
    ...(labels && { labels }),
    ...(hasMarkedPictures(scripts) && { labelElsewhere: true }),
  };
}

function accountName({ data, variables }: PageScripts, document?: Document): string | undefined {
  const name = textOf(data.nick_name) ?? variables.nick_name ?? variables.nickname;
  const shown = readableText(document?.querySelector('.wx_follow_nickname, .profile_nickname'));
  return (name && decodeEntities(name).trim()) || shown || undefined;
}

/** Shares without a title of their own repeat their whole text as title; its first line stands for it. */
function titleOf({ data, variables }: PageScripts, document?: Document): string | undefined {
  const meta = document?.querySelector('meta[property="og:title"]')?.getAttribute('content');
  const title = textOf(data.title) ?? variables.msg_title ?? textOf(meta?.replace(/\\[rn]|\\x0[ad]/g, '\n'));
  return title && firstLine(decodeEntities(title));
}

function firstLine(text: string | undefined): string | undefined {
  return (
    text
      ?.trim()
      .split(/\s*[\r\n]+/)[0]
      ?.slice(0, MAX_TITLE) || undefined
  );
}

interface Body {
  isShare: boolean;
  html?: string;
  text?: string;
  hashtags?: string[];
}

/** Text as the page's script would put it in: line breaks kept, its few tags taken out. */
function bodyOf(scripts: PageScripts, document?: Document): Body {
  const { data, variables } = scripts;
  const share = recordOf(data.text_page_info);
  const type = textOf(data.item_show_type) ?? variables.item_show_type ?? '0';
  const isShare = SHARES.has(type) || (document?.querySelector('.share_content_page') ?? null) !== null;
  const source =
    textOf(share.content_noencode) ??
    textOf(share.content) ??
    textOf(data.content_noencode) ??
    (isShare ? (repostText(document) ?? shareText(scripts, document)) : undefined);
  if (!source) return { isShare };
  const html = isShare ? source.replace(/\r?\n|\\n/g, '<br>') : source;
  const links = [...html.matchAll(/<a\s[^>]{0,2000}\bwx_topic_link\b[^>]{0,2000}>([^<]{1,200})<\/a>/g)];
  return {
    isShare,
    html: source,
    text: htmlToText(html),
    hashtags: links.map(([, tag = '']) => htmlToText(tag)),
  };
}

/** Older reposts keep the original article in a template and show its first lines only. */
function repostText(document: Document | undefined): string | undefined {
  return textOf(document?.querySelector('#content_tpl')?.innerHTML);
}

function shareText({ data, variables }: PageScripts, document?: Document): string | undefined {
  return (
    variables.videoContentNoEncode ??
    variables.ContentNoEncode ??
    variables.TextContentNoEncode ??
    textOf(data.desc) ??
    variables.desc ??
    variables.msg_desc ??
    textOf(document?.querySelector('meta[property="og:description"]')?.getAttribute('content'))
  );
}

function timeOf({ data, variables }: PageScripts): string | undefined {
  const { ct, create_time, oriCreateTime } = variables;
  const exact = [textOf(data.ori_create_time), textOf(data.create_timestamp), ct, create_time, oriCreateTime];
  for (const value of [...exact, textOf(data.create_time)]) {
    const time = isoFromEpoch(value);
    if (time) return time;
  }
  // `create_time` of the newer data is Beijing time to the minute.
  const shown = textOf(data.create_time) ?? '';
  return /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(shown) ? parseShownTime(shown, new Date(0))?.iso : undefined;
}

function countsOf({ data, bar }: PageScripts): PostState['counts'] & object {
  const shown = recordOf(recordOf(data.user_info).appmsg_bar_data ?? bar);
  const counts: PostState['counts'] & object = {};
  const take = (name: keyof typeof counts, count: unknown, isShown: unknown) => {
    if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 && isShown === 1) {
      counts[name] = count;
    }
  };
  // The thumb is the "old" like; `like_count` counts the heart (recommendations to friends).
  take('like', shown.old_like_count, shown.show_old_like);
  take('comment', shown.comment_count, shown.comment_enabled);
  take('collect', shown.collect_count, shown.show_collect);
  take('share', shown.share_count, shown.show_share);
  take('view', shown.read_num, shown.show_read);
  return counts;
}

function hashtagsOf(data: Record<string, Literal>, linked: string[]): string[] {
  const entries = recordOf(data.hashtags).hashtag;
  const named = (Array.isArray(entries) ? entries : []).map((entry) => {
    const fields = recordOf(entry);
    return textOf(entry) ?? textOf(fields.name) ?? textOf(fields.title) ?? textOf(fields.hashtag);
  });
  const tags = [...named, ...linked].map((tag) => tag?.replace(/^[#＃\s]+|[#＃\s]+$/g, ''));
  return [...new Set(tags.filter((tag) => tag !== undefined && tag !== ''))] as string[];
}
