import type { RuleResult } from './by-rule.ts';
import { type Column, renderTable } from './table.ts';
import { nameOf, number, rate } from './words.ts';

const WORST = 10;

/** The rules with most false hits, and what they took for a hit. @param rules worst first */
export function printRules(rules: readonly RuleResult[], categories: ReadonlyMap<string, string>): string {
  const worst = rules.filter(({ benign, wrongAtClue }) => benign.clue > 0 || wrongAtClue > 0).slice(0, WORST);
  const silent = rules.filter(({ hits }) => hits.clue === 0).length;
  const columns: Column[] = [
    { head: 'rule' },
    ...['hits', 'benign, likely', 'benign, clue', 'labelled: right', 'wrong', 'precision'].map((head) => ({
      head,
      align: 'right' as const,
    })),
    { head: 'category' },
  ];
  const rows = worst.map((each) => [
    each.rule,
    number(each.hits.clue),
    number(each.benign.likely),
    number(each.benign.clue),
    number(each.right),
    number(each.wrong),
    rate(each.precision, 1),
    nameOf(each.category, categories),
  ]);
  const errors = worst
    .filter((each) => each.errors.length > 0)
    .map(({ rule, errors: quotes }) => {
      const lines = quotes.map(({ set, label, level, quote }) => `- ${set} [${label}] ${level}: ${quote}\n`);
      return `${rule}\n\n${lines.join('')}`;
    });
  const table = worst.length > 0 ? `${renderTable(columns, rows)}\n` : 'No rule has a false hit.\n\n';
  return [
    `## Worst rules\n\n${table}${silent} of ${rules.length} rules hit nothing in these sets.\n`,
    ...errors,
  ].join('\n');
}
