import type { LabelItem, LabelKind } from '../model/post';

/**
 * Label wordings of all sites, old and new, as of 2026-11 (facts: sites.md section 1.1). Matched after folding;
 * the first row that is contained wins, so longer and stricter wordings stand before shorter ones.
 */
const WORDINGS: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'ai',
    /ai(辅助)?(生成|合成|创作|绘画|绘图|作画|视频制作)|人工智能(生成|合成|技术)|使用了?ai|引用ai|含ai|aigc|madewithai|ai-generated|aigenerated/,
  ],
  ['fiction', /虚构|演绎|剧情.{0,4}仅供娱乐|仅供娱乐.{0,4}过分解读/],
  [
    'ad',
    /^(广告|热推|荐读|粉丝头条|推荐|推广)$|广告内容|营销(推广)?信息|营销广告|^赞助$|商业推广|品牌合作|利益相关|推广内容/,
  ],
  [
    'source',
    /取材(于)?网络|来源(于)?网络|来源于|素材来源|内容为转载|^转载|自行拍摄|自主拍摄|取自站外|引用站内|来源[:：]/,
  ],
  [
    'risk',
    /危险行为|请勿(轻易)?模仿|引人不适|谨慎(选择)?观看|理性适度消费|医疗建议|理财内容|谣言|存在争议|请谨慎(识别|甄别)|正规医院就诊/,
  ],
  ['opinion', /个人观点|观点或见解|仅供参考/],
  ['note', /剧透|内容包含|作者(声明|提示)|创作声明|作品声明/],
];

const PREFIX = /^(作者声明|作者提示|作品声明|创作声明|声明)[:：]?/;

/** Folds spaces, full-width forms, case and separators, so that old and new spellings compare equal. */
export function foldLabel(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b"“”。.]/g, '');
}

/** True for two wordings of one label, with or without a prefix such as 作者提示. */
export function isSameLabel(one: string, other: string): boolean {
  const bare = (text: string) => foldLabel(text).replace(PREFIX, '');
  return bare(one) === bare(other);
}

/** Classifies the words of a label's own place; words that no row knows are kept as a `note`. */
export function classifyLabel(text: string): LabelKind {
  return knownLabel(text) ?? 'note';
}

/** Like {@link classifyLabel}, but `undefined` for unknown words: for places that also hold other text. */
export function knownLabel(text: string): LabelKind | undefined {
  const folded = foldLabel(text);
  const bare = folded.replace(PREFIX, '');
  return (
    WORDINGS.find(([, wording]) => wording.test(bare))?.[0] ?? (PREFIX.test(folded) ? 'note' : undefined)
  );
}

/**
 * Label sentences as viewers see them, for places where any other text may stand as well: only the whole text of an
 * element counts, so that a search term such as "AI绘画教程" or a footer such as "内容由AI生成，仅供参考" does not.
 */
const SENTENCES: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'ai',
    /^(该|本)?(内容|笔记|作品|视频|图片)?(可能|疑似)(使用|由|为|含)了?ai(技术|辅助)?(生成|合成|创作)(技术|内容)?(请?谨慎甄别)?$/,
  ],
  [
    'ai',
    /^(该|本)?(内容|笔记|作品|视频)(包?含|由|为|使用)了?(ai|人工智能)(辅助|技术)?(生成|合成|创作)(技术|的?内容)?$/,
  ],
  // TikTok's own strings.
  ['ai', /^(creatorlabeledasai-generated|containsai-generatedmedia)$/],
  ['ai', /^包?含ai(辅助|技术)?(生成|合成|创作)(内容)?$/],
  [
    'fiction',
    /^((内容)?(为?虚构演绎|演绎情节|剧情演绎|为虚构剧情)仅供娱乐|(内容)?含虚构演绎内容|内容为虚构演绎)$/,
  ],
  ['ad', /^内容包?含营销(推广|广告|信息|推广信息)$/],
  ['source', /^(内容为转载(信息)?|内容(取材|来源)于?网络|素材来源于网络|来源转载|自主拍摄|内容为自行拍摄)$/],
  ['opinion', /^个人观点仅供参考$/],
];

/** Kind of a text that as a whole is a label sentence, and who made the label: a suspicion is the platform's. */
export function labelSentence(text: string): Pick<LabelItem, 'kind' | 'by'> | undefined {
  const bare = foldLabel(text)
    .replace(PREFIX, '')
    .replace(/[,!;、]/g, '');
  const kind = SENTENCES.find(([, sentence]) => sentence.test(bare))?.[0];
  return kind && { kind, by: /可能|疑似|甄别|^containsai/.test(bare) ? 'platform' : 'author' };
}

/** Wordings of the upload form that say "nothing to declare"; viewers never see them as a label. */
export function declaresNothing(text: string): boolean {
  return /^(无需(添加自主)?(声明|标注)|内容无需标注|不声明)$/.test(foldLabel(text).replace(PREFIX, ''));
}

/**
 * A declaration that the author wrote as a hashtag counts as the author's disclosure: #AI绘画 is kind `ai`.
 * A tag that merely contains the letters "ai" does not.
 */
export function labelsFromHashtags(hashtags: readonly string[]): LabelItem[] {
  return hashtags.flatMap((tag): LabelItem[] => {
    const folded = foldLabel(tag);
    // #AI绘画教程 is about a craft; it does not say how this post was made.
    if (/(教程|教学|工具|软件|课程|培训|学习|变现|副业|技巧|提示词|资讯|产业|行业|大赛|比赛)$/.test(folded))
      return [];
    const kind = /^(ai(生成|绘画|绘图|作画|视频|创作|短片|合成|画图|生图)|aigc|人工智能生成)/.test(folded)
      ? 'ai'
      : /^(虚构演绎|剧情演绎|虚构剧情)/.test(folded)
        ? 'fiction'
        : /^(广告|品牌合作|商业合作)$/.test(folded)
          ? 'ad'
          : undefined;
    return kind ? [{ kind, text: `#${tag}`, by: 'author', from: 'text' }] : [];
  });
}
