import type { LabelItem } from '../../model/post';
import { classifyLabel, declaresNothing } from '../labels';
import { isRecord, textOf } from '../unknown';
import type { Item } from './fields';

const DECLARED = /^(作者|作品|创作|UP主?)?\s*(声明|提示)|^(作者|UP主)/i;
const NOTICED = /^该(内容|视频|动态)|疑似|可能|请勿|谨慎|理性适度|危险行为|争议/;

/** Declarations name the author or are the unified wordings of 2026; notices of the platform speak of the content. */
export function isDeclared(text: string): boolean {
  return DECLARED.test(text) || !NOTICED.test(text);
}

export function isNotice(text: string): boolean {
  return !isDeclared(text);
}

/**
 * A video's own label field: `argue_info.argue_msg`, in older data `stat.argue_msg`. It is there with an empty text
 * when there is no label; without the field nothing is known (lists, related videos).
 */
export function argueLabels({ argue_info, stat }: Item): LabelItem[] | undefined {
  const own = [argue_info, stat].filter(isRecord).filter((part) => typeof part.argue_msg === 'string');
  if (own.length === 0) return undefined;
  return labelsOf(own.map((part) => textOf(part.argue_msg)));
}

/** A dynamic's notice; modules that are not there say nothing. */
export function disputeLabels(modules: Item): LabelItem[] | undefined {
  const { module_dispute: dispute } = modules;
  if (!isRecord(dispute)) return undefined;
  const labels = labelsOf([textOf(dispute.title) ?? textOf(dispute.desc)]);
  return labels.length > 0 ? labels : undefined;
}

function labelsOf(texts: readonly (string | undefined)[]): LabelItem[] {
  return [...new Set(texts)]
    .filter((text) => text !== undefined && !declaresNothing(text))
    .map((text = '') => ({
      kind: classifyLabel(text),
      text,
      by: isDeclared(text) ? 'author' : 'platform',
      from: 'state',
    }));
}
