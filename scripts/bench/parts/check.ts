import { BenchError } from '../error.ts';
import type { Part } from './part.ts';

const POSTS = 400;

/** The hits that are counted are the right ones; tests/unit/rules/matcher/ does it thoroughly. */
export const check: Part = {
  title: 'Hits against a naive search',
  run: async ({ lists, posts }, runners) => {
    const texts = posts.slice(0, POSTS);
    for (const runner of runners) {
      for (const terms of lists) {
        const { hits, differs } = await runner.run({ kind: 'check', terms, texts });
        if (differs !== undefined) {
          throw new BenchError(
            `${runner.name}, ${terms.length} terms: other hits than the naive ones in "${differs}"`,
          );
        }
        console.log(`${runner.name}, ${terms.length} terms: the same ${hits} hits in ${texts.length} posts`);
      }
    }
    return [];
  },
};
