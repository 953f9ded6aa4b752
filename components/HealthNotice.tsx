import { t } from '../utils/i18n';
import type { Health } from '../utils/model/page';
import { Notice } from './Notice';
import { healthWord } from './words';

/** Says plainly how far the page could be read. */
export function HealthNotice({ health }: { health: Health }) {
  const { status, posts, labelsRead, missing } = health;
  const labels = posts > 0 && <p class="health-ok">{t('healthLabels', labelsRead, posts)}</p>;
  if (status === 'ok') {
    return (
      <div>
        <p class="health-ok">{t('healthOk', posts)}</p>
        {labels}
      </div>
    );
  }
  return (
    <Notice tone={status === 'not-a-post' || status === 'waiting' ? 'info' : 'warning'}>
      <p>{healthWord(status)}</p>
      {status === 'partial' && <p class="small">{t('healthMissing', posts, missing.join(', '))}</p>}
      {(status === 'layout-changed' || status === 'not-a-post') && (
        <p class="small">{t('healthSelectText')}</p>
      )}
      {labels}
    </Notice>
  );
}
