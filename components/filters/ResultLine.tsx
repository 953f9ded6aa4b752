import { useEffect, useState } from 'preact/hooks';
import { formatNumber, t } from '../../utils/i18n';

/** How long the figures stand still before they are read out, in milliseconds. */
const STILL = 800;

export interface ResultLineProps {
  filtering: boolean;
  count: number;
  total: number;
}

/** How many reports are shown. It changes at once for the eye, and is said once when it has come to rest. */
export function ResultLine({ filtering, count, total }: ResultLineProps) {
  const text = filtering
    ? t('reportsShown', formatNumber(count), formatNumber(total))
    : t('filterAll', formatNumber(total));
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), STILL);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="filter-result">
      <span aria-hidden="true">{text}</span>
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </p>
  );
}
