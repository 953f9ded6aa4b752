import type { LabelItem, LabelKind } from '../model/post';
import { LABEL_TEXTS, type LabelText } from './label-texts';

/**
 * Looser wordings, for a label's own place and texts that the table (label-texts.ts) does not know yet. Matched after
 * folding; the first that is contained wins, so longer and stricter wordings stand before shorter ones.
 */
const WORDINGS: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'ai',
    /ai(辅助)?(生成|合成|创作|绘画|绘图|作画|视频制作)|人工智能(生成|合成|技术)|使用了?ai|引用ai|含ai|aigc|madewithai|ai-generated|aigenerated/,
  ],
  ['fiction', /虚构|演绎|剧情.{0,4}仅供娱乐/],
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
  ['opinion', /个人观点|观点或见解|仅供参考|过分解读/],
  ['note', /剧透|内容包含|作者(声明|提示)|创作声明|作品声明/],
];

/**
 * Variants of label sentences that the table does not list. Only the whole text of an element counts, so that a search
 * term such as "AI绘画教程" or a footer such as "内容由AI生成，仅供参考" does not.
 */
const VARIANTS: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'ai',
    /^(该|本)?(内容|笔记|作品|视频|图片)?(可能|疑似)(使用|由|为|含)了?ai(技术|辅助)?(生成|合成|创作)(技术|内容)?(请?谨慎甄别)?$/,
  ],
  [
    'ai',
    /^(该|本)?(内容|笔记|作品|视频)(包?含|由|为|使用)了?(ai|人工智能)(辅助|技术)?(生成|合成|创作)(技术|的?内容)?$/,
  ],
  ['ai', /^包?含ai(辅助|技术)?(生成|合成|创作)(内容)?$/],
  ['fiction', /^(内容)?(为?虚构演绎|演绎情节|剧情演绎|为虚构剧情)仅供娱乐$|^内容含虚构演绎内容$/],
  ['ad', /^内容包?含营销(推广|广告|信息|推广信息)$/],
  ['source', /^内容(取材|来源)于?网络$/],
];

const PREFIX = /^(作者声明|作者提示|作品声明|创作声明|声明):?/;
const SUSPECTED = /可能|疑似|甄别/;
const NAMES_AUTHOR = /^(作者|作品|创作)(声明|提示)/;
/** Sites write 个人观点、仅供参考 and 健康医疗分享仅供参考 for one label. */
const SEPARATORS = /[,;:!、|/·-]/g;
/** Longer texts are no labels, even with a space between any two characters. */
const MAX_SENTENCE = 160;

/** Folds spaces, full-width forms, case and separators, so that old and new spellings compare equal. */
export function foldLabel(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\u200b"“”。.]/g, '')
      // What stood on both sides of a space may be one character now.
      .normalize('NFKC')
  );
}

/** What tells one label from another: without prefix and separators. */
function keyOf(folded: string): string {
  return folded.replace(PREFIX, '').replace(SEPARATORS, '');
}

const FREE_PART = '*';
const ROWS = new Map<string, LabelText>();
const ROWS_WITH_FREE_PART: (readonly [RegExp, LabelText])[] = [];
for (const row of LABEL_TEXTS) {
  for (const text of row.texts) {
    const key = keyOf(foldLabel(text));
    if (!text.includes(FREE_PART)) ROWS.set(key, row);
    else ROWS_WITH_FREE_PART.push([RegExp(`^${key.replaceAll(FREE_PART, '.{1,40}')}$`), row]);
  }
}

function rowOf(folded: string): LabelText | undefined {
  const key = keyOf(folded);
  return ROWS.get(key) ?? ROWS_WITH_FREE_PART.find(([pattern]) => pattern.test(key))?.[1];
}

function variantOf(bare: string): LabelKind | undefined {
  const words = bare.replace(/[,!;、]/g, '');
  return VARIANTS.find(([, variant]) => variant.test(words))?.[0];
}

/** True for two wordings of one label, with or without a prefix such as 作者提示. */
export function isSameLabel(one: string, other: string): boolean {
  return keyOf(foldLabel(one)) === keyOf(foldLabel(other));
}

/** Classifies the words of a label's own place; words that no row knows are kept as a `note`. */
export function classifyLabel(text: string): LabelKind {
  const kind = rowOf(foldLabel(text))?.kind;
  return kind && kind !== 'none' ? kind : (knownLabel(text) ?? 'note');
}

/** Like {@link classifyLabel}, but `undefined` for unknown words: for places that also hold other text. */
export function knownLabel(text: string): LabelKind | undefined {
  const folded = foldLabel(text);
  const row = rowOf(folded);
  if (row && row.kind !== 'none' && !row.bare) return row.kind;
  const bare = folded.replace(PREFIX, '');
  const kind = WORDINGS.find(([, wording]) => wording.test(bare))?.[0] ?? variantOf(bare);
  return kind ?? (PREFIX.test(folded) ? 'note' : undefined);
}

/**
 * Kind of a text that as a whole is a label sentence, for places where any other text may stand as well, and who made
 * the label: a suspicion is the platform's. Called for most elements of a post, hence the look-up before the patterns.
 */
export function labelSentence(text: string): Pick<LabelItem, 'kind' | 'by'> | undefined {
  if (text.length > MAX_SENTENCE) return undefined;
  const folded = foldLabel(text);
  const row = rowOf(folded);
  const isNamed = NAMES_AUTHOR.test(folded);
  if (row) {
    if (row.kind === 'none' || (row.bare && !isNamed)) return undefined;
    const isSuspicion = row.kind === 'ai' && SUSPECTED.test(folded);
    return { kind: row.kind, by: isNamed && !isSuspicion ? 'author' : row.by };
  }
  const bare = folded.replace(PREFIX, '');
  const kind = variantOf(bare);
  return kind && { kind, by: SUSPECTED.test(bare) ? 'platform' : 'author' };
}

/** Wordings of the upload form that say "nothing to declare"; viewers never see them as a label. */
export function declaresNothing(text: string): boolean {
  return rowOf(foldLabel(text))?.kind === 'none';
}

/**
 * A declaration that the author wrote as a hashtag counts as the author's disclosure: #AI绘画 is kind `ai`.
 * A tag that merely contains the letters "ai" does not.
 */
export function labelsFromHashtags(hashtags: readonly string[]): LabelItem[] {
  return hashtags.flatMap((tag): LabelItem[] => {
    const kind = declaredByTag(foldLabel(tag));
    return kind ? [{ kind, text: `#${tag}`, by: 'author', from: 'text' }] : [];
  });
}

function declaredByTag(folded: string): LabelKind | undefined {
  // #AI绘画教程 is about a craft; it does not say how this post was made.
  if (/(教程|教学|工具|软件|课程|培训|学习|变现|副业|技巧|提示词|资讯|产业|行业|大赛|比赛)$/.test(folded))
    return undefined;
  if (/^(ai(生成|绘画|绘图|作画|视频|创作|短片|合成|画图|生图)|aigc|人工智能生成)/.test(folded)) return 'ai';
  if (/^(虚构演绎|剧情演绎|虚构剧情)/.test(folded)) return 'fiction';
  return /^(广告|品牌合作|商业合作)$/.test(folded) ? 'ad' : undefined;
}
