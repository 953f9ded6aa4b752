import type { RuleHit } from './list.ts';
import { renderTable } from './table.ts';
import { number } from './words.ts';

export function printHit({ file, line, label, rule, confidence, counter, quote }: RuleHit): string {
  const against = counter.length > 0 ? ` (against: ${counter.join(', ')})` : '';
  return `- ${file}:${line} [${label}] ${rule} ${confidence}${against}: ${quote}\n`;
}

export interface HitCount {
  rule: string;
  set: string;
  label: string;
  /** Rows, by the confidence of the hit. */
  clue: number;
  likely: number;
  strong: number;
}

/** Hits by rule, set and label. */
export class HitCounts {
  readonly #counts = new Map<string, HitCount>();

  add({ rule, set, label, confidence }: Pick<RuleHit, 'rule' | 'set' | 'label' | 'confidence'>): void {
    const key = `${rule} ${set} ${label}`;
    const count = this.#counts.get(key) ?? { rule, set, label, clue: 0, likely: 0, strong: 0 };
    count[confidence]++;
    this.#counts.set(key, count);
  }

  rows(): HitCount[] {
    return [...this.#counts.values()].sort((a, b) => a.rule.localeCompare(b.rule));
  }
}

export function printCounts(rule: string, counts: readonly HitCount[]): string {
  if (counts.length === 0) return `No hits of ${rule}\n`;
  const right = (head: string) => ({ head, align: 'right' as const });
  const columns = [
    { head: 'rule' },
    { head: 'set' },
    { head: 'label' },
    right('clue'),
    right('likely'),
    right('strong'),
  ];
  const rows = counts.map((each) => [
    each.rule,
    each.set,
    each.label,
    number(each.clue),
    number(each.likely),
    number(each.strong),
  ]);
  return `## Hits by set and label\n\n${renderTable(columns, rows)}`;
}
