import { type MessageKey, t } from '../utils/i18n';
import type { Health } from '../utils/model/page';
import type { PostKind } from '../utils/model/post';
import { Notice } from './Notice';
import { healthWord, kindWord } from './words';

type RequiredField = 'title' | 'text' | 'author' | 'publishedAt';

const FIELD: Record<RequiredField, MessageKey> = {
  title: 'healthFieldTitle',
  text: 'healthFieldText',
  author: 'healthFieldAuthor',
  publishedAt: 'healthFieldPublished',
};

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
  const isChanged = status === 'layout-changed';
  return (
    <Notice tone={status === 'not-a-post' || status === 'waiting' ? 'info' : 'warning'}>
      <p>{isChanged && posts > 0 ? t('healthLayoutDoubtful') : healthWord(status)}</p>
      {missing.length > 0 && (
        <p class="small">{t('healthMissing', posts, missing.map(missingWord).join(t('listSeparator')))}</p>
      )}
      {(isChanged || status === 'not-a-post') && <p class="small">{t('healthSelectText')}</p>}
      {labels}
    </Notice>
  );
}

/** @param missing a required field as `kind.field` */
function missingWord(missing: string): string {
  const [kind, field] = missing.split('.') as [PostKind, RequiredField];
  return t('healthMissingField', kindWord(kind), t(FIELD[field]));
}
