import { printRules } from './print-rules.ts';
import type { EvalResult } from './run.ts';
import { GROUPS } from './set-spec.ts';
import type { Share } from './statistics.ts';
import type { StreamResult } from './streams.ts';
import { type Column, renderTable } from './table.ts';
import { bound, nameOf, number, rate, verdict } from './words.ts';

const right = (head: string): Column => ({ head, align: 'right' });

/** The tables, as text. @param categories names by id */
export function printResult(result: EvalResult, categories: ReadonlyMap<string, string>): string {
  return [
    printHead(result),
    printTargets(result),
    printStreams('False positives on ordinary texts', result.falsePositives, categories),
    printRecall(result),
    printEvasion(result),
    printCases(result),
    printStreams('Unlabelled texts: how many are marked', result.unlabelled, categories),
    printRules(result.rules, categories),
    printFaults(result),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function printHead({ packs, rows, sets, seconds }: EvalResult): string {
  const rules = packs.reduce((sum, pack) => sum + pack.rules, 0);
  return `${number(rows)} rows of ${sets.length} sets, ${rules} rules of ${packs.length} packs, ${seconds} s. Intervals are 95 %.\n`;
}

function printTargets({ targets }: EvalResult): string {
  if (targets.length === 0) return '';
  const columns: Column[] = [
    { head: 'target' },
    right('n'),
    right('measured'),
    right('wanted'),
    { head: 'verdict' },
  ];
  const rows = targets.map(({ what, measured, bound: sign, target, verdict: judged }) => [
    what,
    number(measured.n),
    rate(measured, 2),
    bound(sign, target),
    verdict(judged),
  ]);
  return `## Targets\n\n${renderTable(columns, rows)}`;
}

function printStreams(
  title: string,
  streams: readonly StreamResult[],
  categories: ReadonlyMap<string, string>,
): string {
  if (streams.length === 0) return '';
  const columns: Column[] = [
    { head: 'set' },
    { head: 'level' },
    right('n'),
    right('all categories'),
    right('target'),
    { head: 'verdict' },
    right('worst category'),
    right('target'),
    { head: 'verdict' },
    { head: 'name' },
  ];
  const rows = streams.map(({ set, level, all, categories: [worst] }) => [
    set,
    level,
    number(all.n),
    rate(all, 2),
    bound('≤', all.target),
    verdict(all.verdict),
    worst ? rate(worst, 2) : '–',
    bound('≤', worst?.target ?? null),
    verdict(worst?.verdict ?? null),
    worst ? nameOf(worst.category, categories) : '',
  ]);
  const others = streams.flatMap(({ set, categories: [, ...more] }) =>
    more
      .filter((each) => each.verdict === 'missed')
      .map((each) => `- also missed on ${set}: ${rate(each, 2)} ${nameOf(each.category, categories)}\n`),
  );
  return `## ${title}\n\n${renderTable(columns, rows)}${others.length > 0 ? `\n${others.join('')}` : ''}`;
}

function printRecall({ recall }: EvalResult): string {
  if (recall.length === 0) return '';
  const columns: Column[] = [
    { head: 'set' },
    { head: 'level' },
    right('n+'),
    right('n−'),
    right('recall'),
    right('target'),
    { head: 'verdict' },
    right('any category'),
    right('precision'),
    right('false alarms'),
    { head: 'note' },
  ];
  const parts = GROUPS.map((group) => {
    const rows = recall
      .filter((each) => each.group === group)
      .map((each) => [
        each.id,
        each.level,
        number(each.positives),
        number(each.negatives),
        rate(each.recall, 1),
        bound('≥', each.target),
        verdict(each.verdict),
        rate(each.any, 1),
        rate(each.precision, 1),
        rate(each.falseAlarms, 1),
        each.note ?? '',
      ]);
    return rows.length > 0 ? `### ${group}\n\n${renderTable(columns, rows)}` : '';
  }).filter((part) => part !== '');
  return `## Recall and precision by category group\n\n${parts.join('\n')}`;
}

function printEvasion({ evasion }: EvalResult): string {
  if (evasion.length === 0) return '';
  const columns: Column[] = [
    { head: 'set' },
    { head: 'spelling' },
    { head: 'level' },
    right('base hits'),
    right('kept'),
    right('target'),
    { head: 'verdict' },
  ];
  const rows = evasion.map(({ set, variant, level, kept, ...each }) => [
    set,
    variant,
    level,
    number(kept.n),
    rate(kept, 1),
    bound('≥', each.target),
    verdict(each.verdict),
  ]);
  return `## Evasion: base hits that stay under spelling tricks\n\n${renderTable(columns, rows)}`;
}

function printCases({ officialCases }: EvalResult): string {
  if (!officialCases) return '';
  const { right: hits, any, quoted, byLabel, target, verdict: judged, misses } = officialCases;
  const columns: Column[] = [
    { head: 'cases' },
    right('n'),
    right('right category at clue'),
    right('target'),
    { head: 'verdict' },
  ];
  const row = (name: string, { n, ...each }: Share) => [name, number(n), rate({ n, ...each }, 1)];
  const rows = [
    [...row('all', hits), bound('≥', target), verdict(judged)],
    row('quoted ones', quoted),
    ...byLabel.map(({ label, right: ofLabel }) => row(label, ofLabel)),
    row('any category, all', any),
  ];
  const missed = misses.map(
    ({ label, text, found }) =>
      `- ${label}: ${text}${found.length > 0 ? ` (found: ${found.join(', ')})` : ''}\n`,
  );
  const list = missed.length > 0 ? `\nMissed:\n\n${missed.join('')}` : '';
  return `## Official cases\n\n${renderTable(columns, rows)}${list}`;
}

function printFaults({ sets, skipped, badRows, badRowsLeftOut }: EvalResult): string {
  const reasons = Map.groupBy(skipped, ({ reason }) => reason);
  const lines = [
    ...sets.flatMap(({ set, unusedLabels }) =>
      unusedLabels.map(
        ({ label, rows }) => `- ${set}: ${number(rows)} rows [${label}] belong to no measure\n`,
      ),
    ),
    ...[...reasons].map(
      ([reason, names]) => `- skipped, ${reason}: ${names.map(({ set }) => set).join(', ')}\n`,
    ),
    ...badRows.map(({ file, line, problem }) => `- ${file}:${line} was left out: it ${problem}\n`),
    ...(badRowsLeftOut > 0 ? [`- ${number(badRowsLeftOut)} further bad rows\n`] : []),
  ];
  return lines.length > 0 ? `## Not measured\n\n${lines.join('')}` : '';
}
