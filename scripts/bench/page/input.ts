import { loadEngine } from '../../lib/engine.ts';
import { generateTerms } from '../terms.ts';
import { generateFeed } from './feed-data.ts';
import type { PageInput } from './inside/stage.ts';
import { createPack } from './pack.ts';

/** Texts are drawn from a longer list than is looked for: about 280 words are found in 1,000 posts, as in real ones. */
const LIST = 60_000;
const TERMS = 10_000;
const FEW_TERMS = 1_000;
/** As many as the largest part shows, and those that are there before they begin to pass. */
const POSTS = 5_060;

/** The same in every run. */
export async function createPageInput(): Promise<PageInput> {
  const list = generateTerms(LIST);
  const terms = list.slice(0, TERMS);
  const engine = await loadEngine();
  try {
    const program = engine.compile.compilePacks([createPack(terms)], []);
    return { terms, fewTerms: terms.slice(0, FEW_TERMS), program, posts: generateFeed(list, POSTS) };
  } finally {
    await engine.close();
  }
}
