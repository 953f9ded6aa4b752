import type { LabelKind } from '../model/post';
import { AI_TEXTS } from './label-texts/ai';

type Month = `20${number}-${number}`;

/** One label, or several of one meaning and one origin. */
export interface LabelText {
  /** `none` for the choice on an upload form that declares nothing; viewers do not see it. */
  kind: LabelKind | 'none';
  by: 'author' | 'platform';
  /** Ids of sites, or `all` for texts that are not one site's own. */
  sites: readonly string[];
  /** In use since then. */
  since?: Month;
  /**
   * Newest month in which the text is known to have stood on an upload form, or before viewers; where the sources give
   * no date of their own, the month in which they were collected (2026-11). Viewers may see other words than the form's.
   */
  form?: Month;
  viewer?: Month;
  /** Too short or too common to be told from other words outside a label's own place. */
  bare?: true;
  /** As the site writes them, without a prefix such as 作者声明; `*` is a free part. */
  texts: readonly string[];
}

/**
 * The label texts of all sites, old and new: both live side by side (facts: sites.md sections 1.1, 2 and 6,
 * ai-labels.md sections 1.5 and 2.2). Spellings that differ only in spaces, width, case or separators are one text.
 */
export const LABEL_TEXTS: readonly LabelText[] = [
  // The uniform set of 2026-03, which the sites of the six named platforms and others took over.
  { kind: 'ai', by: 'author', sites: ['all'], since: '2026-03', form: '2026-08', texts: ['含AI生成内容'] },
  {
    kind: 'fiction',
    by: 'author',
    sites: ['all'],
    since: '2026-03',
    viewer: '2026-06',
    texts: ['含虚构演绎内容'],
  },
  { kind: 'ad', by: 'author', sites: ['all'], since: '2026-03', form: '2026-08', texts: ['内容含营销信息'] },
  {
    kind: 'opinion',
    by: 'author',
    sites: ['all'],
    viewer: '2026-04',
    form: '2026-08',
    texts: ['个人观点，仅供参考'],
  },
  { kind: 'source', by: 'author', sites: ['all'], since: '2026-03', form: '2026-08', texts: ['内容为转载'] },
  { kind: 'none', by: 'author', sites: ['all'], since: '2026-03', form: '2026-08', texts: ['内容无需标注'] },

  ...AI_TEXTS,

  // Fiction and staged scenes.
  {
    kind: 'fiction',
    by: 'author',
    sites: ['douyin', 'xiaohongshu'],
    form: '2026-05',
    texts: ['虚构演绎，仅供娱乐'],
  },
  { kind: 'fiction', by: 'author', sites: ['kuaishou'], viewer: '2026-05', texts: ['演绎情节，仅供娱乐'] },
  {
    kind: 'fiction',
    by: 'author',
    sites: ['wechat-channels'],
    form: '2026-05',
    texts: ['内容为虚构剧情，仅供娱乐'],
  },
  { kind: 'fiction', by: 'author', sites: ['wechat'], form: '2026-05', texts: ['内容剧情演绎仅供娱乐'] },
  { kind: 'fiction', by: 'author', sites: ['weibo'], form: '2026-05', texts: ['内容为虚构演绎'] },
  { kind: 'fiction', by: 'author', sites: ['toutiao'], form: '2026-05', texts: ['虚构演绎，故事经历'] },
  { kind: 'fiction', by: 'author', sites: ['zhihu'], viewer: '2026-08', bare: true, texts: ['虚构创作'] },

  // Opinions.
  {
    kind: 'opinion',
    by: 'platform',
    sites: ['bilibili'],
    viewer: '2026-11',
    texts: ['该内容仅供娱乐，请勿过分解读'],
  },
  { kind: 'opinion', by: 'author', sites: ['douyin'], form: '2026-05', texts: ['内容为个人观点或见解'] },
  {
    kind: 'opinion',
    by: 'author',
    sites: ['wechat', 'toutiao'],
    form: '2026-05',
    texts: ['健康医疗分享仅供参考', '投资观点仅供参考'],
  },

  // Where the material comes from.
  {
    kind: 'source',
    by: 'author',
    sites: ['douyin'],
    form: '2026-05',
    texts: ['内容来源于网络', '取材网络，谨慎识别', '内容取材网络', '内容为转载信息'],
  },
  { kind: 'source', by: 'author', sites: ['kuaishou'], form: '2026-05', texts: ['素材来源于网络'] },
  { kind: 'source', by: 'author', sites: ['toutiao'], viewer: '2026-04', texts: ['内容取材于网络'] },
  {
    kind: 'source',
    by: 'author',
    sites: ['toutiao'],
    form: '2026-05',
    bare: true,
    texts: ['引用站内', '取自站外', '自行拍摄'],
  },
  { kind: 'source', by: 'author', sites: ['xiaohongshu'], form: '2026-05', texts: ['来源转载', '自主拍摄'] },
  { kind: 'source', by: 'author', sites: ['wechat-channels'], form: '2026-05', texts: ['内容为自行拍摄'] },
  {
    kind: 'source',
    by: 'author',
    sites: ['wechat-channels'],
    form: '2026-05',
    bare: true,
    texts: ['添加拍摄时间和地点'],
  },
  {
    kind: 'source',
    by: 'author',
    sites: ['wechat'],
    viewer: '2026-04',
    texts: ['素材来源官方媒体/网络新闻', '素材来源*，文中事件发生于*'],
  },
  {
    kind: 'source',
    by: 'platform',
    sites: ['youtube'],
    viewer: '2026-11',
    bare: true,
    texts: ['Captured with a camera'],
  },

  // Marketing.
  { kind: 'ad', by: 'author', sites: ['douyin'], form: '2026-05', texts: ['内容含营销推广信息'] },
  {
    kind: 'ad',
    by: 'author',
    sites: ['xiaohongshu', 'wechat-channels'],
    form: '2026-05',
    texts: ['内容包含营销广告'],
  },
  {
    kind: 'ad',
    by: 'author',
    sites: ['tiktok'],
    viewer: '2025-12',
    bare: true,
    texts: ['Paid partnership', 'Promotional content'],
  },
  { kind: 'ad', by: 'author', sites: ['youtube'], viewer: '2026-06', texts: ['Includes paid promotion'] },
  {
    kind: 'ad',
    by: 'platform',
    sites: ['all'],
    viewer: '2026-08',
    bare: true,
    texts: ['广告', 'Ad', 'Sponsored'],
  },
  {
    kind: 'ad',
    by: 'platform',
    sites: ['weibo'],
    viewer: '2026-08',
    bare: true,
    texts: ['赞助', '荐读', '推荐', '热推', '推广', '粉丝头条'],
  },
  { kind: 'ad', by: 'platform', sites: ['douyin'], viewer: '2026-08', bare: true, texts: ['全部商品'] },

  // Danger, health, money.
  { kind: 'risk', by: 'author', sites: ['douyin'], viewer: '2025-12', texts: ['危险行为，请勿模仿'] },
  { kind: 'risk', by: 'author', sites: ['douyin'], form: '2026-05', texts: ['可能引人不适'] },
  {
    kind: 'risk',
    by: 'platform',
    sites: ['bilibili'],
    viewer: '2026-11',
    texts: ['视频内含有危险行为，请勿轻易模仿', '该内容可能引人不适，请谨慎选择观看'],
  },
  {
    kind: 'risk',
    by: 'platform',
    sites: ['bilibili'],
    viewer: '2026-11',
    bare: true,
    texts: ['请理性适度消费'],
  },
  { kind: 'risk', by: 'platform', sites: ['weibo'], viewer: '2026-06', bare: true, texts: ['请谨慎甄别'] },
  {
    kind: 'risk',
    by: 'author',
    sites: ['zhihu'],
    viewer: '2026-08',
    texts: ['包含医疗建议', '包含理财内容'],
  },
  {
    kind: 'risk',
    by: 'platform',
    sites: ['wechat-channels'],
    viewer: '2026-08',
    texts: ['个体有差异，如有不适请前往正规医院就诊'],
  },

  { kind: 'note', by: 'author', sites: ['zhihu'], viewer: '2026-08', texts: ['内容包含剧透'] },

  {
    kind: 'none',
    by: 'author',
    sites: ['all'],
    form: '2026-05',
    texts: ['无需添加自主声明', '无需添加自主标注', '无需标注', '无需声明', '不声明'],
  },
];
