import { t } from '../utils/i18n';
import type { Confidence } from '../utils/model/finding';
import { confidenceWord } from './ConfidenceMark';

/** A confidence as the shape of the page's badges with its word, and a category's name where it is not plain. */
export function ConfidenceShape({ confidence, name }: { confidence: Confidence; name: string | undefined }) {
  const word = confidenceWord(confidence);
  return (
    <span class={`shape ${confidence}`}>{name === undefined ? word : t('listCategory', name, word)}</span>
  );
}
