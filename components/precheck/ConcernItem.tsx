import { useId } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { type CheckId, type Concern, isOpen, MASKABLE } from '../../utils/model/concern';
import type { Report } from '../../utils/model/report';
import { checkName, checkWhy, earlierWords, groundWords } from './check-words';
import { PlaceList } from './PlaceList';

export interface ConcernItemProps {
  report: Report;
  concern: Concern;
  isPassed: boolean;
  onPass: (check: CheckId, pass: boolean) => void;
  isMasked: boolean;
  onMask: ((check: CheckId, mask: boolean) => void) | undefined;
  onOpenPicture: (() => void) | undefined;
}

const NONE: ReadonlySet<CheckId> = new Set();
/** Checks that are about a picture that leaves. */
const PICTURES: readonly CheckId[] = ['bystander-picture', 'minors'];

/** One concern: why it matters, what it rests on, and what the reader can do about it. */
export function ConcernItem(props: ConcernItemProps) {
  const { report, concern, isPassed, onPass, isMasked, onMask, onOpenPicture } = props;
  const { check, places, grounds, earlier } = concern;
  const id = useId();
  const maskable = onMask && places.length > 0 && MASKABLE.includes(check);
  return (
    <li class="precheck-concern">
      <fieldset class="precheck-group" aria-labelledby={`${id}-name`} aria-describedby={`${id}-why`}>
        <h4 id={`${id}-name`} class="precheck-name">
          {checkName(check)}
        </h4>
        <p id={`${id}-why`} class="muted small">
          {checkWhy(check)}
        </p>
        {grounds.length > 0 && (
          <ul class="precheck-grounds">
            {grounds.map((ground) => (
              <li key={groundWords(ground)}>{groundWords(ground)}</li>
            ))}
          </ul>
        )}
        {places.length > 0 && <PlaceList report={report} places={places} isMasked={isMasked} />}
        {maskable && (
          <label class="precheck-choice">
            <input
              type="checkbox"
              checked={isMasked}
              onChange={({ currentTarget }) => onMask(check, currentTarget.checked)}
            />
            {t('checkMask')}
          </label>
        )}
        {onOpenPicture && PICTURES.includes(check) && (
          <button type="button" class="button" onClick={onOpenPicture}>
            {t('checkOpenPicture')}
          </button>
        )}
        {earlier && <p class="small">{earlierWords(earlier)}</p>}
        {isOpen(concern, NONE, isMasked ? new Set([check]) : NONE) && (
          <label class="precheck-choice">
            <input
              type="checkbox"
              checked={isPassed}
              onChange={({ currentTarget }) => onPass(check, currentTarget.checked)}
            />
            {check === 'bystander-picture' ? t('checkPassPicture') : t('checkPass')}
          </label>
        )}
      </fieldset>
    </li>
  );
}
