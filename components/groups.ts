import { CONFIDENCES, marksPage, strongest } from '../utils/model/finding';
import type { ScannedPost } from '../utils/model/page';
import type { FoundGroup, FoundPost } from './CategoryCounts';
import { headline } from './ReportRow';

export interface Groups {
  marked: FoundGroup[];
  clues: FoundGroup[];
  /** Posts with findings that the reader dismissed. */
  dismissed: number;
}

export interface Decisions {
  reported: readonly string[];
  dismissed: readonly string[];
}

/** Sorts the posts of a page by category; a post counts once per category, with its strongest finding there. */
export function groupPosts(
  posts: readonly ScannedPost[],
  { reported, dismissed }: Decisions,
  categoryName: (id: string) => string,
): Groups {
  const found = posts.filter(({ findings }) => findings.length > 0);
  const open = found.filter(({ key }) => !dismissed.includes(key));
  const entries = open.flatMap((post) =>
    [...Map.groupBy(post.findings, ({ category }) => category)].map(([category, findings]) => ({
      category,
      key: post.key,
      text: headline({ post }),
      author: post.author.name,
      confidence: strongest(findings) ?? 'clue',
      reported: reported.includes(post.key),
    })),
  );
  return {
    marked: byCategory(entries.filter(marksPage), categoryName),
    clues: byCategory(
      entries.filter((entry) => !marksPage(entry)),
      categoryName,
    ),
    dismissed: found.length - open.length,
  };
}

/** Largest category first, strongest post first. */
function byCategory(
  entries: readonly (FoundPost & { category: string })[],
  categoryName: (id: string) => string,
): FoundGroup[] {
  return [...Map.groupBy(entries, ({ category }) => category)]
    .map(([category, posts]) => ({
      category,
      name: categoryName(category),
      posts: posts.sort(strongerFirst),
    }))
    .sort((a, b) => b.posts.length - a.posts.length);
}

function strongerFirst(a: FoundPost, b: FoundPost): number {
  return CONFIDENCES.indexOf(b.confidence) - CONFIDENCES.indexOf(a.confidence);
}
