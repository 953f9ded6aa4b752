import type { Ref } from 'preact';
import { t } from '../utils/i18n';
import type { Account } from '../utils/model/account';
import type { Finding } from '../utils/model/finding';
import type { Picture } from '../utils/model/picture';
import type { Evidence, HistoryEntry, Report, ReportStatus, Visit } from '../utils/model/report';
import { AnswerList } from './AnswerList';
import type { DescribedFinding } from './CardFinding';
import type { CategoryOption } from './CategoryPicker';
import { AccountsSection } from './detail/AccountsSection';
import { AssigneeEditor } from './detail/AssigneeEditor';
import type { AccountField } from './detail/account-differences';
import { CapturedPost } from './detail/CapturedPost';
import { type Copies, CopiesPanel } from './detail/CopiesPanel';
import { DetailHead } from './detail/DetailHead';
import { CategorySection, FindingSection, PictureSection } from './detail/evidence-sections';
import { HandoverList } from './detail/HandoverList';
import { Section } from './detail/Section';
import { TagEditor } from './detail/TagEditor';
import { TechnicalFacts } from './detail/TechnicalFacts';
import type { Guidance } from './GuidanceView';
import { HistoryList } from './HistoryList';
import { LabelReadingView } from './LabelReadingView';
import { MediaChecks } from './media/MediaChecks';
import { NoteEditor } from './NoteEditor';
import { VisitList } from './VisitList';

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

/** What a person can do with a report. Those that give a promise resolve to true once it is stored. */
export interface DetailActions {
  onStatus: (status: ReportStatus) => void;
  onNote: (note: string) => Promise<boolean>;
  /** What is typed and not stored; `undefined` once nothing is. */
  onUnsavedNote: (text: string | undefined) => void;
  onCategories: (categories: string[]) => void;
  onTags: (change: { add: string[]; remove: string[] }) => Promise<boolean>;
  /** Nobody's when empty. */
  onAssign: (name: string) => Promise<boolean>;
  onReviewerName: (name: string) => Promise<boolean>;
  /** Puts another picture in the place of a stored one; null takes it away. */
  onPicture: (evidence: Evidence, picture: Picture | null) => Promise<void>;
  /** Makes what another reviewer says what stands here. */
  onTake: (field: AccountField, account: Account) => void;
  onUndo: (seq: number) => void;
  onRevert: (seq: number) => void;
  /** Decides the report and all its copies. */
  onDecideAll: (status: ReportStatus) => void;
  onOpen: (reportId: string) => void;
  /** Shows all that is known of a category. */
  onMore: (category: string) => void;
  /** Leads to where texts for the forms of offices and sites are prepared. */
  onHandOver: () => void;
  onDelete: () => void;
}

export interface ReportDetailProps {
  report: Report;
  history: readonly HistoryEntry[];
  visits: readonly Visit[];
  evidence: readonly Evidence[];
  copies: Copies;
  /** SHA-256 of the stored report; absent where nothing vouches for it. */
  seal?: string;
  names: Names;
  /** The name of whoever works here; empty as long as none was given. */
  reviewer: string;
  knownTags: readonly string[];
  knownReviewers: readonly string[];
  /** What was typed earlier in this page and could not be stored. */
  unsavedNote?: string | undefined;
  headingRef?: Ref<HTMLHeadingElement>;
  on: DetailActions;
}

/** All that is known of one report: the post first, then why it was marked, then what people made of it. */
export function ReportDetail(props: ReportDetailProps) {
  const { report, names, headingRef, on } = props;
  return (
    <article class="detail">
      <DetailHead
        report={report}
        siteName={names.site}
        headingRef={headingRef}
        onStatus={on.onStatus}
        onHandOver={on.onHandOver}
        onDelete={on.onDelete}
      />
      <Evidences {...props} />
      <Work {...props} />
      <AccountsSection report={report} categoryName={names.category} onTake={on.onTake} />
      <Record {...props} />
    </article>
  );
}

function Evidences({ report, evidence, names, on }: ReportDetailProps) {
  const { post, answers = [], mediaChecks = [] } = report;
  return (
    <>
      <Section title={t('detailPost')}>
        <CapturedPost {...report} />
      </Section>
      <FindingSection report={report} names={names} onMore={on.onMore} />
      <Section title={t('cardLabels')}>
        <LabelReadingView labels={post.labels} places={post.labelPlaces} />
      </Section>
      {mediaChecks.length > 0 && (
        <Section title={t('mediaTitle')}>
          <MediaChecks checks={mediaChecks} post={post} />
        </Section>
      )}
      <PictureSection evidence={evidence} onPicture={on.onPicture} />
      {answers.length > 0 && (
        <Section title={t('keptAnswers')}>
          <AnswerList answers={answers} categoryName={names.category} />
        </Section>
      )}
    </>
  );
}

function Work({ report, names, reviewer, knownTags, knownReviewers, unsavedNote, on }: ReportDetailProps) {
  return (
    <>
      <CategorySection report={report} names={names} onCategories={on.onCategories} />
      <Section title={t('detailWork')}>
        <div class="detail-work">
          <NoteEditor
            note={report.note}
            unsaved={unsavedNote}
            onUnsaved={on.onUnsavedNote}
            onSave={on.onNote}
          />
          <TagEditor tags={report.tags ?? []} known={knownTags} onTags={on.onTags} />
          <AssigneeEditor
            assignee={report.assignee}
            reviewer={reviewer}
            known={knownReviewers}
            onAssign={on.onAssign}
            onReviewerName={on.onReviewerName}
          />
        </div>
      </Section>
    </>
  );
}

function Record({ report, history, visits, copies, seal, names, on }: ReportDetailProps) {
  return (
    <>
      {copies.count > 0 && (
        <Section title={t('copyTitle')}>
          <CopiesPanel
            copies={copies}
            siteName={names.site}
            onOpen={on.onOpen}
            onDecideAll={on.onDecideAll}
          />
        </Section>
      )}
      {report.handovers && (
        <Section title={t('handoverList')}>
          <HandoverList handovers={report.handovers} />
        </Section>
      )}
      {visits.length > 0 && (
        <Section title={t('detailVisits')}>
          <VisitList visits={visits} />
        </Section>
      )}
      <Section title={t('detailHistory')}>
        <HistoryList
          report={report}
          history={history}
          categoryName={names.category}
          onUndo={on.onUndo}
          onRevert={on.onRevert}
        />
      </Section>
      <Section title={t('detailTechnical')}>
        <TechnicalFacts report={report} seal={seal} />
      </Section>
    </>
  );
}
