import type { Ref } from 'preact';
import { formatTime, t } from '../utils/i18n';
import type { Finding } from '../utils/model/finding';
import type { Evidence, HistoryEntry, Report, ReportStatus } from '../utils/model/report';
import { type CategoryOption, CategoryPicker } from './CategoryPicker';
import type { DescribedFinding } from './CardFinding';
import { FindingView } from './FindingView';
import { HistoryList } from './HistoryList';
import { NoteEditor } from './NoteEditor';
import { PostView } from './PostView';
import { headline } from './ReportRow';
import { Screenshot } from './Screenshot';
import { StatusButtons } from './StatusButtons';
import { filedByWord, kindWord } from './words';

/** Names from packs and sites, which components do not know. */
export interface Names {
  /** In the reader's language unless one is asked for: exports are in Chinese. */
  category: (id: string, language?: 'zh_CN') => string;
  site: (id: string, language?: 'zh_CN') => string;
  /** `undefined` when the finding's rule is gone. */
  finding: (finding: Finding) => DescribedFinding | undefined;
  categories: readonly CategoryOption[];
}

export interface ReportDetailProps {
  report: Report;
  history: readonly HistoryEntry[];
  evidence: readonly Evidence[];
  names: Names;
  headingRef?: Ref<HTMLHeadingElement>;
  onStatus: (status: ReportStatus) => void;
  onNote: (note: string) => Promise<boolean>;
  onCategories: (categories: string[]) => void;
  onDelete: () => void;
}

export function ReportDetail(props: ReportDetailProps) {
  const { report, history, evidence, names, headingRef, onStatus, onNote, onCategories, onDelete } = props;
  const { post, findings, categories } = report;
  return (
    <article class="detail">
      <header class="detail-head">
        <p class="muted">
          {names.site(post.site)} · {kindWord(post.kind)} · {t('detailFiled', formatTime(report.createdAt), filedByWord(report.filedBy))}
        </p>
        <h2 tabIndex={-1} {...(headingRef && { ref: headingRef })}>
          {headline(report)}
        </h2>
        <p class="detail-link">
          <a href={post.url} target="_blank" rel="noopener noreferrer">
            {t('detailOpenPost')}
          </a>
          <span class="muted url">{post.url}</span>
        </p>
        <div class="detail-actions">
          <StatusButtons status={report.status} onChange={onStatus} />
          <button type="button" class="button danger" onClick={onDelete}>
            {t('actionDelete')}
          </button>
        </div>
      </header>

      <section>
        <h3>{t('cardCategories')}</h3>
        {categories.length > 0 ? (
          <ul class="words">
            {categories.map((id) => (
              <li key={id}>{names.category(id)}</li>
            ))}
          </ul>
        ) : (
          <p class="muted">{t('categoryNone')}</p>
        )}
        <CategoryPicker options={names.categories} chosen={categories} onChange={onCategories} />
      </section>

      <section>
        <NoteEditor note={report.note} onSave={onNote} />
      </section>

      <section>
        <h3>{t('detailFindings')}</h3>
        {findings.length === 0 && <p class="muted">{t('detailNoFindings')}</p>}
        {findings.map((finding) => (
          <FindingView key={finding.rule} finding={finding} described={names.finding(finding)} />
        ))}
      </section>

      <section>
        <h3>{t('detailPost')}</h3>
        <PostView post={post} findings={findings} />
      </section>

      <section>
        <h3>{t('detailScreenshots')}</h3>
        {evidence.length === 0 && <p class="muted">{t('detailNoScreenshots')}</p>}
        {evidence.map(({ id, blob, at }) => (
          <Screenshot key={id} blob={blob} at={at} />
        ))}
      </section>

      <section>
        <h3>{t('detailHistory')}</h3>
        <HistoryList history={history} categoryName={names.category} />
        <p class="muted small">{t('detailVersion', report.version, report.id)}</p>
      </section>
    </article>
  );
}
