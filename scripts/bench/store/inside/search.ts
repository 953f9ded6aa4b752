import { EVERYTHING, NEWEST_FIRST, type ReportQuery, type ReportSort, SORT_KEYS } from '@/utils/model/queue';
import type { ReportIndex } from '@/utils/report-index/report-index';
import { fillIndex } from './open.ts';

export interface SearchJob {
  rounds: number;
}

/** One query or order, and what it took. */
export interface Asked {
  what: string;
  /** A text search, or filters and order only. */
  kind: 'text' | 'select';
  found: number;
  /** Milliseconds of every round. */
  times: number[];
}

interface Question extends Pick<Asked, 'what' | 'kind'> {
  query: ReportQuery;
  sort: ReportSort;
  grouped: boolean;
}

/** Nothing that is asked for goes on from it. */
const OTHER: ReportQuery = { ...EVERYTHING, text: '〇〇' };

/** Asks the filled index all sorts of things, each after something else, of whose answer nothing is of use. */
export async function search({ rounds }: SearchJob): Promise<Asked[]> {
  const index = await fillIndex();
  const questions = [...texts(index), ...filters(index), ...orders()];
  const asked = questions.map(({ what, kind }): Asked => ({ what, kind, found: 0, times: [] }));
  for (let round = -1; round < rounds; round++) {
    for (const [i, { query, sort, grouped }] of questions.entries()) {
      index.select(OTHER, NEWEST_FIRST, { grouped: false });
      const start = performance.now();
      const { count } = index.select(query, sort, { grouped });
      const time = performance.now() - start;
      asked[i]!.found = count;
      if (round >= 0) asked[i]!.times.push(time);
      // As between two answers that a person sees.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return asked;
}

function texts(index: ReportIndex): Question[] {
  const pairs = wordsOf(index, /\p{Script=Han}{2}/gu);
  const [rare, common] = [pairs[0]!, pairs.at(-1)!];
  const words: [what: string, text: string][] = [
    ['a rare pair of characters', rare],
    ['a common pair of characters', common],
    ['two pairs of characters', `${common} ${rare}`],
    ['a Latin word', wordsOf(index, /[a-z]{5,}/g).at(-1)!],
    ['one character', common[0]!],
    ['nothing like it', '龘龘龘'],
  ];
  return words.map(([what, text]) => ({ ...plain, what, kind: 'text', query: { ...EVERYTHING, text } }));
}

const SAMPLE = 300;

/** What the texts of some reports hold, from what the fewest hold to what the most do. */
function wordsOf(index: ReportIndex, pattern: RegExp): string[] {
  const counts = new Map<string, number>();
  let left = SAMPLE;
  for (const { text } of index.digests()) {
    if (left-- === 0) break;
    for (const word of new Set(text.match(pattern))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => a[1] - b[1]).map(([word]) => word);
}

const plain = { kind: 'select', sort: NEWEST_FIRST, grouped: false } as const;

function filters(index: ReportIndex): Question[] {
  const [digest] = [...index.digests()].filter(
    ({ categories, rules }) => categories.length > 0 && rules.length > 0,
  );
  const { categories, rules, site, createdAt } = digest!;
  const day = new Date(createdAt).toISOString().slice(0, 10);
  const parts: [what: string, part: Partial<ReportQuery>][] = [
    ['everything', {}],
    ['new ones', { statuses: ['new'] }],
    ['a category', { categories: categories.slice(0, 1) }],
    ['a campaign', { campaigns: [categories[0]!.split('/')[0]!] }],
    ['a site and a status', { sites: [site], statuses: ['new'] }],
    ['a rule', { rules: rules.slice(0, 1) }],
    ['from a day on', { from: day }],
    ['strength and label', { confidences: ['likely', 'strong'], labels: ['none'] }],
    ['only copies', { copies: true }],
  ];
  return parts.map(([what, part]) => ({ ...plain, what, query: { ...EVERYTHING, ...part } }));
}

function orders(): Question[] {
  const sorts = SORT_KEYS.map((by) => ({
    ...plain,
    what: `by ${by}`,
    query: EVERYTHING,
    sort: { by, descending: false },
  }));
  return [...sorts, { ...plain, what: 'copies as one', query: EVERYTHING, grouped: true }];
}
