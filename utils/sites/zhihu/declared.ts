import type { LabelItem, PostKind } from '../../model/post';
import type { LabelFields } from '../define-site';
import { namesIn } from '../first-field';
import { classifyLabel, declaresNothing, foldLabel, knownLabel } from '../labels';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { type Field, fieldsOf, stateName } from './fields';

/** The site's wording for a declaration that the data holds as a mere flag. */
const AI_WORDING = '包含 AI 辅助创作';
const FIELDS = [
  'endorsements',
  'content_mark',
  'decorative_labels',
  'is_contain_ai_content',
  'creation_disclaimer',
].flatMap((name) => [...new Set([name, stateName(name)])]);
/** Endorsements that name a column, a topic, a round table or a contest; their titles may well contain "AI". */
const PLACEMENT = /^(来自|收录|入选|谢邀)|专栏|话题|圆桌|征文|大赛|收录于/;

/** Whether words of a place that also holds other text are one of the site's declarations. */
export function isDeclaration(text: string): boolean {
  if (/^(创作|作者)声明/.test(text)) return true;
  return text.length <= 40 && !PLACEMENT.test(text) && knownLabel(text) !== undefined;
}

/**
 * What an author declared of one post, from its own data: `endorsements` (a declaration is a `DisclaimerLabel` among
 * others), `content_mark`, and on pins `is_contain_ai_content` and `creation_disclaimer`. `undefined` when the data
 * do not tell: a post without these fields, or a code that is not known here.
 */
export function declaredLabels(kind: PostKind, raw: Record<string, unknown>): LabelFields | undefined {
  const field = fieldsOf(raw);
  const texts = [
    ...arrayOf(field('endorsements')).flatMap(endorsementTexts),
    ...strings(field('content_mark')).filter(isDeclaration),
    ...strings(field('decorative_labels')).filter(isDeclaration),
    ...(field('is_contain_ai_content') === true ? [AI_WORDING] : []),
  ];
  const disclaimer = readDisclaimer(textOf(field('creation_disclaimer')));
  if (disclaimer) texts.push(disclaimer);
  const items = new Map<string, LabelItem>();
  for (const text of texts) {
    if (!declaresNothing(text)) {
      items.set(foldLabel(text), {
        kind: classifyLabel(text),
        text,
        by: 'author',
        from: 'state',
      });
    }
  }
  const isEmpty = disclaimer !== undefined && wasRead(kind, field);
  if (items.size === 0 && !isEmpty) return undefined;
  // A whole post leaves its endorsements out when there are none.
  return { field: namesIn(raw, FIELDS) || 'endorsements', items: [...items.values()] };
}

/** Articles and answers carry their endorsements whenever there are any; other kinds only if a field says so. */
function wasRead(kind: PostKind, field: Field): boolean {
  if (kind === 'answer' || kind === 'article') return typeof field('content') === 'string';
  if (kind === 'pin') {
    return field('is_contain_ai_content') === false || field('creation_disclaimer') !== undefined;
  }
  return kind === 'video' && (Array.isArray(field('endorsements')) || isRecord(field('content_mark')));
}

function endorsementTexts(endorsement: unknown): string[] {
  const { elements, za } = recordOf(endorsement);
  const { block_text, blockText } = recordOf(za);
  const isDisclaimer = /disclaimer/i.test(textOf(block_text) ?? textOf(blockText) ?? '');
  return arrayOf(elements)
    .map((element) => textOf(recordOf(element).content))
    .filter((text) => text !== undefined)
    .filter((text) => isDisclaimer || isDeclaration(text));
}

/** Empty text for "nothing declared", words for a declaration, `undefined` for a code that is not known. */
function readDisclaimer(value: string | undefined): string | undefined {
  if (!value || /^(none|no|0|close|无声明)$/i.test(value)) return '';
  if (/\p{Script=Han}/u.test(value)) return value;
  return /(^|[_-])ai(gc)?([_-]|$)/i.test(value) ? AI_WORDING : undefined;
}

/** All strings of a value whose shape is not known. */
function strings(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() ? [value.trim()] : [];
  if (depth > 3) return [];
  const parts = isRecord(value) ? Object.values(value) : arrayOf(value);
  return parts.slice(0, 20).flatMap((part) => strings(part, depth + 1));
}
