import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import type { ReportDraft } from '../utils/model/report';
import { CardFinding, type DescribedFinding } from './CardFinding';
import { type CategoryOption, CategoryPicker } from './CategoryPicker';
import { FilingBar } from './FilingBar';
import type { Guidance } from './GuidanceView';
import { HelpNotice } from './HelpNotice';
import { LabelReadingView } from './LabelReadingView';
import { type FilingActions, type FilingState, useFiling, wordsOf } from './use-filing';

export interface CardProps {
  draft: ReportDraft;
  findings: readonly DescribedFinding[];
  choices: readonly CategoryOption[];
  reported: boolean;
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

/** What was found in one post and what can be done about it. */
export function Card({
  draft,
  findings,
  choices,
  reported,
  initial = { step: 'open' },
  actions,
  problem = '',
  lookUp,
  onMore,
  onClose,
}: CardProps) {
  const [note, setNote] = useState(draft.note);
  const [categories, setCategories] = useState(draft.categories);
  const [notice, setNotice] = useState('');
  const filing = useFiling(actions, initial, setNotice);
  const first = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone after a step; its successor takes the focus.
  useEffect(
    () => first.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(),
    [filing.state.step],
  );

  const complete: ReportDraft = { ...draft, note, categories };
  const filed = filing.state.step === 'saved' ? filing.state.filed : undefined;
  const help = findings.some((finding) => finding.help);
  const tell = (work: Promise<void>, done: string) =>
    work.then(
      () => setNotice(done),
      (error) => setNotice(wordsOf(error)),
    );
  const amend = (details: { note?: string; categories?: string[] }, done: string) => {
    if (filed) void tell(actions.amend(filed, details), done);
  };
  const choose = (ids: string[]) => {
    setCategories(ids);
    amend({ categories: ids }, t('stateUpdated'));
  };

  return (
    <div
      class="card"
      role="dialog"
      aria-label={findings.length > 0 ? t('cardTitle') : t('cardTitlePlain')}
      {...(help && { 'aria-describedby': HELP_ID })}
      ref={first}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header class="card-head">
        <h2>{findings.length > 0 ? t('cardTitle') : t('cardTitlePlain')}</h2>
        <button type="button" class="quiet" onClick={onClose} aria-label={t('actionClose')}>
          ×
        </button>
      </header>
      {help && <HelpNotice id={HELP_ID} />}
      <FilingBar
        state={filing.state}
        reported={reported}
        canDismiss={findings.length > 0}
        onReport={() => filing.report(complete)}
        onUndoReport={filing.undoReport}
        onDismiss={filing.dismiss}
        onUndoDismissal={filing.undoDismissal}
        onCopy={() => void tell(actions.copy(complete), t('stateCopied'))}
      />
      <div class="card-body">
        {findings.length === 0 && (
          <ChosenCategories
            choices={choices}
            chosen={categories}
            lookUp={lookUp}
            onChange={choose}
            onProblem={setNotice}
          />
        )}
        {findings.map((finding, i) => (
          <CardFinding
            key={finding.rule}
            finding={finding}
            again={findings.slice(0, i).some(({ category }) => category === finding.category)}
            onMore={(category) => void tell(onMore(category), '')}
          />
        ))}
        <section>
          <h3>{t('cardLabels')}</h3>
          <LabelReadingView labels={draft.post.labels} />
        </section>
        <label class="field">
          {t('cardNote')}
          <textarea
            rows={2}
            value={note}
            placeholder={t('cardNoteHint')}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        {filed && (
          <button
            type="button"
            onClick={() => amend({ note }, t('stateNoteSaved'))}
            disabled={note === draft.note}
          >
            {t('actionSaveNote')}
          </button>
        )}
        <p class="reminder">{t('cardReminder')}</p>
      </div>
      <p class="notice" role="status" aria-live="polite">
        {notice || problem}
      </p>
    </div>
  );
}

interface ChosenCategoriesProps {
  choices: readonly CategoryOption[];
  chosen: readonly string[];
  lookUp: CardProps['lookUp'];
  onChange: (chosen: string[]) => void;
  onProblem: (text: string) => void;
}

/** Categories chosen by hand, with what each asks of the person, which the background knows. */
function ChosenCategories({ choices, chosen, lookUp, onChange, onProblem }: ChosenCategoriesProps) {
  const [known, setKnown] = useState<Record<string, Guidance>>({});
  const change = (ids: string[]) => {
    onChange(ids);
    for (const id of ids.filter((each) => !chosen.includes(each) && !known[each])) {
      lookUp(id).then(
        (guidance) => guidance && setKnown((before) => ({ ...before, [id]: guidance })),
        (error) => onProblem(wordsOf(error)),
      );
    }
  };
  return (
    <section>
      <h3>{t('cardCategories')}</h3>
      {chosen.length === 0 && <p class="term">{t('cardNoCategory')}</p>}
      <CategoryPicker
        open
        options={choices}
        chosen={chosen}
        guidanceOf={(id) => known[id]}
        onChange={change}
      />
    </section>
  );
}
