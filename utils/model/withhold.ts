import type { Post } from './post';
import type { Withheld } from './report';

/** A post without the parts that the reader does not want to keep. What rules read always stays. */
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
