import { useEffect, useRef, useState } from 'preact/hooks';
import { localized, t } from '../utils/i18n';
import type { Localized } from '../utils/model/localized';
import type { ReportDraft } from '../utils/model/report';
import { CardFinding, type DescribedFinding } from './CardFinding';
import { FilingBar } from './FilingBar';
import { LabelReadingView } from './LabelReadingView';
import { type FilingActions, type FilingState, useFiling, wordsOf } from './use-filing';

export interface CardProps {
  draft: ReportDraft;
  findings: readonly DescribedFinding[];
  choices: readonly { id: string; name: Localized; campaign: Localized }[];
  reported: boolean;
  initial?: FilingState;
  actions: FilingActions;
  /** Why a part of the card is missing. */
  problem?: string | undefined;
  onClose: () => void;
}

/** What was found in one post and what can be done about it. */
export function Card({
  draft,
  findings,
  choices,
  reported,
  initial = { step: 'open' },
  actions,
  problem = '',
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
  const tell = (work: Promise<void>, done: string) =>
    work.then(
      () => setNotice(done),
      (error) => setNotice(wordsOf(error)),
    );
  const amend = (details: { note?: string; categories?: string[] }, done: string) => {
    if (filed) void tell(actions.amend(filed, details), done);
  };
  const choose = (id: string) => {
    setCategories(id ? [id] : []);
    amend({ categories: id ? [id] : [] }, t('stateUpdated'));
  };

  return (
    <div
      class="card"
      role="dialog"
      aria-label={findings.length > 0 ? t('cardTitle') : t('cardTitlePlain')}
      ref={first}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header class="card-head">
        <h2>{findings.length > 0 ? t('cardTitle') : t('cardTitlePlain')}</h2>
        <button type="button" class="quiet" onClick={onClose} aria-label={t('actionClose')}>
          ×
        </button>
      </header>
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
          <label class="field">
            {t('cardCategories')}
            <select value={categories[0] ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">{t('cardNoCategory')}</option>
              {choices.map(({ id, name, campaign }) => (
                <option key={id} value={id}>
                  {localized(campaign)} · {localized(name)}
                </option>
              ))}
            </select>
          </label>
        )}
        {findings.map((finding, i) => (
          <CardFinding
            key={finding.rule}
            finding={finding}
            again={findings.slice(0, i).some(({ category }) => category === finding.category)}
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
