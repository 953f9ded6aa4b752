import { t } from '../utils/i18n';
import { CONFIDENCES, type Confidence, marksPage, strongest } from '../utils/model/finding';
import { type PostEvidence, postEvidenceOf } from '../utils/model/media-check';
import type { ScannedPost } from '../utils/model/page';
import type { PostKey } from '../utils/model/post';
import { headline } from './headline';

/** What marks the page, and what does not. */
export type FoundKind = 'marked' | 'clues';

/** Whether a post waits for a decision, was reported, or was reported and differs from its report since. */
export type Standing = 'open' | 'reported' | 'changed';

/** A category that rules found in a post, with the strongest of their findings. */
export interface FoundCategory {
  id: string;
  name: string;
  confidence: Confidence;
}

export interface FoundPost {
  key: PostKey;
  /** Title or beginning of the text. */
  text: string;
  author: string | undefined;
  /** Each once, the strongest first. */
  categories: readonly FoundCategory[];
  /** Each once. */
  rules: readonly string[];
  standing: Standing;
  /** What the post's files say of AI; absent while nothing that counts is known. */
  evidence: PostEvidence | undefined;
}

/** The posts of one page with findings, each in one of the lists, in the order of the page. */
export interface FoundLists {
  /** Those with a mark on the page. */
  marked: readonly FoundPost[];
  /** Those with nothing but clues. */
  clues: readonly FoundPost[];
  /** Both of these together. */
  listed: readonly FoundPost[];
  dismissed: readonly FoundPost[];
}

export interface FoundGroup {
  /** Category id; absent for a group of all categories. */
  category: string | undefined;
  name: string;
  posts: readonly FoundPost[];
}

export interface Decisions {
  reported: readonly PostKey[];
  /** Of these the ones that differ from their report. */
  changed: readonly PostKey[];
  dismissed: readonly PostKey[];
}

export function listPosts(
  posts: readonly ScannedPost[],
  decisions: Decisions,
  categoryName: (id: string) => string,
): FoundLists {
  const reported = new Set(decisions.reported);
  const changed = new Set(decisions.changed);
  const dismissed = new Set(decisions.dismissed);
  const lists = { listed: [] as FoundPost[], dismissed: [] as FoundPost[] };
  for (const post of posts) {
    if (post.findings.length === 0) continue;
    const { key, author } = post;
    const found = {
      key,
      text: headline({ post }),
      author: author.name,
      categories: categoriesOf(post, categoryName),
      rules: [...new Set(post.findings.map(({ rule }) => rule))],
      standing: changed.has(key) ? 'changed' : reported.has(key) ? 'reported' : 'open',
      evidence: postEvidenceOf(post.mediaChecks ?? []),
    } as const;
    lists[dismissed.has(key) ? 'dismissed' : 'listed'].push(found);
  }
  const { listed } = lists;
  return { ...lists, marked: listed.filter(isMarked), clues: listed.filter((post) => !isMarked(post)) };
}

/** Those that the reader may decide about together. Clues are no reason to take a mark away. */
export function decidable(kind: FoundKind, posts: readonly FoundPost[]): FoundPost[] {
  return openPosts(posts).filter((post) => kind === 'marked' || !isMarked(post));
}

/**
 * A group for each category that marks posts, or is a clue in posts, also in marked ones; the largest first, and in it
 * the strongest post first. A post is in the group of every such category.
 */
export function byCategory(kind: FoundKind, { listed }: FoundLists): FoundGroup[] {
  const groups = new Map<string, { category: string; name: string; posts: FoundPost[] }>();
  for (const post of listed) {
    for (const { id, name } of post.categories.filter((each) => marksPage(each) === (kind === 'marked'))) {
      const group = groups.get(id) ?? { category: id, name, posts: [] };
      groups.set(id, group);
      group.posts.push(post);
    }
  }
  for (const group of groups.values())
    group.posts.sort((a, b) => rankIn(b, group.category) - rankIn(a, group.category));
  return [...groups.values()].sort((a, b) => b.posts.length - a.posts.length);
}

/** All marked posts, or all with nothing but clues, in one group. */
export function inPageOrder(kind: FoundKind, lists: FoundLists): FoundGroup[] {
  const posts = lists[kind];
  return posts.length > 0 ? [{ category: undefined, name: t('listOrderPage'), posts }] : [];
}

/** How many posts were found in one category, by the strongest finding of each. */
export interface CategoryTally {
  id: string;
  name: string;
  counts: Record<Confidence, number>;
  total: number;
}

/** The category with most posts first. */
export function tallyCategories(posts: readonly FoundPost[]): CategoryTally[] {
  const tallies = new Map<string, CategoryTally>();
  for (const { categories } of posts) {
    for (const { id, name, confidence } of categories) {
      const tally = tallies.get(id) ?? { id, name, counts: { clue: 0, likely: 0, strong: 0 }, total: 0 };
      tallies.set(id, tally);
      tally.counts[confidence]++;
      tally.total++;
    }
  }
  return [...tallies.values()].sort((a, b) => b.total - a.total);
}

/** Those that the reader may still decide about. */
export function openPosts(posts: readonly FoundPost[]): FoundPost[] {
  return posts.filter(({ standing }) => standing === 'open');
}

function isMarked({ categories }: FoundPost): boolean {
  return categories.some(marksPage);
}

function categoriesOf({ findings }: ScannedPost, categoryName: (id: string) => string): FoundCategory[] {
  return [...Map.groupBy(findings, ({ category }) => category)]
    .map(([id, own]) => ({ id, name: categoryName(id), confidence: strongest(own) ?? 'clue' }))
    .sort((a, b) => rank(b.confidence) - rank(a.confidence));
}

function rankIn({ categories }: FoundPost, category: string): number {
  return Math.max(...categories.map(({ id, confidence }) => (id === category ? rank(confidence) : -1)));
}

function rank(confidence: Confidence): number {
  return CONFIDENCES.indexOf(confidence);
}
