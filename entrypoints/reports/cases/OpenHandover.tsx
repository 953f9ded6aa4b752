import { HelpNotice } from '@/components/HelpNotice';
import { AttachmentList } from '@/components/handover/AttachmentList';
import { ChannelChoice, ChannelFacts } from '@/components/handover/ChannelChoice';
import { CopyChoice } from '@/components/handover/CopyChoice';
import { HandedIn } from '@/components/handover/HandedIn';
import { HandoverField } from '@/components/handover/HandoverField';
import { LimitChoice } from '@/components/handover/LimitChoice';
import { toLocalField } from '@/components/handover/local-time';
import { RouteFacts } from '@/components/handover/RouteFacts';
import { headline } from '@/components/headline';
import { Notice } from '@/components/Notice';
import { PrecheckView } from '@/components/precheck/PrecheckView';
import type { Names } from '@/components/ReportDetail';
import { handoverWords, routeAdvice } from '@/utils/exchange/handover-words';
import { saveFile } from '@/utils/export/download';
import { formsFor } from '@/utils/handover';
import type { FormField, HandoverForm } from '@/utils/handover/define-form';
import { maskedReport } from '@/utils/handover/masked-report';
import { prefill } from '@/utils/handover/prefill';
import { suggestForm } from '@/utils/handover/suggest';
import { localized, t } from '@/utils/i18n';
import type { Evidence, Report } from '@/utils/model/report';
import type { DraftInWork } from './drafts';
import type { DraftedProps } from './HandoverPane';
import { pictureFile } from './picture-file';
import { type Checks, type Going, useChecks } from './use-checks';
import { useNoting } from './use-noting';

export interface OpenHandoverProps extends DraftedProps {
  inWork: DraftInWork;
  /** Copies that go along. */
  chosen: ReadonlySet<string>;
  /** The report itself, then these copies. */
  going: readonly Going[];
}

/** The way of a hand-over: what goes along, what to look at, where to, the form's fields, and that it was done. */
export function OpenHandover(props: OpenHandoverProps) {
  const { lead, inWork, going, headingRef, onBack } = props;
  const { draft, change } = inWork;
  const checks = useChecks(going);
  const forms = formsFor(lead.report.post.site);
  const suggested = suggestForm(lead.report, forms, handoverWords.route);
  const form = forms.find(({ id }) => id === draft.channel) ?? suggested ?? forms[0]!;
  return (
    <section class="handover" aria-label={t('handoverTitle')}>
      <header class="handover-head">
        <button type="button" class="button quiet" onClick={onBack}>
          {t('handoverToCases')}
        </button>
        <h2 tabIndex={-1} ref={headingRef}>
          {t('handoverOf', headline(lead.report))}
        </h2>
        <p class="muted">{t('handoverPromise')}</p>
      </header>
      <Companions {...props} />
      <Look {...props} checks={checks} />
      <div class="handover-section">
        <ChannelChoice
          forms={forms}
          suggested={suggested?.id}
          chosen={form.id}
          onChoose={(channel) => change({ channel })}
        />
        <RouteFacts advice={routeAdvice(lead.report.categories)} />
        <ChannelFacts form={form} />
      </div>
      <Fields {...props} form={form} checks={checks} />
      <Done {...props} form={form} checks={checks} />
    </section>
  );
}

function Companions({ copies, more, chosen, names, inWork }: OpenHandoverProps) {
  if (copies.length === 0) return null;
  return (
    <div class="handover-section">
      <CopyChoice
        copies={copies.map(({ report }) => report)}
        more={more}
        chosen={chosen}
        siteName={names.site}
        onChoose={(next) => inWork.change({ copies: next })}
      />
    </div>
  );
}

