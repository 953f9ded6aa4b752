import type { LabelItem } from '../../model/post';
import type { LabelFields } from '../define-site';
import { namesIn } from '../first-field';
import { knownLabel } from '../labels';
import { arrayOf, recordOf, textOf } from '../unknown';

/** The page's own English words for what the data hold as numbers. */
const BY_CREATOR = 'Creator labeled as AI-generated';
const BY_PLATFORM = 'Contains AI-generated media';
const PAID = 'Paid partnership';
const ADVERT = 'Sponsored';
const DANGER = /hurt|injur|danger|harm|unsafe|unverified|suicid/i;

const FIELDS = [
  'IsAigc',
  'isAigc',
  'is_aigc',
  'AIGCDescription',
  'aigcLabelType',
  'aigc_label_type',
  'aigc_info',
  'moderationAigcLabelType',
  'moderation_aigc_info',
  'warnInfo',
  'isAd',
  'is_ads',
  'adLabelVersion',
  'ad_label_version',
];

/**
 * Labels in an item's own fields (facts: sites.md sections 2.13 and 6): `IsAigc`, `aigcLabelType` (1 by the author, 2
 * by the platform), `moderationAigcLabelType`, `warnInfo`, `isAd`, `adLabelVersion` (2 for a paid partnership that is
 * no advert). Objects of lists leave most of them out, so that their absence says nothing. Only a flag of AI that is
 * there and off, with no other label beside it, proves that there is none; the other fields are left out when empty.
 */
export function labelsOfItem(item: Record<string, unknown>): LabelFields | undefined {
  const inner = recordOf(item.aigc_info);
  const moderated = recordOf(item.moderation_aigc_info);
  const type = numberOf(item.aigcLabelType ?? item.aigc_label_type ?? inner.aigc_label_type);
  const moderation = numberOf(item.moderationAigcLabelType ?? moderated.moderation_aigc_label_type);
  const flag = item.IsAigc ?? item.isAigc ?? item.is_aigc;
  const words = textOf(item.AIGCDescription);
  const version = numberOf(item.adLabelVersion ?? item.ad_label_version);

  const items = arrayOf(item.warnInfo).flatMap(warning);
  if (type === 1 || (flag === true && !type) || inner.created_by_ai === true) {
    items.push(label('ai', words ?? BY_CREATOR, 'author'));
  } else if (type) items.push(label('ai', words ?? BY_PLATFORM, 'platform'));
  else if (words) items.push(label('ai', words, 'platform'));
  if (moderation && type !== 2) items.push(label('ai', BY_PLATFORM, 'platform'));
  if (item.isAd === true || item.is_ads === true) items.push(label('ad', ADVERT, 'platform'));
  else if (version === 2) items.push(label('ad', PAID, 'author'));
  const wasRead = (flag === false || type === 0) && !version;
  return items.length > 0 || wasRead ? { field: namesIn(item, FIELDS), items } : undefined;
}

function label(kind: LabelItem['kind'], text: string, by: LabelItem['by']): LabelItem {
  return { kind, text, by, from: 'state' };
}

/** A notice of the platform under the video. */
function warning(notice: unknown): LabelItem[] {
  const { text, content, title } = recordOf(notice);
  const words = textOf(notice) ?? textOf(text) ?? textOf(content) ?? textOf(title);
  if (!words) return [];
  return [label(knownLabel(words) ?? (DANGER.test(words) ? 'risk' : 'note'), words, 'platform')];
}

function numberOf(value: unknown): number | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
