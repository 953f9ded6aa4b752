import type { LabelItem } from '../../model/post';
import type { LabelFields, LabelPlace } from '../define-site';
import { namesIn } from '../first-field';
import { classifyLabel, declaresNothing } from '../labels';
import { isRecord, recordOf, textOf } from '../unknown';

/** Without 作者声明 in front, these are the platform's: a suspicion, what metadata say, a warning. */
const BY_PLATFORM = /疑似|可能|甄别|作品含|危险|模仿|不适/;

function isByPlatform(text: string): boolean {
  return !/作者/.test(text) && BY_PLATFORM.test(text);
}

/** Stands below the description, and only when there is a label (facts: sites.md section 2.1). */
export const LABEL_PLACES: readonly LabelPlace[] = [
  { element: 'a.safetyBar', only: (text) => !isByPlatform(text), by: 'author' },
  { element: 'a.safetyBar', only: isByPlatform, by: 'platform' },
];

const FIELDS = ['risk_infos', 'riskInfos', 'item_warn_notification', 'itemWarnNotification'];

/**
 * The work's own label field: `risk_infos` with type 0 and no text proves that there is none. `undefined` when
 * the field is not there or says something that no text goes with. Other fields whose names sound alike
 * (`aigc_info`, `item_aigc_follow_shot`) hold nothing about the work.
 */
export function declaredLabels(work: Record<string, unknown>): LabelFields | undefined {
  const risk = work.risk_infos ?? work.riskInfos;
  const notice = recordOf(work.item_warn_notification ?? work.itemWarnNotification);
  const texts = [textOf(recordOf(risk).content), notice.show ? textOf(notice.content) : undefined];
  const items = texts
    .filter((text): text is string => text !== undefined && !declaresNothing(text))
    .map(
      (text): LabelItem => ({
        kind: classifyLabel(text),
        text,
        by: isByPlatform(text) ? 'platform' : 'author',
        from: 'state',
      }),
    );
  const isEmpty = isRecord(risk) && typeof risk.content === 'string' && !risk.type && !risk.warn;
  return items.length > 0 || isEmpty ? { field: namesIn(work, FIELDS), items } : undefined;
}
