import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judge } from '@/scripts/eval/judge';
import { evaluate } from '@/scripts/eval/main';
import type { Confidence, Finding } from '@/utils/model/finding';

/** A rule of one word, for tests that are not about rules. */
interface WordRule {
  id: string;
  word: string;
  confidence: Confidence;
}

const RULES: WordRule[] = [
  { id: '2025-1/illegal-diversion/contact', word: '加微信', confidence: 'likely' },
  { id: '2025-1/illegal-diversion/hint', word: '私聊', confidence: 'clue' },
  { id: '2023-8/comment-abuse/insult', word: '蠢货', confidence: 'likely' },
  { id: '2025-3/fake-staged/silent', word: '没有人写的话', confidence: 'likely' },
];

const categoryOf = (rule: string) => rule.split('/').slice(0, 2).join('/');

export function wordJudge(): Judge {
  return {
    packs: [{ id: '2025-1', version: '2026.01.01', rules: RULES.length }],
    categories: new Map(RULES.map(({ id }) => [categoryOf(id), `名称 ${categoryOf(id)}`])),
    rules: new Map(RULES.map(({ id }) => [id, categoryOf(id)])),
    find: ({ title, text }) => RULES.flatMap((rule) => findWord(rule, title, text)),
    close: async () => undefined,
  };
}

function findWord({ id, word, confidence }: WordRule, title: string, text: string): Finding[] {
  const field = title ? 'title' : 'text';
  const start = (title || text).indexOf(word);
  if (start < 0) return [];
  const spans = [{ field, start, end: start + word.length, text: word } as const];
  return [{ rule: id, category: categoryOf(id), confidence, spans, counter: [] }];
}

type InventedRow = [text: string, label?: string | number, meta?: object];

/** Writes `<set>/dev.jsonl` for each set; a string is written as a line of its own. */
export function writeSets(folder: string, sets: Record<string, (InventedRow | string)[]>): void {
  for (const [set, rows] of Object.entries(sets)) {
    mkdirSync(join(folder, set), { recursive: true });
    const lines = rows.map((row) => {
      if (typeof row === 'string') return row;
      const [text, label = 'benign', meta = {}] = row;
      return JSON.stringify({ text, label, meta });
    });
    writeFileSync(join(folder, set, 'dev.jsonl'), `${lines.join('\n')}\n`);
  }
}

/** Runs the command's main function with {@link wordJudge}. */
export async function runEval(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const status = await evaluate(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    openJudge: async () => wordJudge(),
  });
  return { status, out, err };
}
