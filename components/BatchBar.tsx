import { formatNumber, t } from '../utils/i18n';

export interface BatchBarProps {
  count: number;
  onDismiss: () => void;
  onClear: () => void;
}

/** What can be done with the posts that are selected. The live region stays, so that every change is told. */
export function BatchBar({ count, onDismiss, onClear }: BatchBarProps) {
  return (
    <div class={count > 0 ? 'batch' : 'batch visually-hidden'}>
      <span role="status">{count > 0 && t('listSelected', formatNumber(count))}</span>
      {count > 0 && (
        <>
          <button type="button" class="button quiet" onClick={onClear}>
            {t('listClear')}
          </button>
          <button type="button" class="button primary" onClick={onDismiss}>
            {t('actionDismiss')}
          </button>
        </>
      )}
    </div>
  );
}
