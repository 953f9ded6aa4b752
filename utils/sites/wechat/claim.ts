import type { LabelItem } from '../../model/post';
import type { LabelFields } from '../define-site';
import { namesIn } from '../first-field';
import { classifyLabel } from '../labels';
import { isoFromEpoch } from '../time';
import { isRecord, numberOf, recordOf, textOf } from '../unknown';
import { decodeEntities } from './decode';
import type { Literal } from './literal';
import type { PageScripts } from './scripts';

/** Wordings of the upload form by `claim_source_type`, for pages that give the number only. */
const CLAIMS: Record<number, string> = {
  1: '内容由AI生成',
  3: '内容剧情演绎，仅供娱乐',
  4: '个人观点，仅供参考',
  5: '健康医疗分享，仅供参考',
  6: '投资观点，仅供参考',
};

/** `undefined` unless this article's own claim fields were read; an empty list proves that nothing is claimed. */
export function labelsOf({ data, claim }: PageScripts): LabelFields | undefined {
  const aiFields = namesIn(data, ['aigc_type', 'aigc_wording']);
  const sources = [
    { field: 'claim_source', claims: claimOf(data.claim_source) },
    { field: 'window.claim_source', claims: claim },
    { field: aiFields, claims: aiFields ? data : undefined },
  ].filter(({ claims }) => claims !== undefined);
  if (sources.length === 0) return undefined;
  const items: LabelItem[] = [];
  for (const { claims } of sources) {
    for (const item of [claimItem(recordOf(claims)), aiItem(recordOf(claims))]) {
      if (item && !items.some((other) => other.kind === item.kind)) items.push(item);
    }
  }
  return { field: sources.map(({ field }) => field).join(' · '), items };
}

/** Pictures marked as AI-made show their label in the picture viewer, which is not read. */
export function hasMarkedPictures({ data }: PageScripts): boolean {
  return Array.isArray(data.aigc_pictures) && data.aigc_pictures.length > 0;
}

/** The field may also be JSON text (the page's own script allows for both). */
function claimOf(value: Literal): Record<string, unknown> | undefined {
  if (isRecord(value)) return value;
  if (typeof value !== 'string' || !value.startsWith('{')) return undefined;
  try {
    return recordOf(JSON.parse(value));
  } catch {
    // Page data; anything may stand in it.
    return undefined;
  }
}

/** Words the claim as the page's script does (facts: sites.md section 2.7). */
function claimItem(claim: Record<string, unknown>): LabelItem | undefined {
  const type = numberOf(claim.claim_source_type) || 0;
  const words = textOf(claim.claim_source) ?? CLAIMS[type];
  const text = type === 2 ? sourceWords(recordOf(claim.media_source_type_info), words) : words;
  if (!text) return undefined;
  const kind = type === 2 ? 'source' : classifyLabel(text);
  return {
    kind,
    text: decodeEntities(text),
    by: 'author',
    from: 'state',
  };
}

function sourceWords(info: Record<string, unknown>, words = '素材来源官方媒体/网络新闻'): string {
  const nickname = textOf(info.biz_nickname);
  const source = numberOf(info.media_source_from) === 1 && nickname ? `素材来源于${nickname}` : words;
  const position = recordOf(info.news_position_info);
  const province = textOf(position.province) ?? '';
  const place =
    (/^(香港|澳门|台湾)$/.test(province) ? `中国${province}` : province) + (textOf(position.city) ?? '');
  const iso = isoFromEpoch(textOf(info.news_time));
  // The page says the day in the reader's zone; Beijing's is the one the author meant.
  const day = iso && new Date(Date.parse(iso) + 8 * 3_600_000);
  const date = day ? `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日` : '';
  return date || place ? `${source}，文中事件发生于${date} ${place}`.trim() : source;
}

function aiItem(claim: Record<string, unknown>): LabelItem | undefined {
  const wording = textOf(claim.aigc_wording);
  if (!wording && !(numberOf(claim.aigc_type) > 0)) return undefined;
  const text = decodeEntities(wording ?? '内容由AI生成');
  return {
    kind: 'ai',
    text,
    by: /疑似|可能/.test(text) ? 'platform' : 'author',
    from: 'state',
  };
}
