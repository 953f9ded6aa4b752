import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { KeyHint } from '../KeyHint';
import { REVIEWER_FIELD } from './field-ids';
import { NameField } from './NameField';

export interface AssigneeEditorProps {
  assignee: string | undefined;
  /** The name of whoever works here; empty as long as none was given. */
  reviewer: string;
  known: readonly string[];
  /** Nobody's when empty. Resolves to true once it is stored. */
  onAssign: (name: string) => Promise<boolean>;
  onReviewerName: (name: string) => Promise<boolean>;
}

/** Who is to decide: oneself by one press, somebody else by name, or nobody. */
export function AssigneeEditor({ assignee, reviewer, known, onAssign, onReviewerName }: AssigneeEditorProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  /** The button that was pressed goes away. */
  const assign = (name: string) => {
    group.current?.querySelector('input')?.focus();
    return onAssign(name);
  };
  return (
    <fieldset class="assignee" ref={group}>
      <legend class="field-name">
        {t('detailReviewer')} <KeyHint of="A" />
      </legend>
      <div class="row">
        {assignee ? (
          <ul class="chips">
            <li>
              <button
                type="button"
                aria-label={t('detailUnassign', assignee)}
                onClick={() => void assign('')}
              >
                {assignee === reviewer ? t('detailMe', assignee) : assignee} <span aria-hidden="true">×</span>
              </button>
            </li>
          </ul>
        ) : (
          <span class="muted">{t('detailNobody')}</span>
        )}
        <ToMe {...{ assignee, reviewer, assign, onReviewerName }} />
      </div>
      <NameField
        id={REVIEWER_FIELD}
        label={t('detailReviewerName')}
        action={t('detailAssign')}
        known={known.filter((name) => name !== assignee)}
        onName={onAssign}
      />
    </fieldset>
  );
}

type ToMeProps = Pick<AssigneeEditorProps, 'assignee' | 'reviewer' | 'onReviewerName'> & {
  assign: (name: string) => Promise<boolean>;
};

/** As long as the reader has given no name, asks for it here. */
function ToMe({ assignee, reviewer, assign, onReviewerName }: ToMeProps) {
  const [isAsking, setAsking] = useState(false);
  const mine = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!reviewer || !isAsking) return;
    setAsking(false);
    // The field that held the focus is gone.
    mine.current?.focus();
  }, [reviewer]);
  if (reviewer) {
    if (assignee === reviewer) return null;
    return (
      <button
        type="button"
        class="button"
        aria-keyshortcuts="a"
        ref={mine}
        onClick={() => void assign(reviewer)}
      >
        {t('detailAssignMe', reviewer)}
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-expanded={isAsking}
        onClick={() => setAsking(!isAsking)}
      >
        {t('detailSetName')}
      </button>
      {isAsking && (
        <div class="own-name">
          <NameField isNext label={t('detailOwnName')} action={t('detailSaveName')} onName={onReviewerName} />
          <p class="muted small">{t('detailOwnNameHint')}</p>
        </div>
      )}
    </>
  );
}
