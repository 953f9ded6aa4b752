import { type MessageKey, t } from '../../utils/i18n';
import type { ReportDigest } from '../../utils/model/queue';
import type { Change, Report } from '../../utils/model/report';

/** Names from packs and sites, which components do not know; in the reader's language. */
export interface QueueNames {
  category: (id: string) => string;
  site: (id: string) => string;
}

/** What a row shows beside the digest, once it was read. */
export type RowContent =
  | { type: 'read'; report: Report; changes: readonly Change[] }
  | { type: 'damaged'; problem: string };

const LABEL = {
  seen: 'filterLabelSeen',
  none: 'filterLabelNone',
  unknown: 'filterLabelUnknown',
} as const satisfies Record<ReportDigest['label'], MessageKey>;

export const labelStateWord = (state: ReportDigest['label']) => t(LABEL[state]);

/** Of a row's element, for `aria-activedescendant`. */
export const queueRowId = (id: string) => `queue-row-${id}`;
