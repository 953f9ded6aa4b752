import type { MatchArgs } from './args.ts';
import { BenchError } from './error.ts';
import { readListFile } from './list-file.ts';
import { generatePosts, joinPosts, LONG_TEXT, POSTS } from './posts.ts';
import { createRandom, shuffle } from './random.ts';
import type { Runner } from './runners.ts';
import { generateTerms, LIST_SIZES } from './terms.ts';

/** What is measured on. */
export interface BenchInput {
  quick: boolean;
  /** Where the terms come from. */
  source: string;
  /** Nested lists of growing size. */
  lists: string[][];
  posts: string[];
  /** One long text. */
  long: string;
}

const QUICK_POSTS = 6_000;
const MOST_TERMS = LIST_SIZES.at(-1)!;

/** @throws BenchError for a list that cannot be read */
export async function createInput({ quick, list }: MatchArgs, runner: Runner): Promise<BenchInput> {
  const terms = list === undefined ? generateTerms(MOST_TERMS) : await listedTerms(list, runner);
  const sizes = new Set(LIST_SIZES.map((size) => Math.min(size, terms.length)));
  const posts = generatePosts(terms, quick ? QUICK_POSTS : POSTS);
  return {
    quick,
    source: list ?? 'generated',
    lists: [...sizes].map((size) => terms.slice(0, size)),
    posts,
    long: joinPosts(posts, LONG_TEXT),
  };
}

async function listedTerms(file: string, runner: Runner): Promise<string[]> {
  const listed = readListFile(file);
  const empty = new Set(await runner.run({ kind: 'vet', terms: listed.map(({ term }) => term) }));
  const [first] = empty;
  if (first !== undefined) {
    console.log(
      `${file}, line ${listed[first]!.line}: nothing to match; ${empty.size} such lines are left out`,
    );
  }
  const terms = listed.filter((_, i) => !empty.has(i)).map(({ term }) => term);
  if (terms.length === 0) throw new BenchError(`${file}: no line has anything to match`);
  return shuffle(createRandom(1), terms).slice(0, MOST_TERMS);
}
