import { parseArgs } from 'node:util';
import { BadInput } from './bad-input.ts';
import { setSpecs } from './sets.ts';

export const USAGE = `Usage:
  npm run --silent eval -- --data FOLDER [--json] [--errors N] [--rule ID] [--only SET,…] [--limit N]

  --data FOLDER   folder that holds one folder of *.jsonl files per set
  --json          one JSON object instead of tables
  --errors N      quoted errors per rule, 5 unless said
  --rule ID       every hit of this rule, or of all rules of this category or campaign, instead of tables
  --only SET,…    only these sets
  --limit N       only the first N rows of each set`;

export interface EvalArgs {
  data: string;
  json: boolean;
  /** Quoted errors per rule. */
  errors: number;
  /** The id of a rule, or of a category or campaign for all its rules. */
  rule: string | undefined;
  /** Set names; all sets when absent. */
  only: readonly string[] | undefined;
  /** Rows per set; no limit when absent. */
  limit: number | undefined;
}

/** @throws BadInput naming the option that is wrong */
export function parseEvalArgs(args: string[]): EvalArgs {
  const values = parse(args);
  if (!values.data) throw new BadInput(`Name the folder of the sets with --data FOLDER.\n${USAGE}`);
  return {
    data: values.data,
    json: values.json ?? false,
    errors: count('errors', values.errors, 0) ?? 5,
    rule: values.rule,
    only: values.only === undefined ? undefined : setNames(values.only),
    limit: count('limit', values.limit, 1),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        data: { type: 'string' },
        json: { type: 'boolean' },
        errors: { type: 'string' },
        rule: { type: 'string' },
        only: { type: 'string' },
        limit: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new BadInput(`${(error as Error).message.split('\n')[0]}\n${USAGE}`);
  }
}

function count(name: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new BadInput(`--${name} takes a whole number from ${least}, not "${value}"`);
  return number;
}

function setNames(value: string): string[] {
  const names = value.split(',').filter((name) => name !== '');
  const known = setSpecs.map(({ set }) => set);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0 || names.length === 0)
    throw new BadInput(`--only: no set "${unknown.join(', ')}". The sets are ${known.join(', ')}`);
  return names;
}
