import { t } from '../utils/i18n';
import type { Health } from '../utils/model/page';
import { Notice } from './Notice';
import { healthWord } from './words';

/** Says plainly how far the page could be read. */
export function HealthNotice({ health }: { health: Health }) {
  if (health.status === 'ok') return <p class="health-ok">{t('healthOk', health.posts)}</p>;
  return (
    <Notice tone={health.status === 'not-a-post' ? 'info' : 'warning'}>
      <p>{healthWord(health.status)}</p>
      {health.status === 'partial' && (
        <p class="small">{t('healthMissing', health.posts, health.missing.join(', '))}</p>
      )}
    </Notice>
  );
}
