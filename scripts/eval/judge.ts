import type { Finding } from '../../utils/model/finding.ts';
import { type Engine, loadEngine } from '../lib/engine.ts';
import { type Readable, type Role, toReadable } from './readable.ts';
import type { Row } from './rows.ts';

/** The rules under evaluation. */
export interface Judge {
  packs: readonly { id: string; version: string; rules: number }[];
  /** Names of categories by id. */
  categories: ReadonlyMap<string, string>;
  /** Rule ids with the category of each. */
  rules: ReadonlyMap<string, string>;
  find: (readable: Readable) => Finding[];
  close: () => Promise<void>;
}

/** The extension's own rules and matcher. @throws whatever is wrong with a pack */
export async function openJudge(): Promise<Judge> {
  const engine = await loadEngine();
  try {
    return fromEngine(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function fromEngine({ rules: { builtInPacks, loadRules }, match, close }: Engine): Judge {
  const rules = loadRules();
  return {
    packs: builtInPacks.map((pack) => ({ id: pack.id, version: pack.version, rules: pack.rules.length })),
    categories: new Map(
      builtInPacks.flatMap(({ categories }) => categories.map(({ id, name }) => [id, name.zh_CN])),
    ),
    rules: new Map(builtInPacks.flatMap((pack) => pack.rules.map(({ id, category }) => [id, category]))),
    find: (readable) => match.matchPost(rules, readable),
    close,
  };
}

/** What the rules find in a row. @throws Error naming the row when the engine fails on it */
export function judgeRow(judge: Judge, row: Row, role: Role): { readable: Readable; findings: Finding[] } {
  const readable = toReadable(row.text, role);
  try {
    return { readable, findings: judge.find(readable) };
  } catch (error) {
    throw new Error(`The engine failed on ${row.file}:${row.line}`, { cause: error });
  }
}
