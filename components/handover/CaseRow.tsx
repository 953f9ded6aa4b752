import { useId, useRef, useState } from 'preact/hooks';
import { channelName } from '../../utils/handover';
import { daysSince, type HandoverCase } from '../../utils/handover/cases';
import { formatNumber, formatTime, localized, t } from '../../utils/i18n';
import type { Change } from '../../utils/model/report';
import { CopyButton } from './CopyButton';
import { ageWords, foundWords, outcomeWord } from './case-words';
import { OutcomeForm, type OutcomeNote } from './OutcomeForm';

/** A post of a case, as far as it was loaded. */
export interface CasePost {
  reportId: string;
  title: string;
  url: string;
  /** How it was found since; `undefined` when nothing was noted. */
  changes: readonly Change[] | undefined;
}

export interface CaseRowProps {
  item: HandoverCase;
  /** The first ones; `undefined` until they are loaded. */
  posts: readonly CasePost[] | undefined;
  /** What was noted with it. */
  note: string;
  now: () => number;
  /** Resolves to false when it was not stored. */
  onOutcome: (noted: OutcomeNote) => Promise<boolean>;
  onOpen: (reportId: string) => void;
}

/** One case: how old it is, under which code it can be asked for, how its posts are now, and what came of it. */
export function CaseRow(props: CaseRowProps) {
  const { item, posts, note, now, onOutcome } = props;
  const [isNoting, setNoting] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const canNote = item.parts.some(({ isOwn }) => isOwn);
  function close() {
    setNoting(false);
    button.current?.focus();
  }
  return (
    <li class="case" aria-labelledby={id}>
      <CaseHead {...props} headId={id} />
      {note && <p class="case-note">{note}</p>}
      <CasePosts {...props} />
      {posts && (
        <p>
          <span class="muted">{t('caseFoundSince')}</span>{' '}
          <span class="case-found">{foundWords(posts.map(({ changes }) => changes))}</span>
        </p>
      )}
      {canNote ? (
        <button
          type="button"
          class="button"
          ref={button}
          aria-expanded={isNoting}
          aria-describedby={id}
          onClick={() => setNoting(!isNoting)}
        >
          {t('caseNoteOutcome')}
        </button>
      ) : (
        <p class="muted small">{t('caseOfOthers')}</p>
      )}
      {isNoting && (
        <OutcomeForm
          known={{
            outcome: item.outcome,
            queryCode: item.queryCode,
            note,
            ...(item.outcomeAt !== undefined && { outcomeAt: item.outcomeAt }),
          }}
          now={now}
          onSave={async (noted) => {
            const isStored = await onOutcome(noted);
            // The list takes the focus: this row may be about to move.
            if (isStored) setNoting(false);
            return isStored;
          }}
          onClose={close}
        />
      )}
    </li>
  );
}

function CaseHead({ item, now, headId }: CaseRowProps & { headId: string }) {
  const { channel, queryCode, at, outcome, outcomeAt, by } = item;
  return (
    <div class="case-head">
      <p id={headId} class="case-title">
        <span class={outcome === 'open' ? 'case-age' : 'case-outcome'}>
          {outcome === 'open' ? ageWords(daysSince(at, now())) : outcomeWord(outcome)}
        </span>{' '}
        {localized(channelName(channel))}
      </p>
      <p class="muted small">
        {t('caseHandedIn', formatTime(at))}
        {outcomeAt !== undefined && ` · ${t('caseAnswered', formatTime(outcomeAt))}`}
        {by.length > 0 && ` · ${t('caseBy', by.join(t('listSeparator')))}`}
      </p>
      <div class="row">
        {queryCode ? (
          <>
            <span>
              <span class="muted">{t('caseCode')}</span> <code>{queryCode}</code>
            </span>
            <CopyButton text={queryCode} name={t('caseCodeOf', queryCode)} />
          </>
        ) : (
          <span class="muted">{t('caseNoCode')}</span>
        )}
      </div>
    </div>
  );
}

/** A plain link: when the page is read, the extension itself notes how the post is now. */
function CasePosts({ item, posts, onOpen }: CaseRowProps) {
  if (!posts) return <p class="muted">{t('reportsLoading')}</p>;
  const more = item.parts.length - posts.length;
  return (
    <ul class="case-posts">
      {posts.map(({ reportId, title, url }) => (
        <li key={reportId}>
          <button type="button" class="link" onClick={() => onOpen(reportId)}>
            {title}
          </button>{' '}
          <a href={url} target="_blank" rel="noreferrer" aria-label={t('caseOpenPostOf', title)}>
            {t('detailOpenPost')}
          </a>
        </li>
      ))}
      {more > 0 && <li class="muted small">{t('copyMore', formatNumber(more))}</li>}
    </ul>
  );
}
