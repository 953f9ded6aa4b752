import type { LabelItem, TextField } from './post';

/** Order matters: later is stronger. */
export const CONFIDENCES = ['clue', 'likely', 'strong'] as const;
/** `clue` stays in lists; `likely` and `strong` mark the page. */
export type Confidence = (typeof CONFIDENCES)[number];

/** Half-open range of UTF-16 code units in the original text of one field. */
export interface Span {
  field: TextField;
  start: number;
  end: number;
  text: string;
  /** The plain word that an evasive spelling stands for, where it differs: 薇❤ reads 微信. */
  reads?: string;
}

/** What speaks against a finding without cancelling it. */
export type CounterEvidence =
  | { type: 'wording'; id: string; text: string }
  | { type: 'label'; label: LabelItem };

export interface Finding {
  /** Rule id, `campaign/category/name`. */
  rule: string;
  /** Category id, `campaign/name`. */
  category: string;
  confidence: Confidence;
  spans: Span[];
  counter: CounterEvidence[];
}

/** True for confidences that may be painted on the page. */
export function marksPage(finding: Pick<Finding, 'confidence'>): boolean {
  return finding.confidence !== 'clue';
}

export function strongest(findings: readonly Pick<Finding, 'confidence'>[]): Confidence | undefined {
  let best = -1;
  for (const { confidence } of findings) best = Math.max(best, CONFIDENCES.indexOf(confidence));
  return CONFIDENCES[best];
}
