import { type FeedPost, generateFeed } from '@/scripts/bench/page/feed-data';
import { generateTerms } from '@/scripts/bench/terms';

/** A small input in the shape of the bench's; a third of the terms are looked for. */
const list = generateTerms(3_000);
export const terms = list.slice(0, 1_000);
export const posts: readonly FeedPost[] = generateFeed(list, 300);
