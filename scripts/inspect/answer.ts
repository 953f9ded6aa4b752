import type { PageReading } from '../../utils/model/page.ts';
import { loadEngine } from '../lib/engine.ts';
import { parseAddress, parseFileArgs, readText } from './args.ts';
import { InspectError } from './error.ts';

/** The posts of an API answer that a page would have loaded, as one page reading. */
export async function inspectAnswer(args: string[]): Promise<void> {
  const { file, values } = parseFileArgs(args, { url: { type: 'string' } });
  const endpoint = parseAddress(values.url);
  const body = parseJson(file, await readText(file));
  const engine = await loadEngine();
  try {
    const answer = engine.readAnswer(endpoint, body);
    if (!answer) throw new InspectError(`No site reads answers of ${endpoint.origin}${endpoint.pathname}`);
    const rules = engine.rules.loadRules();
    const { site, posts } = answer;
    const reading: PageReading = {
      site,
      surface: posts[0]?.surface ?? null,
      url: endpoint.href,
      health: {
        status: posts.length > 0 ? 'ok' : 'not-a-post',
        posts: posts.length,
        labelsRead: posts.filter(({ labels }) => labels.state !== 'unknown').length,
        missing: [],
      },
      pace: 'normal',
      posts: posts.map((post) => ({
        ...post,
        findings: engine.match.matchPost(rules, post),
      })),
    };
    process.stdout.write(`${JSON.stringify(reading)}\n`);
  } finally {
    await engine.close();
  }
}

/** One JSON document, or one a line (NDJSON); an answer kept by a recorder lies as text inside its record. */
function parseJson(file: string, text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim());
  const isLines = lines.length > 1 && lines.slice(0, 2).every((line) => /^[[{].*[\]}]\s*$/.test(line));
  try {
    const body: unknown = isLines ? lines.map((line) => JSON.parse(line) as unknown) : JSON.parse(text);
    const recorded = (body as { response?: { responseBody?: unknown } } | null)?.response?.responseBody;
    return typeof recorded === 'string' ? JSON.parse(recorded) : body;
  } catch (error) {
    throw new InspectError(`${file} is not JSON: ${(error as Error).message}`);
  }
}
