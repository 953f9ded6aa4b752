import type { Role } from './readable.ts';

/** What can be asked of a set; `sets.ts` holds the questions. */

export const GROUPS = [
  'diversion and water army',
  'hostility',
  'evasion',
  'rumour and unsourced',
  'fake marketing and smear',
  'clickbait',
  'AI text',
] as const;
export type Group = (typeof GROUPS)[number];

/** One row of the recall table. Label values may end with `*`. */
export interface Measure {
  /** Stable: the set, and after a colon the part of it. */
  id: string;
  group: Group;
  positive: readonly string[];
  /** The set's own negatives; rows with any other label are left out of this measure. */
  negative: readonly string[];
  right: readonly string[];
  /** Least recall at likely, as a fraction. */
  target?: number;
  /** Shown, and not used to judge rules: the labels answer another question. */
  information?: true;
  note?: string;
}

/** Highest share of rows marked at likely, as a fraction: by all categories together, and by any one. */
export interface StreamTargets {
  all?: number;
  one?: number;
}

export interface SetSpec {
  set: string;
  role: Role;
  /** Ordinary texts, in which every finding counts as false. */
  benign?: StreamTargets;
  /** Texts that nobody judged: findings are counted, and are neither right nor wrong. */
  unlabelled?: true;
  measures?: readonly Measure[];
  /** Rows with `meta.pair` and `meta.variant`: `base`, and the same text under spelling tricks. */
  pairs?: { right: readonly string[]; target: number };
  /** Right categories by label; a hit at clue counts. */
  cases?: { right: Readonly<Record<string, readonly string[]>>; target: number };
}

/** Whether a label is one of these values, or begins with one that ends with `*`. */
export function isLabel(label: string, values: readonly string[]): boolean {
  return values.some((value) =>
    value.endsWith('*') ? label.startsWith(value.slice(0, -1)) : label === value,
  );
}
