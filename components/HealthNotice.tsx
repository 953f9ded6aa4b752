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

/** Says plainly what of the page could not be read; nothing when all of it was. */
export function HealthNotice({ health }: { health: Health }) {
  const { status, posts, missing } = health;
  if (status === 'ok') return null;
  const isChanged = status === 'layout-changed';
  return (
    <Notice tone={status === 'not-a-post' || status === 'waiting' ? 'info' : 'warning'}>
      <p>{isChanged && posts > 0 ? t('healthLayoutDoubtful') : healthWord(status)}</p>
      {missing.length > 0 && (
        <p class="small">{t('healthMissing', posts, missing.map(missingWord).join(t('listSeparator')))}</p>
      )}
      {(isChanged || status === 'not-a-post') && <p class="small">{t('healthSelectText')}</p>}
    </Notice>
  );
}

/** @param missing a required field as `kind.field` */
function missingWord(missing: string): string {
  const [kind, field] = missing.split('.') as [PostKind, RequiredField];
  return t('healthMissingField', kindWord(kind), t(FIELD[field]));
}
