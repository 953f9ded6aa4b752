import { CONFIDENCES, type Confidence, type CounterEvidence } from '../../model/finding';
import type { LabelReading } from '../../model/post';
import type { CounterProgram, RuleEntry } from '../compile/program';
import type { MatchingCategory } from '../schema';
import type { Evaluation } from './evaluate';
import type { Match, Stretch } from './hit';

export interface Judgement {
  confidence: Confidence;
  counter: CounterEvidence[];
}

/** Weighs counter-evidence and label reading; `undefined` when something cancels the finding. */
export function judge(
  rule: RuleEntry,
  category: MatchingCategory,
  matches: readonly Match[],
  evaluation: Evaluation,
  counters: readonly CounterProgram[],
): Judgement | undefined {
  const { labels } = evaluation.post;
  let steps = CONFIDENCES.indexOf(rule.confidence);
  const counter: CounterEvidence[] = [];
  for (const at of rule.unless) {
    const { id, effect, when, near } = counters[at]!;
    const against = evaluation
      .matches(when)
      .find((each) => near === undefined || matches.some((match) => distance(match, each) <= near));
    if (!against) continue;
    if (effect === 'cancel') return undefined;
    steps -= 1;
    const { text } = evaluation.hits.reading;
    counter.push({
      type: 'wording',
      id,
      text: text.slice(Math.max(against.start, 0), Math.max(against.end, 0)),
    });
  }
  const weighed = weighLabels(category, labels, steps);
  if (!weighed) return undefined;
  const confidence = CONFIDENCES[Math.max(0, Math.min(weighed.steps, CONFIDENCES.length - 1))]!;
  return { confidence, counter: [...counter, ...weighed.counter] };
}

function weighLabels(
  category: MatchingCategory,
  labels: LabelReading,
  wording: number,
): { steps: number; counter: CounterEvidence[] } | undefined {
  let steps = wording;
  const counter: CounterEvidence[] = [];
  for (const { kind, seen, duty } of category.labels) {
    const label = labels.items.find((item) => item.kind === kind);
    if (label && seen === 'cancel') return undefined;
    if (label) {
      steps -= 1;
      counter.push({ type: 'label', label });
    } else if (labels.state === 'unknown' && duty) steps = Math.min(steps, 0);
  }
  // Wording and the absence of the very label that would settle the matter are two independent kinds of evidence; an
  // empty place does not make up for wording that something speaks against.
  const wouldSettle = category.labels.some(({ seen }) => seen === 'cancel');
  if (labels.state === 'none' && wouldSettle && steps === CONFIDENCES.indexOf('likely')) steps += 1;
  return { steps, counter };
}

/** Units between two stretches; 0 where they touch or overlap. */
function distance(a: Stretch, b: Stretch): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
