import type { MediaEvidence } from '../../../model/media-check';
import type { Statement } from '../carrier';
import { defineMechanism } from '../evidence';
import { inMedia, jsonText, parseObject, plainName } from '../statements';

/** Values of `product` that name a generator, not an editor. */
const GENERATORS = new Set(['dreamina', 'jimeng', 'doubao', 'xinghui']);
/** How deep its record lies inside others'. */
const MAX_DEPTH = 4;

/**
 * ByteDance's programs write what exported a file as JSON. A generator's name with the export of a generation, or the
 * label type 1 (by the author) or 2 (by the platform), is a statement; type 0 says nothing, as generations carry it
 * too, and a name alone is a hint.
 */
export const mechanism = defineMechanism({
  id: 'bytedance',
  judge: (carriers) =>
    inMedia(carriers).flatMap((statement) => {
      const record = recordOf(statement);
      const step = record && judgeRecord(record);
      return step ? [{ mechanism: 'bytedance', kind: 'ai', ...step, place: statement.place }] : [];
    }),
});

interface ExportRecord {
  product?: string;
  source?: string;
  exportType?: string;
  labelType?: number;
}

function judgeRecord(record: ExportRecord): Pick<MediaEvidence, 'strength' | 'producer'> | undefined {
  const product = (record.product ?? record.source ?? '').toLowerCase();
  const producer = GENERATORS.has(product) && { producer: product };
  if (record.labelType === 1 || record.labelType === 2) return { strength: 'B3', ...producer };
  if (!producer) return undefined;
  return { strength: record.exportType === 'generation' ? 'B3' : 'C3', ...producer };
}

function recordOf(statement: Statement): ExportRecord | undefined {
  const text = jsonText(statement);
  if (text === undefined || !/product|aigc_|source_info/.test(text)) return undefined;
  const value = parseObject(text);
  if (!value) return undefined;
  const record: ExportRecord = {};
  gather(value, record, 0, plainName(statement.key) === 'aigcinfo');
  return record;
}

/** Its fields lie at the top or in `data`, `aigc_info` and their like; the first of each counts. */
function gather(value: Record<string, unknown>, into: ExportRecord, depth: number, isAigc: boolean): void {
  const { product, exportType, source_info: source } = value;
  const type = value.aigc_label_type ?? (isAigc ? value.label_type : undefined) ?? awemeType(value);
  if (typeof product === 'string') into.product ??= product;
  if (typeof source === 'string') into.source ??= source;
  if (typeof exportType === 'string') into.exportType ??= exportType;
  if (typeof type === 'number' || (typeof type === 'string' && /^\d$/.test(type)))
    into.labelType ??= Number(type);
  if (depth >= MAX_DEPTH) return;
  for (const [key, inner] of Object.entries(value).slice(0, 50)) {
    const nested = typeof inner === 'string' && inner.startsWith('{') ? parseObject(inner) : inner;
    if (nested !== null && typeof nested === 'object' && !Array.isArray(nested))
      gather(nested as Record<string, unknown>, into, depth + 1, /aigc/i.test(key));
  }
}

/** Douyin's own word for it has two values only. */
function awemeType(value: Record<string, unknown>): number | undefined {
  return value.aigc_type === 1 || value.aigc_type === '1' ? 1 : undefined;
}
