import { formatTime, t } from '../utils/i18n';
import type { Report } from '../utils/model/report';
import { StatusTag } from './StatusButtons';

export interface ReportRowProps {
  report: Report;
  current: boolean;
  siteName: (id: string) => string;
  categoryName: (id: string) => string;
  onOpen: (id: string) => void;
}

export function ReportRow({ report, current, siteName, categoryName, onOpen }: ReportRowProps) {
  const { id, post, categories, createdAt, status } = report;
  return (
    <li>
      <button
        id={rowId(id)}
        type="button"
        class="report-row"
        aria-current={current ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
        <span class="report-row-title">{headline(report)}</span>
        <StatusTag status={status} />
        <span class="report-row-categories">
          {categories.map((id) => categoryName(id)).join(t('listSeparator')) || t('categoryNone')}
        </span>
        <span class="report-row-meta">
          {[siteName(post.site), post.author.name, formatTime(createdAt)].filter(Boolean).join(' · ')}
        </span>
      </button>
    </li>
  );
}

const HEADLINE_LENGTH = 80;

/** Of the row's element, so that the focus can return to it. */
export const rowId = (reportId: string) => `row-${reportId}`;

/** The title, or the beginning of the text of a post that has none. */
export function headline({ post }: Pick<Report, 'post'>): string {
  return (
    post.title ||
    [...post.text.trimStart().slice(0, 2 * HEADLINE_LENGTH)].slice(0, HEADLINE_LENGTH).join('') ||
    post.url
  );
}
