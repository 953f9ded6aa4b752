import { useId, useRef, useState } from 'preact/hooks';
import { MediaProgressBar } from '@/components/media/MediaProgressBar';
import { Notice } from '@/components/Notice';
import { formatNumber, type MessageKey, t } from '@/utils/i18n';
import type { Dropped } from './dropped';
import { MAX_FILES, type RoundState } from './file-round';
import { useFileDrop } from './use-file-drop';
import { loadFileTools, useFileRound } from './use-file-round';

/** Kinds that can be looked into; others may be dropped all the same, and are said to be unreadable. */
const KINDS =
  'image/*,video/*,audio/*,.heic,.heif,.avif,.mkv,.flv,.avi,.flac,.opus,.pdf,.docx,.xlsx,.pptx,.md,.markdown';

/** Files of the reader's own: dropped or chosen, read here, shown, and kept nowhere. */
export function FileCheck({ load = loadFileTools }: { load?: typeof loadFileTools }) {
  const { round, state, Results } = useFileRound(load);
  const [notes, setNotes] = useState<readonly MessageKey[]>([]);
  const chooser = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const heading = useId();
  const take = ({ files, hasFolder, isAddress }: Dropped) => {
    const leftOut = round.add(files);
    setNotes([
      ...(isAddress ? (['mediaDropAddress'] as const) : []),
      ...(hasFolder ? (['mediaDropFolder'] as const) : []),
      ...(leftOut > 0 ? (['mediaDropTooMany'] as const) : []),
    ]);
  };
  const isOver = useFileDrop(take);
  const clear = () => {
    round.clear();
    setNotes([]);
    button.current?.focus();
  };
  const done = state.files.filter(({ findings }) => findings).length;
  return (
    <section class={`file-check${isOver ? ' over' : ''}`} aria-labelledby={heading}>
      <div class="file-check-head">
        <h2 id={heading}>{t('mediaDropTitle')}</h2>
        {done > 0 && !state.isRunning && (
          <button type="button" class="button" onClick={clear}>
            {t('mediaDropClear')}
          </button>
        )}
        <button ref={button} type="button" class="button" onClick={() => chooser.current?.click()}>
          {t('mediaDropChoose')}
        </button>
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={KINDS}
        aria-label={t('mediaDropTitle')}
        onChange={({ currentTarget }) => {
          take({ files: [...(currentTarget.files ?? [])], hasFolder: false, isAddress: false });
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      {(isOver || state.files.length === 0) && (
        <p class="small muted">{t(isOver ? 'mediaDropRelease' : 'mediaDropHint')}</p>
      )}
      {state.problem && <Notice tone="error">{t('mediaDropFailed', state.problem)}</Notice>}
      {state.isRunning && (
        <MediaProgressBar
          progress={{ isOn: true, done, total: state.files.length }}
          onStop={() => round.stop()}
        />
      )}
      <div class="small" role="status">
        {notes.map((note) => (
          <p key={note}>{t(note, formatNumber(MAX_FILES))}</p>
        ))}
        {!state.isRunning && done > 0 && <p>{summary(state)}</p>}
      </div>
      {Results && done > 0 && <Results files={state.files} />}
    </section>
  );
}

/** Weak hints are told with their file, and not counted here. */
function summary({ files }: RoundState): string {
  const telling = files.filter(
    ({ findings }) => findings?.verdict === 'ai' || findings?.verdict === 'ai-edited',
  );
  return t('mediaDropDone', formatNumber(files.length), formatNumber(telling.length));
}
