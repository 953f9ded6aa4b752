import { useRef, useState } from 'preact/hooks';
import { t } from '@/utils/i18n';

export interface ImportStartProps {
  onFile: (file: File) => void;
}

/** What can be picked; a file is recognised by its content all the same. */
const ACCEPTED = '.csv,.tsv,.txt,.ndjson,.jsonl,.json,.zip';

/** Where an import begins: how it works, and a place for the file. */
export function ImportStart({ onFile }: ImportStartProps) {
  const input = useRef<HTMLInputElement>(null);
  const drop = useDrop(onFile);
  return (
    <>
      <ul class="import-how">
        <li>{t('importHowMerge')}</li>
        <li>{t('importHowConflicts')}</li>
        <li>{t('importHowUndo')}</li>
      </ul>
      <div class={drop.isOver ? 'import-drop import-drop-over' : 'import-drop'} {...drop.handlers}>
        <button type="button" class="button primary" onClick={() => input.current?.click()}>
          {t('importChoose')}
        </button>
        <span class="muted">{t('importDrop')}</span>
        <input
          type="file"
          accept={ACCEPTED}
          ref={input}
          hidden
          aria-label={t('importChoose')}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // The same file can be chosen again after it was changed.
            currentTarget.value = '';
            if (file) onFile(file);
          }}
        />
      </div>
    </>
  );
}

function useDrop(onFile: (file: File) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) onFile(file);
      },
    },
  };
}
