import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../utils/i18n';
import type { ReportDraft } from '../utils/model/report';
import { CardCategories, categoryNames } from './CardCategories';
import { CardFinding, type DescribedFinding } from './CardFinding';
import { CardNote } from './CardNote';
import type { CategoryOption } from './CategoryPicker';
import { type Earlier, EarlierReport } from './EarlierReport';
import { FilingBar } from './FilingBar';
import type { Guidance } from './GuidanceView';
import { HelpNotice } from './HelpNotice';
import { KeptEntries } from './KeptEntries';
import { keptEntries } from './kept-entries';
import { LabelReadingView } from './LabelReadingView';
import { type CardMedia, MediaSection } from './media/MediaSection';
import { useHeldChecks } from './media/use-held-checks';
import { PicturePane } from './PicturePane';
import { type CardWork, useCard } from './use-card';
import { useCardKeys } from './use-card-keys';
import { type FilingActions, type FilingState, wordsOf } from './use-filing';

export interface CardProps {
  draft: ReportDraft;
  findings: readonly DescribedFinding[];
  choices: readonly CategoryOption[];
  /** The report of this post that there was when the card was opened. */
  earlier?: Earlier | undefined;
  /** What the files of the post say; absent where nobody can look into them. */
  media?: CardMedia | undefined;
  initial?: FilingState;
  actions: FilingActions;
  /** Why a part of the card is missing. */
  problem?: string | undefined;
  /** What a category asks of a person who chose it; null when there is nothing to ask. */
  lookUp: (category: string) => Promise<Guidance | null>;
  /** Shows all that is known of a category. */
  onMore: (category: string) => Promise<void>;
  onClose: () => void;
}

const HELP_ID = 'qj-help';
const OPEN: FilingState = { step: 'open' };

/** What was found in one post and what can be done about it. */
export function Card(props: CardProps) {
  const { findings, choices, earlier, media, initial = OPEN, actions, problem = '', onClose } = props;
  const { draft, hold } = useHeldChecks(props.draft, media?.view.checks, initial.step);
  const card = useCard(draft, initial, actions);
  hold(card.state.step);
  const close = () => {
    void card.saveNote();
    onClose();
  };
  const keys = useCardKeys(card, {
    canDismiss: findings.length > 0,
    nameOf: categoryNames(findings, choices),
    onClose: close,
  });
  const frame = useFocusOfStep(card.state.step);
  const help = findings.some((finding) => finding.help);
  const title = findings.length > 0 ? t('cardTitle') : t('cardTitlePlain');
  const open = (reportId: string) => void card.tell(actions.openReport(reportId), '');

  return (
    <div
      class="card"
      role="dialog"
      tabIndex={-1}
      aria-label={title}
      {...(help && { 'aria-describedby': HELP_ID })}
      ref={frame}
      onKeyDown={keys.onKeyDown}
    >
      <header class="card-head">
        <h2>{title}</h2>
        <button
          type="button"
          class="quiet"
          onClick={close}
          aria-label={t('actionClose')}
          aria-keyshortcuts="Escape"
        >
          ×
        </button>
      </header>
      {help && <HelpNotice id={HELP_ID} />}
      <FilingBar
        state={card.state}
        reported={earlier !== undefined}
        canDismiss={findings.length > 0}
        onReport={() => void card.report()}
        onUndo={() => void card.undo()}
        onDismiss={() => void card.dismiss()}
        onCopy={() => void card.copy()}
        onOpen={open}
        onClose={close}
      />
      <div class="card-body">
        {earlier && card.state.step !== 'saved' && (
          <EarlierReport earlier={earlier} labels={draft.post.labels} onOpen={open} />
        )}
        {card.filed?.picture && (
          <PicturePane
            picture={card.filed.picture}
            kept={card.filed.screenshot}
            onKeep={card.keepPicture}
            onRemove={() => card.keepPicture(null)}
          />
        )}
        <Findings {...props} draft={draft} card={card} />
        <section>
          <h3>{t('cardLabels')}</h3>
          <LabelReadingView labels={draft.post.labels} places={draft.post.labelPlaces} />
        </section>
        {media && (
          <MediaSection {...media} post={draft.post} kept={card.filed && (draft.mediaChecks ?? [])} />
        )}
        <Categories {...props} card={card} />
        <CardNote
          note={card.edits.note}
          fieldRef={keys.note}
          save={card.filed && { isSaved: card.isNoteSaved, onSave: () => void card.saveNote() }}
          onNote={card.setNote}
        />
        <Kept {...props} draft={draft} card={card} summaryRef={keys.kept} />
        <p class="reminder">{t('cardReminder')}</p>
      </div>
      <p class="notice" role="status" aria-live="polite">
        {card.notice || problem}
      </p>
    </div>
  );
}

interface PartProps extends CardProps {
  card: CardWork;
}

function Findings({ draft, findings, onMore, card }: PartProps) {
  return findings.map((finding, i) => (
    <CardFinding
      key={finding.rule}
      finding={finding}
      checks={draft.mediaChecks}
      again={findings.slice(0, i).some(({ category }) => category === finding.category)}
      review={{
        post: draft.post,
        sheet: { answers: card.edits.answers, onAnswers: (answers) => void card.setAnswers(answers) },
        onMute: card.muteRule,
        onUnmute: card.unmuteRule,
      }}
      onMore={(category) => void card.tell(onMore(category), '')}
    />
  ));
}

function Categories({ findings, choices, lookUp, card }: PartProps) {
  return (
    <CardCategories
      listed={card.listed}
      chosen={card.edits.categories}
      explained={findings.map(({ category }) => category)}
      options={choices}
      nameOf={categoryNames(findings, choices)}
      sheet={{ answers: card.edits.answers, onAnswers: (answers) => void card.setAnswers(answers) }}
      lookUp={lookUp}
      onChange={(categories) => void card.setCategories(categories)}
      onProblem={(error) => card.say(wordsOf(error))}
    />
  );
}

function Kept({
  draft,
  findings,
  earlier,
  card,
  summaryRef,
}: PartProps & { summaryRef: { current: HTMLElement | null } }) {
  const { edits, filed } = card;
  const entries = keptEntries({ ...draft, ...edits }, earlier?.report.withheld ?? [], findings, filed);
  return (
    <KeptEntries
      entries={entries}
      filed={filed !== undefined}
      summaryRef={summaryRef}
      onChange={({ part, name }, kept) => void card.keep(part, kept, name)}
    />
  );
}

/**
 * The button that was pressed is gone after a step; its successor takes the focus, and the card itself while there is
 * none. At once: a key that is pressed or let go meanwhile would reach the page.
 */
function useFocusOfStep(step: FilingState['step']) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const card = frame.current;
    if (!card || isElsewhere(card)) return;
    (card.querySelector<HTMLElement>('[data-autofocus]') ?? card).focus();
  }, [step]);
  return frame;
}

/** The reader has gone on to another part of the card, which an answer that comes late must not take them from. */
function isElsewhere(card: HTMLElement): boolean {
  const { activeElement } = card.getRootNode() as Document | ShadowRoot;
  return activeElement !== card && card.contains(activeElement) && !activeElement?.closest('.filing');
}
