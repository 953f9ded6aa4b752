import { type Finding, marksPage } from '../../utils/model/finding.ts';
import { isRight } from './categories.ts';
import { type Level, perLevel } from './marks.ts';
import { quote } from './quote.ts';
import type { Readable } from './readable.ts';
import type { Row } from './rows.ts';
import { isLabel, type SetSpec } from './set-spec.ts';
import { type Share, share } from './statistics.ts';

export interface RuleError {
  set: string;
  label: string;
  level: Level;
  quote: string;
}

export interface RuleResult {
  rule: string;
  category: string;
  /** Rows with a hit in all sets. */
  hits: Record<Level, number>;
  /** False hits in the benign streams. */
  benign: Record<Level, number>;
  /** True and false hits at likely in labelled sets whose measures count the rule's category. */
  right: number;
  wrong: number;
  /** The same at clue. */
  rightAtClue: number;
  wrongAtClue: number;
  /** Of the judged hits at likely in labelled sets, those that are right. */
  precision: Share;
  errors: RuleError[];
}

interface Count {
  category: string;
  hits: Record<Level, number>;
  benign: Record<Level, number>;
  right: Record<Level, number>;
  wrong: Record<Level, number>;
  benignErrors: RuleError[];
  labelledErrors: RuleError[];
}

/** Counts hits and errors rule by rule, keeping the first few errors as quotes. */
export class RuleTally {
  readonly #rules: ReadonlyMap<string, Count>;
  readonly #maxErrors: number;

  /** @param rules rule ids with the category of each */
  constructor(rules: ReadonlyMap<string, string>, maxErrors: number) {
    this.#rules = new Map([...rules].map(([rule, category]) => [rule, newCount(category)]));
    this.#maxErrors = maxErrors;
  }

  add(spec: SetSpec, row: Row, readable: Readable, findings: readonly Finding[]): void {
    for (const finding of findings) {
      const count = this.#rules.get(finding.rule);
      if (!count) continue;
      const likely = marksPage(finding);
      bump(count.hits, likely);
      const judgement = judge(spec, row.label, finding.category);
      if (judgement === undefined) continue;
      bump(judgement === 'benign' ? count.benign : judgement ? count.right : count.wrong, likely);
      if (judgement === true) continue;
      const errors = judgement === 'benign' ? count.benignErrors : count.labelledErrors;
      this.#keep(errors, {
        set: spec.set,
        label: row.label,
        level: likely ? 'likely' : 'clue',
        quote: quote(readable, finding),
      });
    }
  }

  /** Worst first: false hits at likely in benign streams, then the lower precision in labelled sets. */
  results(): RuleResult[] {
    return [...this.#rules].map(([rule, count]) => this.#result(rule, count)).sort(byHarm);
  }

  #result(rule: string, count: Count): RuleResult {
    const { category, hits, benign, right, wrong } = count;
    const errors = [...count.benignErrors, ...count.labelledErrors].sort(byLevel).slice(0, this.#maxErrors);
    return {
      rule,
      category,
      hits,
      benign,
      right: right.likely,
      wrong: wrong.likely,
      rightAtClue: right.clue,
      wrongAtClue: wrong.clue,
      precision: share(right.likely, right.likely + wrong.likely),
      errors,
    };
  }

  /** Errors that mark the page push out those that do not; the same words are quoted once. */
  #keep(errors: RuleError[], error: RuleError): void {
    if (errors.some((other) => other.quote === error.quote)) return;
    let at = errors.length;
    if (at >= this.#maxErrors) {
      at = error.level === 'likely' ? errors.findIndex(({ level }) => level === 'clue') : -1;
      if (at < 0) return;
    }
    errors[at] = error;
  }
}

function newCount(category: string): Count {
  const zero = () => perLevel(() => 0);
  return {
    category,
    hits: zero(),
    benign: zero(),
    right: zero(),
    wrong: zero(),
    benignErrors: [],
    labelledErrors: [],
  };
}

function bump(counts: Record<Level, number>, likely: boolean): void {
  counts.clue++;
  if (likely) counts.likely++;
}

/** `undefined` where the set says nothing about findings of this category. */
function judge(spec: SetSpec, label: string, category: string): 'benign' | boolean | undefined {
  if (spec.benign) return 'benign';
  const measures = (spec.measures ?? []).filter(
    ({ right, information }) => !information && isRight(category, right),
  );
  if (measures.some(({ positive }) => isLabel(label, positive))) return true;
  return measures.some(({ negative }) => isLabel(label, negative)) ? false : undefined;
}

function byHarm(a: RuleResult, b: RuleResult): number {
  return (
    b.benign.likely - a.benign.likely ||
    (a.precision.rate ?? 1) - (b.precision.rate ?? 1) ||
    b.benign.clue - a.benign.clue ||
    a.rule.localeCompare(b.rule)
  );
}

function byLevel(a: RuleError, b: RuleError): number {
  return Number(a.level === 'clue') - Number(b.level === 'clue');
}
