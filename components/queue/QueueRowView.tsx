import { Component, type ComponentChildren, type JSX } from 'preact';
import { formatNumber, formatTime, t } from '../../utils/i18n';
import { hasChanged } from '../../utils/model/changes';
import { postEvidenceOf } from '../../utils/model/media-check';
import type { ReportDigest } from '../../utils/model/queue';
import { ConfidenceMark } from '../ConfidenceMark';
import { headline } from '../headline';
import { EvidenceSign } from '../media/EvidenceSign';
import { changeWord, statusWord } from '../words';
import { labelStateWord, type QueueNames, queueRowId, type RowContent } from './queue-words';

export interface QueueRowViewProps {
  /** From 0. */
  index: number;
  /** In CSS pixels from the first row. */
  start: number;
  id: string;
  /** How many reports of the same thing there are, itself counted. */
  copies: number;
  /** `undefined` for a row that cannot be read. */
  digest: ReportDigest | undefined;
  /** `undefined` until it was read. */
  content: RowContent | undefined;
  names: QueueNames;
  current: boolean;
  open: boolean;
  picked: boolean;
}

/** One report, or a group of copies, in one row of the grid. Rendered again only for what it shows. */
export class QueueRowView extends Component<QueueRowViewProps> {
  override shouldComponentUpdate(next: QueueRowViewProps): boolean {
    return (Object.keys(next) as (keyof QueueRowViewProps)[]).some((key) => next[key] !== this.props[key]);
  }

  override render(props: QueueRowViewProps) {
    const { digest, content } = props;
    return (
      <RowFrame {...props}>
        {content?.type === 'damaged' ? (
          <DamagedCells id={props.id} problem={content.problem} />
        ) : (
          digest && <ReportCells {...props} digest={digest} content={content} />
        )}
      </RowFrame>
    );
  }
}

function RowFrame({
  index,
  start,
  id,
  picked,
  current,
  open,
  children,
}: QueueRowViewProps & { children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y: a grid whose rows are placed one by one has roles, and the focus itself
    <div
      role="row"
      id={queueRowId(id)}
      data-index={index}
      // The head is the first row.
      aria-rowindex={index + 2}
      aria-selected={picked}
      aria-current={open ? 'true' : undefined}
      class={current ? 'queue-row queue-current' : 'queue-row'}
      style={{ transform: `translateY(${start}px)` }}
    >
      {children}
    </div>
  );
}

type ReportCellsProps = QueueRowViewProps & {
  digest: ReportDigest;
  content: Extract<RowContent, { type: 'read' }> | undefined;
};

function ReportCells({ digest, content, names, copies }: ReportCellsProps) {
  const { status, confidence, categories, label, assignee, tags } = digest;
  const title = content && headline(content.report);
  return (
    <>
      <Cell name="box">
        <span class="queue-box" />
      </Cell>
      <Cell name="status">
        <span class={`queue-status status-${status}`}>{statusWord(status)}</span>
      </Cell>
      <Cell name="confidence">
        {confidence === 'none' ? (
          <>
            <span class="muted" aria-hidden="true">
              –
            </span>
            <span class="visually-hidden">{t('filterNoFinding')}</span>
          </>
        ) : (
          <ConfidenceMark confidence={confidence} />
        )}
      </Cell>
      <Cell name="report">
        <div class="queue-title">
          {title ?? <span class="queue-skeleton" role="img" aria-label={t('reportsLoading')} />}
        </div>
        <Meta digest={digest} content={content} names={names} />
      </Cell>
      <Cell name="categories">
        {categories.map((id) => names.category(id)).join(t('listSeparator')) || (
          <span class="muted">{t('categoryNone')}</span>
        )}
      </Cell>
      <Cell name="label">{labelStateWord(label)}</Cell>
      <Cell name="people">
        {assignee && <div class="queue-assignee">{assignee}</div>}
        {tags.length > 0 && <div class="muted">{tags.map((tag) => `#${tag}`).join(' ')}</div>}
      </Cell>
      <Cell name="copies">
        {copies > 1 && (
          <span class="queue-copies">
            <span aria-hidden="true">×{formatNumber(copies)}</span>
            <span class="visually-hidden">{t('queueCopies', formatNumber(copies))}</span>
          </span>
        )}
      </Cell>
    </>
  );
}

function Meta({ digest, content, names }: Pick<ReportCellsProps, 'digest' | 'content' | 'names'>) {
  const changes = content?.changes ?? [];
  const evidence = postEvidenceOf(content?.report.mediaChecks ?? []);
  return (
    <div class="queue-meta">
      {hasChanged(changes) && (
        <span class="queue-changed">
          {t('queueChanged', changes.map(changeWord).join(t('listSeparator')))}
        </span>
      )}
      {evidence && (
        <>
          <EvidenceSign evidence={evidence} />{' '}
        </>
      )}
      {[names.site(digest.site), content?.report.post.author.name, formatTime(digest.createdAt)]
        .filter(Boolean)
        .join(' · ')}
    </div>
  );
}

/** A row that cannot be read stands where it is, and can be taken out of the database and kept as a file. */
function DamagedCells({ id, problem }: { id: string; problem: string }) {
  return (
    <>
      <Cell name="box" />
      <Cell name="status">
        <span class="queue-status status-damaged">{t('queueDamaged')}</span>
      </Cell>
      <Cell name="damage">
        <div class="queue-title">{t('queueDamagedRow', id)}</div>
        <div class="queue-meta">{problem}</div>
      </Cell>
      <Cell name="damage-actions">
        <button type="button" class="button" tabIndex={-1} data-damaged="export">
          {t('queueDamagedExport')}
        </button>
        <button type="button" class="button danger" tabIndex={-1} data-damaged="remove">
          {t('queueDamagedRemove')}
        </button>
      </Cell>
    </>
  );
}

function Cell({ name, children }: { name: string; children?: ComponentChildren }): JSX.Element {
  return (
    // biome-ignore lint/a11y: a grid whose rows are placed one by one has roles, and the focus itself
    <div role="gridcell" class={`queue-cell queue-cell-${name}`}>
      {children}
    </div>
  );
}
