import type { MatchArgs } from './args.ts';
import { BenchError } from './error.ts';
import type { ListedTerm } from './list-file.ts';
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

/** @param listed the lines of a list; generated terms when absent @throws BenchError when nothing in them can match */
export async function createInput(
  { quick, list = 'generated' }: MatchArgs,
  listed: readonly ListedTerm[] | undefined,
  runner: Runner,
): Promise<BenchInput> {
  const terms = listed === undefined ? generateTerms(MOST_TERMS) : await chooseTerms(list, listed, runner);
  const sizes = new Set(LIST_SIZES.map((size) => Math.min(size, terms.length)));
  const posts = generatePosts(terms, quick ? QUICK_POSTS : POSTS);
  return {
    quick,
    source: list,
    lists: [...sizes].map((size) => terms.slice(0, size)),
    posts,
    long: joinPosts(posts, LONG_TEXT),
  };
}

async function chooseTerms(file: string, listed: readonly ListedTerm[], runner: Runner): Promise<string[]> {
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
