import { t } from '../../utils/i18n';
import { plainName, type Reviewer } from '../../utils/model/account';
import { HERE } from '../../utils/model/queue';

/** Somebody without a name is told apart by the beginning of their id. */
export function accountName({ id, name }: Pick<Reviewer, 'id'> & Partial<Reviewer>): string {
  if (id === HERE.id) return t('accountHere');
  return plainName(name ?? '') || t('accountUnnamed', plainName(id).slice(0, 6));
}
