import type { StatePost } from './define-site';
import { isRecord } from './unknown';

/** Deeper and larger data than any captured answer or state (YouTube's reach a depth of about 40). */
const MAX_DEPTH = 60;
const MAX_NODES = 400_000;
const MAX_POSTS = 2_000;

/**
 * Reads one object as a post; `undefined` when it is none. `outer` is the nearest post around it, for comments that
 * do not name what they stand under.
 */
export type ReadItem<T extends StatePost = StatePost> = (
  item: Record<string, unknown>,
  outer: T | undefined,
) => T | undefined;

/**
 * Finds posts by their shape wherever they stand in parsed data: answers wrap them once or twice and change the
 * wrappers often. In the order of the data; of two with one kind and id the first is kept. Bounded in depth, nodes
 * and posts; cycles end at the depth bound, so only parsed JSON or bounded copies should be given.
 *
 * @param skip keys whose values are not entered (adverts, recommendations of other people's posts)
 */
export function collectPosts<T extends StatePost = StatePost>(
  data: unknown,
  read: ReadItem<T>,
  skip: ReadonlySet<string> = new Set(),
): T[] {
  const found = new Map<string, T>();
  let nodes = 0;
  const visit = (value: unknown, outer: T | undefined, depth: number) => {
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES || found.size >= MAX_POSTS) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, outer, depth + 1);
    } else if (isRecord(value)) {
      const post = read(value, outer);
      const key = post && `${post.kind}:${post.id}`;
      if (key && !found.has(key)) found.set(key, post);
      for (const [name, inner] of Object.entries(value)) {
        if (typeof inner === 'object' && !skip.has(name)) visit(inner, post ?? outer, depth + 1);
      }
    }
  };
  visit(data, undefined, 0);
  return [...found.values()];
}
