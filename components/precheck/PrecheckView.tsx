import { t } from '../../utils/i18n';
import { type CheckId, type Concern, isOpen } from '../../utils/model/concern';
import type { Report } from '../../utils/model/report';
import { ConcernItem } from './ConcernItem';

export interface PrecheckViewProps {
  report: Report;
  /** Of this report; none when nothing was found. */
  concerns: readonly Concern[];
  /** Checks that the reader lets pass now. */
  passed: ReadonlySet<CheckId>;
  onPass: (check: CheckId, pass: boolean) => void;
  /** Checks whose places are masked in the texts that leave. */
  masked?: ReadonlySet<CheckId>;
  /** Absent where nothing can be masked. */
  onMask?: (check: CheckId, mask: boolean) => void;
  /** Leads to where parts of the picture can be blacked out. */
  onOpenPicture?: () => void;
}

const NONE: ReadonlySet<CheckId> = new Set();

/** What to look at before one report leaves: each concern with its places, a way to mask them and a tick to go on. */
export function PrecheckView(props: PrecheckViewProps) {
  const { report, concerns, passed, onPass, masked = NONE, onMask, onOpenPicture } = props;
  if (concerns.length === 0) return <p role="status">{t('checkNothing')}</p>;
  const open = concerns.filter((each) => isOpen(each, passed, masked)).length;
  return (
    <div class="precheck">
      <p role="status" class="precheck-open">
        {open > 0 ? t('checkOpenCount', open) : t('checkAllSettled')}
      </p>
      <ul class="precheck-list">
        {concerns.map((concern) => (
          <ConcernItem
            key={concern.check}
            report={report}
            concern={concern}
            isPassed={passed.has(concern.check)}
            onPass={onPass}
            isMasked={masked.has(concern.check)}
            onMask={onMask}
            onOpenPicture={onOpenPicture}
          />
        ))}
      </ul>
    </div>
  );
}
