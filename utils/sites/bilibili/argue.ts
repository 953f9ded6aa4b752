import type { LabelItem } from '../../model/post';
import type { LabelFields } from '../define-site';
import { classifyLabel, declaresNothing } from '../labels';
import { isRecord, recordOf, textOf } from '../unknown';
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
export function argueLabels(item: Item): LabelFields | undefined {
  const holders = ['argue_info', 'stat'].filter((name) => typeof recordOf(item[name]).argue_msg === 'string');
  if (holders.length === 0) return undefined;
  return {
    field: holders.map((name) => `${name}.argue_msg`).join(' · '),
    items: labelsOf(holders.map((name) => textOf(recordOf(item[name]).argue_msg))),
  };
}

/** A dynamic's notice; modules that are not there say nothing. */
export function disputeLabels(modules: Item): LabelFields | undefined {
  const { module_dispute: dispute } = modules;
  if (!isRecord(dispute)) return undefined;
  const items = labelsOf([textOf(dispute.title) ?? textOf(dispute.desc)]);
  return items.length > 0 ? { field: 'module_dispute', items } : undefined;
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
