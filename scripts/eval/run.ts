import { type RuleResult, RuleTally } from './by-rule.ts';
import { type CaseResult, CaseTally } from './cases.ts';
import { type Judge, judgeRow } from './judge.ts';
import { toMarks } from './marks.ts';
import { type PairResult, PairTally } from './pairs.ts';
import { type RecallResult, RecallTally } from './recall.ts';
import { type BadRow, folders, readRows, setFiles } from './rows.ts';
import type { SetSpec } from './set-spec.ts';
import { setSpecs } from './sets.ts';
import { type StreamResult, StreamTally } from './streams.ts';
import { type TargetResult, targetsOf } from './targets.ts';

export interface MeasuredSet {
  set: string;
  files: string[];
  rows: number;
  /** Labels that no measure of the set looks at. */
  unusedLabels: { label: string; rows: number }[];
}

/** Everything that was measured; the shape of `--json`. Shares are fractions. */
export interface EvalResult {
  schema: 1;
  packs: readonly { id: string; version: string; rules: number }[];
  rows: number;
  sets: MeasuredSet[];
  skipped: { set: string; reason: string }[];
  badRows: BadRow[];
  /** Bad rows that are not listed because there are too many. */
  badRowsLeftOut: number;
  targets: TargetResult[];
  falsePositives: StreamResult[];
  unlabelled: StreamResult[];
  recall: RecallResult[];
  evasion: PairResult[];
  officialCases: CaseResult | null;
  /** Every rule, worst first. */
  rules: RuleResult[];
  seconds: number;
}

export interface RunOptions {
  data: string;
  only: readonly string[] | undefined;
  limit: number | undefined;
  /** Quoted errors per rule. */
  errors: number;
  /** Told after each row, with rows so far. */
  onProgress: (set: string, rows: number) => void;
}

const MAX_BAD_ROWS = 100;

/** Runs the rules over all sets, a row at a time. */
export async function run(judge: Judge, options: RunOptions): Promise<EvalResult> {
  const started = performance.now();
  const rules = new RuleTally(judge.rules, options.errors);
  const result: EvalResult = {
    schema: 1,
    packs: judge.packs,
    rows: 0,
    sets: [],
    skipped: [],
    badRows: [],
    badRowsLeftOut: 0,
    targets: [],
    falsePositives: [],
    unlabelled: [],
    recall: [],
    evasion: [],
    officialCases: null,
    rules: [],
    seconds: 0,
  };
  for (const spec of setSpecs) {
    if (options.only && !options.only.includes(spec.set)) continue;
    const files = await setFiles(options.data, spec.set);
    if (files.length === 0) {
      result.skipped.push({ set: spec.set, reason: 'no *.jsonl file in a folder of this name' });
      continue;
    }
    await runSet(judge, spec, files, options, rules, result);
  }
  if (!options.only) {
    for (const folder of await folders(options.data))
      if (!setSpecs.some(({ set }) => set === folder))
        result.skipped.push({
          set: folder,
          reason: 'not in the table of sets (scripts/eval/sets.ts)',
        });
  }
  result.rules = rules.results();
  result.targets = targetsOf(result);
  result.seconds = Math.round((performance.now() - started) / 100) / 10;
  return result;
}

/** Adds what one set says to the result. */
async function runSet(
  judge: Judge,
  spec: SetSpec,
  files: string[],
  options: RunOptions,
  rules: RuleTally,
  result: EvalResult,
): Promise<void> {
  const stream = spec.benign || spec.unlabelled ? new StreamTally(spec.set, spec.benign ?? {}) : undefined;
  const measures = (spec.measures ?? []).map((measure) => new RecallTally(measure));
  const pairs = spec.pairs && new PairTally(spec.set, spec.pairs.right, spec.pairs.target);
  const cases = spec.cases && new CaseTally(spec.set, spec.cases.right, spec.cases.target);
  const onBad = (bad: BadRow) => {
    if (result.badRows.length < MAX_BAD_ROWS) result.badRows.push(bad);
    else result.badRowsLeftOut++;
  };
  const unused = new Map<string, number>();
  let rows = 0;
  for await (const row of readRows(options.data, files, options.limit, onBad)) {
    const { readable, findings } = judgeRow(judge, row, spec.role);
    const marks = toMarks(findings);
    stream?.add(marks);
    for (const measure of measures) measure.add(row.label, marks);
    if (measures.length > 0 && measures.every((measure) => measure.isPositive(row.label) === undefined))
      unused.set(row.label, (unused.get(row.label) ?? 0) + 1);
    pairs?.add(row, marks);
    cases?.add(row, marks);
    if (findings.length > 0) rules.add(spec, row, readable, findings);
    rows++;
    options.onProgress(spec.set, ++result.rows);
  }
  result.sets.push({
    set: spec.set,
    files,
    rows,
    unusedLabels: [...unused].map(([label, count]) => ({ label, rows: count })),
  });
  if (stream) (spec.benign ? result.falsePositives : result.unlabelled).push(...stream.results());
  result.recall.push(...measures.flatMap((measure) => measure.results()));
  if (pairs) result.evasion.push(...pairs.results());
  if (cases) result.officialCases = cases.result();
}
