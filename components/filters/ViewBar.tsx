import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Problem } from '../Problem';
import { type NamedView, ViewMenu } from './ViewMenu';
import { ViewNameForm } from './ViewNameForm';

export interface ViewBarProps {
  views: readonly NamedView[];
  current: NamedView;
  /** What is shown is not what the current view shows. */
  changed: boolean;
  unread: number;
  /** What went wrong or could not be understood; empty when nothing did. */
  problem: string;
  onChoose: (id: string) => void;
  onSave: () => void;
  onSaveAs: (name: string) => void;
  onRename: (name: string) => void;
  onDelete: () => void;
  onProblemClose: () => void;
}

/** Which view is shown, and what can be done with it. */
export function ViewBar(props: ViewBarProps) {
  const { current, views, problem } = props;
  const [naming, setNaming] = useState<'new' | 'own'>();
  const frame = useRef<HTMLDivElement>(null);
  const focusMenu = useFocusAfter(frame, [current.id, props.changed, naming]);
  const done = (action: () => void) => () => {
    // The button that was pressed goes away.
    focusMenu();
    action();
  };
  const onName = (name: string) => {
    setNaming(undefined);
    focusMenu();
    if (naming === 'own') props.onRename(name);
    else props.onSaveAs(name);
  };
  return (
    <div class="view-bar" ref={frame}>
      <ViewMenu views={views} current={current} unread={props.unread} onChoose={props.onChoose} />
      {naming ? (
        <ViewNameForm
          name={naming === 'own' ? current.name : ''}
          views={views}
          {...(naming === 'own' && { own: current.id })}
          onName={onName}
          onCancel={done(() => setNaming(undefined))}
        />
      ) : (
        <ViewActions {...props} done={done} onNaming={setNaming} />
      )}
      {problem && <Problem text={problem} action={t('actionClose')} onAction={done(props.onProblemClose)} />}
    </div>
  );
}

interface ViewActionsProps extends ViewBarProps {
  done: (action: () => void) => () => void;
  onNaming: (naming: 'new' | 'own') => void;
}

function ViewActions({ current, changed, done, onNaming, ...props }: ViewActionsProps) {
  const button = (word: string, onClick: () => void) => (
    <button type="button" class="button quiet" onClick={onClick}>
      {word}
    </button>
  );
  return (
    <>
      {changed && <span class="view-changed small">{t('viewChanged')}</span>}
      {changed &&
        button(
          t('viewReset'),
          done(() => props.onChoose(current.id)),
        )}
      {changed && !current.builtIn && button(t('viewSave'), done(props.onSave))}
      {changed && button(t('viewSaveAs'), () => onNaming('new'))}
      {!current.builtIn && button(t('viewRename'), () => onNaming('own'))}
      {!current.builtIn && button(t('viewDelete'), done(props.onDelete))}
    </>
  );
}

/** Lets the menu have the focus when what was pressed has gone. */
function useFocusAfter(frame: { current: HTMLElement | null }, changes: readonly unknown[]): () => void {
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (wanted.current) frame.current?.querySelector('button')?.focus();
    wanted.current = false;
  }, changes);
  return () => {
    wanted.current = true;
  };
}
