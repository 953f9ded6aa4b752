import type { EvalResult } from './run.ts';
import { setSpecs } from './sets.ts';
import { atMost, type Share, share, type Verdict } from './statistics.ts';

/** One target (docs/judging-rules.md) and what was measured. */
export interface TargetResult {
  what: string;
  measured: Share;
  bound: '≤' | '≥';
  target: number;
  verdict: Verdict;
}

type Measured = Pick<EvalResult, 'falsePositives' | 'recall' | 'evasion' | 'officialCases'>;

/** Every target that the measured sets have, in the order of the tables. */
export function targetsOf({ falsePositives, recall, evasion, officialCases }: Measured): TargetResult[] {
  const targets: TargetResult[] = falsePositives
    .filter(({ level }) => level === 'likely')
    .flatMap(({ set, all, categories }) => {
      const { all: ofAll, one } = setSpecs.find((spec) => spec.set === set)?.benign ?? {};
      const worst = categories[0] ?? share(0, all.n);
      return [
        ...(ofAll === undefined ? [] : [marked(`${set} marked at likely, all categories`, all, ofAll)]),
        ...(one === undefined ? [] : [marked(`${set} marked at likely, worst category`, worst, one)]),
      ];
    });
  for (const { id, recall: measured, target, verdict } of recall)
    if (target !== null && verdict)
      targets.push({ what: `${id} recall at likely`, measured, bound: '≥', target, verdict });
  for (const { set, variant, kept, target, verdict } of evasion)
    if (target !== null && verdict)
      targets.push({
        what: `${set} kept at likely under ${variant}`,
        measured: kept,
        bound: '≥',
        target,
        verdict,
      });
  if (officialCases) {
    const { set, right, target, verdict } = officialCases;
    targets.push({ what: `${set} right at clue`, measured: right, bound: '≥', target, verdict });
  }
  return targets;
}

function marked(what: string, measured: Share, target: number): TargetResult {
  const { hits, n, rate, low, high } = measured;
  return {
    what,
    measured: { hits, n, rate, low, high },
    bound: '≤',
    target,
    verdict: atMost(measured, target),
  };
}
