import type { ComponentChildren, Ref } from 'preact';
import { formatTime, t } from '../utils/i18n';
import type { Finding } from '../utils/model/finding';
import type { Picture } from '../utils/model/picture';
import type { Evidence, HistoryEntry, Report, ReportStatus, Visit } from '../utils/model/report';
import { AnswerList } from './AnswerList';
import type { DescribedFinding } from './CardFinding';
import { type CategoryOption, CategoryPicker } from './CategoryPicker';
import { FindingView } from './FindingView';
import type { Guidance } from './GuidanceView';
import { HelpNotice } from './HelpNotice';
import { HistoryList } from './HistoryList';
import { NoteEditor } from './NoteEditor';
import { PostView } from './PostView';
import { headline } from './ReportRow';
import { Screenshot } from './Screenshot';
import { StatusButtons } from './StatusButtons';
import { VisitList } from './VisitList';
import { filedByWord, kindWord } from './words';

/** Names from packs and sites, which components do not know. */
export interface Names {
  /** In the reader's language unless one is asked for: exports are in Chinese. */
  category: (id: string, language?: 'zh_CN') => string;
  site: (id: string, language?: 'zh_CN') => string;
  /** `undefined` when the finding's rule is gone. */
  finding: (finding: Finding) => DescribedFinding | undefined;
  categories: readonly CategoryOption[];
  /** `undefined` for a category that no installed pack lets people report. */
  guidance: (category: string) => Guidance | undefined;
}

export interface ReportDetailProps {
  report: Report;
  history: readonly HistoryEntry[];
  visits: readonly Visit[];
  evidence: readonly Evidence[];
  names: Names;
  headingRef?: Ref<HTMLHeadingElement>;
  onStatus: (status: ReportStatus) => void;
  onNote: (note: string) => Promise<boolean>;
  onCategories: (categories: string[]) => void;
  /** Puts another picture in the place of a stored one; null takes it away. */
  onPicture: (evidence: Evidence, picture: Picture | null) => Promise<void>;
  /** Shows all that is known of a category. */
  onMore: (category: string) => void;
  onDelete: () => void;
}

/** All that is known of one report: the post first, then why it was marked, then what people made of it. */
export function ReportDetail(props: ReportDetailProps) {
  const { report, history, visits, evidence, names, onNote, onCategories, onPicture, onMore } = props;
  const { post, findings, categories, answers = [], withheld = [] } = report;
  const described = findings.flatMap((finding) => names.finding(finding) ?? []);
  return (
    <article class="detail">
      <DetailHead {...props} />
      <Section title={t('detailPost')}>
        <PostView post={post} findings={findings} withheld={withheld} />
        <ReadingSource {...report} />
      </Section>
      {visits.length > 0 && (
        <Section title={t('detailVisits')}>
          <VisitList visits={visits} />
        </Section>
      )}
      <Section title={t('detailFindings')}>
        {findings.length === 0 && <p class="muted">{t('detailNoFindings')}</p>}
        {described.some(({ help }) => help) && <HelpNotice />}
        {findings.map((finding, i) => (
          <FindingView
            key={finding.rule}
            finding={finding}
            category={names.category(finding.category)}
            described={names.finding(finding)}
            again={findings.slice(0, i).some(({ category }) => category === finding.category)}
            onMore={onMore}
          />
        ))}
      </Section>
      <Section title={t('cardCategories')}>
        {categories.length === 0 && <p class="muted">{t('categoryNone')}</p>}
        <CategoryPicker
          options={names.categories}
          chosen={categories}
          guidanceOf={(id) =>
            described.some(({ category }) => category === id) ? undefined : names.guidance(id)
          }
          onChange={onCategories}
        />
      </Section>
      {answers.length > 0 && (
        <Section title={t('keptAnswers')}>
          <AnswerList answers={answers} categoryName={names.category} />
        </Section>
      )}
      <NoteEditor note={report.note} onSave={onNote} />
      <Section title={t('detailScreenshots')}>
        {evidence.length === 0 && <p class="muted">{t('detailNoScreenshots')}</p>}
        {evidence.map((each) => (
          <Screenshot
            key={each.id}
            blob={each.blob}
            at={each.at}
            onChange={(picture) => onPicture(each, picture)}
          />
        ))}
      </Section>
      <Section title={t('detailHistory')}>
        <HistoryList history={history} categoryName={names.category} />
        <p class="muted small">{t('detailVersion', report.version, report.id)}</p>
      </Section>
    </article>
  );
}

function DetailHead({ report, names, headingRef, onStatus, onDelete }: ReportDetailProps) {
  const { post, createdAt, filedBy, status } = report;
  const filed = t('detailFiled', formatTime(createdAt), filedByWord(filedBy));
  return (
    <header class="detail-head">
      <p class="muted">{[names.site(post.site), kindWord(post.kind), filed].join(' · ')}</p>
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
        <StatusButtons status={status} onChange={onStatus} />
        <button type="button" class="button danger" onClick={onDelete}>
          {t('actionDelete')}
        </button>
      </div>
    </header>
  );
}

/** When and by what the post was read; older reports do not say. */
function ReadingSource({ readAt, adapter }: Report) {
  if (readAt === undefined || adapter === undefined) return null;
  return <p class="muted small">{t('detailRead', formatTime(readAt), adapter)}</p>;
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
