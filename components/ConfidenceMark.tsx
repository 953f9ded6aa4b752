import { t } from '../utils/i18n';
import type { Confidence } from '../utils/model/finding';

const WORDS = {
  clue: 'confidenceClue',
  likely: 'confidenceLikely',
  strong: 'confidenceStrong',
} as const;

export const confidenceWord = (confidence: Confidence) => t(WORDS[confidence]);

/** Confidence as a word with a shape; colour only repeats it. */
export function ConfidenceMark({ confidence }: { confidence: Confidence }) {
  return <span class={`confidence ${confidence}`}>{confidenceWord(confidence)}</span>;
}
