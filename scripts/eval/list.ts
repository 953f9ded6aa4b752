import type { Confidence } from '../../utils/model/finding.ts';
import { BadInput } from './bad-input.ts';
import { type Judge, judgeRow } from './judge.ts';
import { quote } from './quote.ts';
import { type BadRow, readRows, setFiles } from './rows.ts';
import type { RunOptions } from './run.ts';
import { setSpecs } from './sets.ts';

export interface RuleHit {
  set: string;
  file: string;
  line: number;
  label: string;
  rule: string;
  confidence: Confidence;
  /** Counter-evidence that lowered the finding, if any. */
  counter: string[];
  quote: string;
}

/** Every hit of one rule, or of all rules of a category or campaign, in order of set and row. @throws BadInput for an unknown id */
export async function* listHits(
  judge: Judge,
  id: string,
  options: Omit<RunOptions, 'errors'>,
  onBad: (bad: BadRow) => void,
): AsyncGenerator<RuleHit> {
  checkId(judge, id);
  let rows = 0;
  for (const { set, role } of setSpecs) {
    if (options.only && !options.only.includes(set)) continue;
    const files = await setFiles(options.data, set);
    for await (const row of readRows(options.data, files, options.limit, onBad)) {
      const { readable, findings } = judgeRow(judge, row, role);
      for (const finding of findings) {
        if (!isUnder(finding.rule, id) && !isUnder(finding.category, id)) continue;
        const { rule, confidence } = finding;
        const counter = finding.counter.map((each) => (each.type === 'label' ? each.label.kind : each.id));
        const { file, line, label } = row;
        yield { set, file, line, label, rule, confidence, counter, quote: quote(readable, finding) };
      }
      options.onProgress(set, ++rows);
    }
  }
}

function checkId({ rules, categories }: Judge, id: string): void {
  if ([...rules.keys(), ...categories.keys()].some((known) => isUnder(known, id))) return;
  const campaign = id.split('/')[0];
  const near = [...rules.keys()].filter((rule) => rule.startsWith(`${campaign}/`)).slice(0, 100);
  throw new BadInput(
    near.length > 0
      ? `There is no rule, category or campaign "${id}". Rules of ${campaign}:\n  ${near.join('\n  ')}`
      : `There is no rule, category or campaign "${id}"`,
  );
}

/** Whether an id is this one or continues it after a `/`. */
function isUnder(id: string, beginning: string): boolean {
  return id === beginning || id.startsWith(`${beginning}/`);
}
