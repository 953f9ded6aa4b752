import type { ComponentChildren, RefObject } from 'preact';
import { t } from '../../utils/i18n';
import type { ReportSort } from '../../utils/model/queue';

export interface QueueHeadProps {
  headRef: RefObject<HTMLDivElement | null>;
  sort: ReportSort;
  picked: 'none' | 'some' | 'all';
  onSort: (sort: ReportSort) => void;
}

type SortKey = ReportSort['by'];

/** Each column with the orders that it offers. */
const COLUMNS = [
  { name: 'status', sorts: [{ by: 'status', message: 'reportStatus' }] },
  { name: 'confidence', sorts: [{ by: 'confidence', message: 'filterConfidence' }] },
  {
    name: 'report',
    sorts: [
      { by: 'createdAt', message: 'filterSortCreatedAt' },
      { by: 'updatedAt', message: 'filterSortUpdatedAt' },
      { by: 'decidedAt', message: 'filterSortDecidedAt' },
      { by: 'site', message: 'filterSite' },
    ],
  },
  { name: 'categories', message: 'cardCategories' },
  { name: 'label', message: 'filterLabel' },
  { name: 'people', message: 'queueColumnPeople' },
  { name: 'copies', sorts: [{ by: 'copies', message: 'queueColumnCopies' }] },
] as const;

/** Names of the columns, with buttons to sort by them: one stop of the Tab key, left and right lead through it. */
export function QueueHead({ headRef, sort, picked, onSort }: QueueHeadProps) {
  return (
    // biome-ignore lint/a11y: a grid whose rows are placed one by one has roles, and the focus itself
    <div role="row" class="queue-row queue-head" ref={headRef} aria-rowindex={1} onKeyDown={moveFocus}>
      <Column name="box">
        {/* biome-ignore lint/a11y/useSemanticElements: the table sets it, and only after the press */}
        <button
          type="button"
          role="checkbox"
          class="queue-box queue-box-all"
          tabIndex={-1}
          aria-label={t('queueSelectAll')}
          aria-checked={{ none: false, some: 'mixed', all: true }[picked] as boolean | 'mixed'}
        />
      </Column>
      {COLUMNS.map((column) =>
        'sorts' in column ? (
          <Column key={column.name} name={column.name} sorted={sortedIn(column.sorts, sort)}>
            {column.sorts.map(({ by, message }) => (
              <button
                key={by}
                type="button"
                class={by === sort.by ? 'queue-sort queue-sorted' : 'queue-sort'}
                tabIndex={by === sort.by ? 0 : -1}
                onClick={() =>
                  onSort({ by, descending: by === sort.by ? !sort.descending : startsDescending(by) })
                }
              >
                {t(message)}
                {by === sort.by && <span aria-hidden="true">{sort.descending ? '↓' : '↑'}</span>}
              </button>
            ))}
          </Column>
        ) : (
          <Column key={column.name} name={column.name}>
            {t(column.message)}
          </Column>
        ),
      )}
    </div>
  );
}

function Column(props: {
  name: string;
  sorted?: 'ascending' | 'descending' | undefined;
  children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y: a grid whose rows are placed one by one has roles, and the focus itself
    <div role="columnheader" class={`queue-cell queue-cell-${props.name}`} aria-sort={props.sorted}>
      {props.children}
    </div>
  );
}

function sortedIn(sorts: readonly { by: SortKey }[], { by, descending }: ReportSort) {
  if (!sorts.some((each) => each.by === by)) return undefined;
  return descending ? 'descending' : 'ascending';
}

/** What a first press shows: the newest, the strongest and the most first; names and statuses in their order. */
function startsDescending(by: SortKey): boolean {
  return by !== 'status' && by !== 'site';
}

function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  const stops = [...event.currentTarget.querySelectorAll('button')].filter(
    (each) => each.getClientRects().length > 0,
  );
  const next = stops[stops.indexOf(document.activeElement as HTMLButtonElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
