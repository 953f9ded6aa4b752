import type { Post } from './post';
import type { Replaced, Withheld } from './report';

/** A post without the parts that the reader does not want to keep. What rules read of its texts always stays. */
export function withhold(post: Post, parts: readonly Withheld[]): Post {
  const kept: Post = { ...post };
  for (const part of parts) {
    if (part === 'author') kept.author = {};
    else if (part === 'counts') kept.counts = {};
    else if (part === 'hashtags') kept.hashtags = [];
    else delete kept[part];
    if (part === 'publishedAt') delete kept.publishedApprox;
  }
  return kept;
}

/** A report, or values of one, without these parts: what files said of their making goes with their addresses. */
export function takeOut<T extends Replaced>(values: T, parts: readonly Withheld[]): T {
  if (parts.length === 0) return values;
  const kept: Replaced = { ...values };
  if (kept.post) kept.post = withhold(kept.post, parts);
  if (parts.includes('media')) delete kept.mediaChecks;
  return kept as T;
}
