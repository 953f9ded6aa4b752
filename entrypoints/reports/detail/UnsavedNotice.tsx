import { UnsavedNote } from '@/components/NoteEditor';
import { t } from '@/utils/i18n';
import { type UnsavedNotes, useUnsavedNotes } from './unsaved-notes';

export interface UnsavedNoticeProps {
  notes: UnsavedNotes;
  /** The report that is open: its own editor shows its note. */
  except: string;
  onOpen: (reportId: string) => void;
}

/** Notes of other reports that could not be stored: to be copied here, or saved where they belong. */
export function UnsavedNotice({ notes, except, onOpen }: UnsavedNoticeProps) {
  return useUnsavedNotes(notes)
    .filter(({ reportId }) => reportId !== except)
    .map(({ reportId, title, text }) => (
      <div key={reportId} class="unsaved-other">
        <p>
          {t('detailUnsavedOther')}{' '}
          <button type="button" class="link" onClick={() => onOpen(reportId)}>
            {title}
          </button>
        </p>
        <UnsavedNote text={text} />
      </div>
    ));
}