/** Help comes first, then what the checks found. */
function Look({ lead, names, checks, onOpen }: OpenHandoverProps & { checks: Checks }) {
  const { categories } = lead.report;
  const guidance = categories.flatMap((id) => names.guidance(id) ?? []);
  const reminders = [...new Set(guidance.map(({ reminder }) => localized(reminder)))];
  return (
    <div class="handover-section">
      <h3>{t('handoverLook')}</h3>
      {guidance.some(({ help }) => help) && <HelpNotice />}
      {reminders.map((reminder) => (
        <p key={reminder}>{reminder}</p>
      ))}
      {checks.problem && <Notice tone="error">{t('handoverCheckFailed', checks.problem)}</Notice>}
      {checks.waiting && checks.shown.length === 0 && <p class="muted">{t('handoverNothingFound')}</p>}
      {checks.shown.map(({ report, concerns }) => (
        <div key={report.id}>
          {report.id !== lead.report.id && (
            <p class="small muted">{t('handoverFoundInCopy', headline(report))}</p>
          )}
          <PrecheckView
            report={report}
            concerns={concerns}
            passed={checks.passed}
            onPass={checks.onPass}
            masked={checks.masked}
            onMask={checks.onMask}
            onOpenPicture={() => onOpen(report.id)}
          />
        </div>
      ))}
    </div>
  );
}

interface FieldsProps extends OpenHandoverProps {
  form: HandoverForm;
  checks: Checks;
}

function Fields({ names, going, form, checks, inWork: { draft, change, type } }: FieldsProps) {
  const [lead, ...others] = going.map(({ report }) => maskedReport(report, checks.mask));
  const description = form.fields.find((field) => field.kind === 'text' && field.fill === 'description');
  const limits: readonly number[] = (description?.kind === 'text' && description.limits) || [];
  const limit = limits.includes(draft.descriptionLimit ?? 0) ? draft.descriptionLimit : limits[0];
  const filled = prefill(form, [lead as Report, ...others], {
    ...handoverWords,
    ...(limit !== undefined && { descriptionLimit: limit }),
  });
  const waits = checks.waiting === undefined || checks.waiting.length > 0;
  return (
    <div class="handover-section">
      <h3>{t('handoverFields')}</h3>
      <p class="muted small">{t('handoverFieldsHint')}</p>
      {waits && <p class="small">{t('handoverCopyWaits')}</p>}
      {limits.length > 1 && (
        <LimitChoice
          limits={limits}
          chosen={limit ?? 0}
          onChoose={(chosen) => change({ descriptionLimit: chosen })}
        />
      )}
      {filled.map((each) => {
        const key = `${form.id} ${each.field.id}`;
        const typed = draft.texts.get(key);
        return each.field.kind === 'attachments' ? (
          <Attachments key={key} field={each.field} going={going} waits={waits} names={names} />
        ) : (
          <HandoverField
            key={key}
            filled={each}
            typed={typed === undefined ? undefined : checks.mask(typed)}
            onType={(text) => type(key, text)}
            waits={waits}
          />
        );
      })}
    </div>
  );
}

interface AttachmentsProps {
  field: Extract<FormField, { kind: 'attachments' }>;
  going: readonly Going[];
  waits: boolean;
  names: Names;
}

function Attachments({ field, going, waits, names }: AttachmentsProps) {
  const categories = going.flatMap(({ report }) => report.categories);
  const pictures: Evidence[] = going.flatMap(({ evidence }) => evidence);
  return (
    <AttachmentList
      name={localized(field.label)}
      pictures={pictures}
      limit={field.limit}
      waits={waits}
      careful={categories.some((id) => names.guidance(id)?.help)}
      onSave={(picture, number) => saveFile(pictureFile(picture, number))}
    />
  );
}

function Done(props: FieldsProps) {
  const { going, form, checks, inWork } = props;
  const { draft, change } = inWork;
  const note = useNoting(props);
  return (
    <HandedIn
      draft={{ ...draft, at: draft.at ?? toLocalField(Date.now()) }}
      onDraft={change}
      count={going.length}
      channel={localized(form.name)}
      waiting={checks.waiting?.length ?? 1}
      now={Date.now}
      onDone={(at) => void note(form.id, at)}
    />
  );
}
