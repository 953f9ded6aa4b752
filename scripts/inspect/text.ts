import { once } from 'node:events';
import { UNKNOWN_LABELS } from '../../utils/model/post.ts';
import { loadEngine } from '../lib/engine.ts';
import { checkFile, parseFileArgs } from './args.ts';
import { InspectError } from './error.ts';
import { readLines } from './lines.ts';

/** What a row is read as; rules on comments and live rooms see only those. */
const ROLES = { title: 'video', post: 'note', comment: 'comment', chat: 'danmaku' } as const;
type Role = keyof typeof ROLES;

/** One line of findings per row `{text}`; streams, so that memory does not grow with the file. */
export async function inspectText(args: string[]): Promise<void> {
  const { file, values } = parseFileArgs(args, { as: { type: 'string' } });
  const role = String(values.as ?? 'post');
  if (!isRole(role)) throw new InspectError(`--as takes one of ${Object.keys(ROLES).join(', ')}`);
  await checkFile(file);
  const engine = await loadEngine();
  try {
    const rules = engine.rules.loadRules();
    let i = 0;
    for await (const line of readLines(file)) {
      if (!line.trim()) continue;
      const text = textOf(line, i);
      const parts = role === 'title' ? { title: text, text: '' } : { title: '', text };
      const findings = engine.match.matchPost(rules, {
        ...parts,
        hashtags: [],
        labels: UNKNOWN_LABELS,
        kind: ROLES[role],
        author: {},
      });
      const plain = findings.map(({ category, rule, confidence, spans }) => ({
        category,
        rule,
        confidence,
        spans: spans.map(({ field: _, ...span }) => span),
      }));
      const more = process.stdout.write(`${JSON.stringify({ i, findings: plain })}\n`);
      if (!more) await once(process.stdout, 'drain');
      i++;
    }
  } finally {
    await engine.close();
  }
}

function isRole(role: string): role is Role {
  return Object.hasOwn(ROLES, role);
}

function textOf(line: string, i: number): string {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new InspectError(`Row ${i + 1} is not JSON: ${line.slice(0, 60)}`);
  }
  const text = (row as { text?: unknown } | null)?.text;
  if (typeof text !== 'string') throw new InspectError(`Row ${i + 1} has no "text" that is a string`);
  return text;
}
