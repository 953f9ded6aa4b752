import type { PostKind } from '../../model/post';
import { joinTags } from '../cells';
import { excerpt, maskNumbers } from '../mask';
import { type Column, column, toldColumn, yesNo } from './define-column';

/** Longest text in a table, in characters. */
export const EXCERPT_LENGTH = 300;
const CUT = '…';

/** The words that 12377's forms and Chinese coordinators use; `platform` and `post_key` stay machine words. */
export const CONTENT_TYPES: Record<PostKind, string> = {
  video: '视频',
  note: '图文',
  article: '文章',
  answer: '回答',
  question: '提问',
  pin: '想法',
  thread: '帖子',
  comment: '评论',
  live: '直播',
  danmaku: '弹幕',
  topic: '话题',
  excerpt: '选取的文字',
};

/** What post it is, where it stands and who wrote it. */
export const postColumns: readonly Column[] = [
  column(
    'platform',
    'enum',
    [
      ['平台', '平台的英文代号'],
      ['Platform', 'Id of the site'],
    ],
    ({ post }) => post.site,
  ),
  column(
    'content_type',
    'enum',
    [
      ['内容类型', '视频、图文、评论等'],
      ['Content type', 'In Chinese, as report forms word it'],
    ],
    ({ post }) => CONTENT_TYPES[post.kind],
  ),
  column(
    'surface',
    'enum',
    [
      ['页面', '在哪种页面上读到：feed、detail、search、profile、comments、live、hot'],
      [
        'Surface',
        'The kind of page on which it was read: feed, detail, search, profile, comments, live or hot',
      ],
    ],
    ({ post }) => post.surface,
  ),
  column(
    'post_url',
    'url',
    [
      ['信息所在详细网址', '帖子的固定网址'],
      ['Post address', 'Permalink of the post'],
    ],
    ({ post }) => post.url,
  ),
  column(
    'site_url',
    'url',
    [
      ['被举报网址', '网站主页'],
      ['Site address', 'Front page of the site'],
    ],
    ({ post }) => originOf(post.url),
  ),
  toldColumn(
    'site_name',
    'text',
    [
      ['网站或 App 名称', '中文名称'],
      ['Site name', 'In Chinese'],
    ],
    ({ post }, { siteName }) => siteName(post.site),
  ),
  column(
    'post_id',
    'text',
    [
      ['平台内容编号', '很长的数字会被表格软件改动，核对以 post_key 为准'],
      ['Post id', 'Spreadsheets round a long one; post_key stays exact'],
    ],
    ({ post }) => post.id,
  ),
  // Exact where a spreadsheet would round a long numeric post_id; the key to merge files of several people by.
  column(
    'post_key',
    'text',
    [
      ['帖子标识', '平台:类型:编号；合并文件以它为准'],
      ['Post key', 'site:kind:id; files are merged by it'],
    ],
    ({ postKey }) => postKey,
  ),
  column(
    'published_at',
    'datetime',
    [
      ['发布时间', '页面所示，换算为世界协调时间'],
      ['Published at', 'As the page shows it, in UTC'],
    ],
    ({ post }) => post.publishedAt ?? '',
  ),
  column(
    'published_at_approximate',
    'enum',
    [
      ['发布时间为约数', 'yes：页面只给出“3小时前”一类的相对时间'],
      ['Published at is approximate', 'yes when the page gave only a relative time such as “3 hours ago”'],
    ],
    ({ post }) => (post.publishedAt ? yesNo(post.publishedApprox ?? false) : ''),
  ),
  column(
    'author_name',
    'text',
    [
      ['账号昵称', '号码已遮盖'],
      ['Author', 'Private numbers are replaced'],
    ],
    ({ post }) => maskNumbers(post.author.name ?? ''),
  ),
  column(
    'author_id',
    'text',
    [
      ['账号编号', '平台给出的固定编号'],
      ['Author id', 'The site’s own stable id'],
    ],
    ({ post }) => post.author.id ?? '',
  ),
  column(
    'author_url',
    'url',
    [
      ['账号主页', '账号在平台上的页面'],
      ['Author address', 'Their page on the site'],
    ],
    ({ post }) => post.author.url ?? '',
  ),
  // Empty means "not read", not "unverified": the page's silence alone proves nothing.
  column(
    'author_verification',
    'text',
    [
      ['账号认证', '页面原文；空表示没有读到，不等于未认证'],
      ['Verification', 'As the page words it; empty means not read (or withheld), not unverified'],
    ],
    ({ post }) => post.author.verification ?? '',
  ),
  column(
    'title',
    'text',
    [
      ['标题', '号码已遮盖'],
      ['Title', 'Private numbers are replaced'],
    ],
    ({ post }) => maskNumbers(post.title),
  ),
  column(
    'text_excerpt',
    'text',
    [
      ['正文摘录', `不超过 ${EXCERPT_LENGTH} 字，号码已遮盖`],
      ['Text', `At most ${EXCERPT_LENGTH} characters; private numbers are replaced`],
    ],
    ({ post }) => excerptOf(post.text),
  ),
  column(
    'text_complete',
    'enum',
    [
      ['正文完整', 'no：摘录以省略号结尾，此处或网站已截短'],
      ['Text is whole', 'no when the text ends in “…”: it was cut here, or by the site'],
    ],
    ({ post }) => yesNo(!excerptOf(post.text).endsWith(CUT)),
  ),
  column(
    'hashtags',
    'list',
    [
      ['话题', '以空格分隔'],
      ['Hashtags', 'Separated by spaces'],
    ],
    ({ post }) => joinTags(post.hashtags.map((tag) => maskNumbers(tag))),
  ),
  column(
    'cover_url',
    'url',
    [
      ['封面网址', '帖子的第一张图片'],
      ['Cover address', 'The first picture of the post'],
    ],
    ({ post }) => post.media?.find(({ type }) => type === 'image')?.url ?? '',
  ),
];

/** Two columns ask for the same one, one after the other. */
let last = { text: '', excerpt: '' };

/** Masked once more after it was cut: the cut can end a run of digits that was too long for a number. */
function excerptOf(text: string): string {
  if (last.text !== text) {
    last = { text, excerpt: maskNumbers(excerpt(maskNumbers(text), EXCERPT_LENGTH)) };
  }
  return last.excerpt;
}

function originOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.origin}/` : '';
}
