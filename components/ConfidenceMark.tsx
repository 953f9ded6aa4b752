import { t } from '../utils/i18n';
import type { Confidence } from '../utils/model/finding';

const WORDS = {
  clue: 'confidenceClue',
  likely: 'confidenceLikely',
  strong: 'confidenceStrong',
} as const;

/** Confidence as a word with a shape; colour only repeats it. */
export function ConfidenceMark({ confidence }: { confidence: Confidence }) {
  return <span class={`confidence ${confidence}`}>{t(WORDS[confidence])}</span>;
}
