import { formatNumber, t } from '../../utils/i18n';
import type { CopyReason } from '../../utils/model/queue';
import { REPORT_STATUSES, type Report, type ReportStatus } from '../../utils/model/report';
import { headline } from '../headline';
import { StatusTag } from '../StatusButtons';
import { copyWord, statusWord } from '../words';

export interface Copy {
  report: Report;
  /** Why it is taken for a copy of the report that is shown; empty when both are only copies of a third. */
  reasons: readonly CopyReason[];
}

export interface Copies {
  /** The first of them. */
  shown: readonly Copy[];
  /** Number of all, without the report itself. */
  count: number;
}

export const NO_COPIES: Copies = { shown: [], count: 0 };

export interface CopiesPanelProps {
  copies: Copies;
  siteName: (id: string) => string;
  onOpen: (reportId: string) => void;
  /** Decides the report and all its copies at once. */
  onDecideAll: (status: ReportStatus) => void;
}

const DECISIONS = REPORT_STATUSES.filter((status) => status !== 'new');

/** Reports of the same content elsewhere: each can be opened, and all of them decided at once. */
export function CopiesPanel({ copies: { shown, count }, siteName, onOpen, onDecideAll }: CopiesPanelProps) {
  const more = count - shown.length;
  return (
    <>
      <fieldset class="row decide-all">
        <legend class="visually-hidden">{t('copyDecideAll', formatNumber(count + 1))}</legend>
        <span aria-hidden="true">{t('copyDecideAll', formatNumber(count + 1))}</span>
        {DECISIONS.map((status) => (
          <button key={status} type="button" class="button" onClick={() => onDecideAll(status)}>
            {statusWord(status)}
          </button>
        ))}
      </fieldset>
      <ul class="copies">
        {shown.map((copy) => (
          <CopyRow key={copy.report.id} copy={copy} siteName={siteName} onOpen={onOpen} />
        ))}
      </ul>
      {more > 0 && <p class="muted small">{t('copyMore', formatNumber(more))}</p>}
    </>
  );
}

function CopyRow({
  copy: { report, reasons },
  siteName,
  onOpen,
}: { copy: Copy } & Pick<CopiesPanelProps, 'siteName' | 'onOpen'>) {
  const { id, post, status } = report;
  const why = reasons.map(copyWord).join(t('listSeparator')) || t('copyThroughOther');
  return (
    <li>
      <button type="button" class="link" onClick={() => onOpen(id)}>
        {headline(report)}
      </button>
      <StatusTag status={status} />
      <p class="muted small">{[siteName(post.site), post.author.name, why].filter(Boolean).join(' · ')}</p>
    </li>
  );
}
