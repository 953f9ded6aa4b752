import type { LabelItem } from '../../model/post';
import type { LabelPlace } from '../define-site';
import { classifyLabel, declaresNothing, foldLabel, labelSentence } from '../labels';

/**
 * Wordings of the upload form, as parts of a declaration that may name several (facts: sites.md sections 1.1, 2.9;
 * clippings of 2026-04). Folded: no spaces, half-width, lower case.
 */
const PARTS =
  /^((内容|素材)?(取材|来源)(于|自)?网络|谨慎识别|(内容)?(引用站内|取自站外|引用ai)|(内容)?(由|为|含|包含|使用)?ai(辅助|技术)?(生成|创作|合成)(的?内容)?|(内容)?(含|为)?虚构(演绎|创作|剧情|情节)?(内容)?|故事经历|(剧情)?演绎(情节)?|(个人|投资)观点|健康医疗分享|仅供(参考|娱乐)|(内容)?为?(自行|自主)拍摄|(内容)?为?转载(信息)?|(内容)?含营销(推广)?信息)$/;
const PREFIX = /^(作品|作者|创作)声明:/;

/** Whether a text as a whole is a declaration of the site's form; authors also write 作者声明：禁止转载. */
export function isDeclaration(text: string): boolean {
  const folded = text.length <= 80 ? foldLabel(text) : '';
  if (!PREFIX.test(folded)) return false;
  return (
    labelSentence(text) !== undefined ||
    folded
      .replace(PREFIX, '')
      .split(/[、,;|/]/)
      .every((part) => PARTS.test(part))
  );
}

/** Between the head and the body stands nothing that people write. */
const BETWEEN = '.article-meta ~ :not(article)';
/**
 * The declaration stands at the top of the body and looks like a paragraph; an image may precede it. Some bodies have
 * one more wrapper.
 */
const BODIES = ['article', 'article > div:only-child', '.article-box .article-content > div'];
const ENDS = BODIES.flatMap((body) => [`${body} > :nth-child(-n+3)`, `${body} > :nth-last-child(-n+2)`]).join(
  ',',
);

/** Where an article shows what its author declared. Its absence is never proven: no such place is always there. */
export const DECLARATIONS: readonly LabelPlace[] = [
  { element: BETWEEN, only: (text) => labelSentence(text)?.by === 'platform', by: 'platform' },
  {
    element: BETWEEN,
    only: (text) => isDeclaration(text) || labelSentence(text)?.by === 'author',
    by: 'author',
  },
  { element: ENDS, only: isDeclaration, by: 'author', from: 'text' },
];

/** The declarations in the first and last lines of a body that the data hold as text. */
export function declarationsIn(text: string): LabelItem[] {
  const lines = text.split('\n');
  const ends = new Set(lines.length > 5 ? [...lines.slice(0, 3), ...lines.slice(-2)] : lines);
  return [...ends]
    .filter((line) => isDeclaration(line) && !declaresNothing(line))
    .map((line) => ({ kind: classifyLabel(line), text: line, by: 'author', from: 'text' }));
}
