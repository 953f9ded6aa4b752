import { generatePosts } from '../posts.ts';
import { createRandom, createRanks, type Random } from '../random.ts';

/** What one post of the generated feed shows. Plain data. */
export interface FeedPost {
  id: string;
  authorId: string;
  author: string;
  /** As the feed shows it, to the minute. */
  time: string;
  from: string;
  /** In every third post. */
  title: string;
  /** The body, in the pieces that its elements hold. */
  body: BodyPiece[];
  /** Like, comment, collect, share. */
  counts: [number, number, number, number];
  /** What stands in the label's place; mostly nothing. */
  label: string;
  seconds: number;
}

/** `text` and `strong` are spans, `link` is an address, `tag` a hashtag without its sign. */
export interface BodyPiece {
  kind: 'text' | 'strong' | 'link' | 'tag';
  text: string;
}

const TITLE = 14;
const NAME_SIGNS = '山川河海云月星风雨雪松竹梅兰青白晴朗小大老阿南北东西春秋';
const TAGS = ['日常记录', '随手拍', '周末去哪', '做饭', '读书', '城市散步', '植物', '手工', '跑步', '旧物'];
const DEVICES = ['网页版', '手机客户端', '平板客户端'];
const LABELS = ['作者声明：内容由AI生成', '作者声明：虚构演绎，仅供娱乐'];
const FIRST_MINUTE = Date.UTC(2026, 9, 1);

/**
 * Posts of a feed, the same in every run: short texts in the shape of {@link generatePosts}, cut where a site puts a
 * link or emphasis into them, with author, time, counters, hashtags and, rarely, a label.
 */
export function generateFeed(terms: readonly string[], count: number, seed = 13): FeedPost[] {
  const random = createRandom(seed);
  const tagRank = createRanks(random, TAGS.length, 2);
  const titles = generatePosts(terms, Math.ceil(count / 3), seed + 1);
  return generatePosts(terms, count, seed).map((text, index) => ({
    ...createPost(random, tagRank, text, index),
    title: index % 3 === 0 ? titles[index / 3]!.slice(0, TITLE).toWellFormed() : '',
  }));
}

function createPost(
  random: Random,
  tagRank: () => number,
  text: string,
  index: number,
): Omit<FeedPost, 'title'> {
  const tags = [...new Set(Array.from({ length: random.below(4) }, () => TAGS[tagRank()]!))];
  const author = random.below(9_000);
  return {
    id: (1e15 + index * 7_919).toString(36),
    authorId: `u${author}`,
    author: nameOf(createRandom(author)),
    time: new Date(FIRST_MINUTE + random.below(70_000) * 60_000).toISOString().slice(0, 16).replace('T', ' '),
    from: DEVICES[random.below(DEVICES.length)]!,
    body: [...cut(random, text), ...tags.map((tag) => ({ kind: 'tag' as const, text: tag }))],
    counts: [random.below(20_000), random.below(900), random.below(5_000), random.below(300)],
    label: random.next() < 0.05 ? LABELS[random.below(LABELS.length)]! : '',
    seconds: 5 + random.below(600),
  };
}

function nameOf(random: Random): string {
  return Array.from({ length: 2 + random.below(3) }, () => NAME_SIGNS[random.below(NAME_SIGNS.length)]).join(
    '',
  );
}

/** Two cuts anywhere, so that some words lie in two elements. */
function cut(random: Random, text: string): BodyPiece[] {
  const [first, second] = [random.below(text.length + 1), random.below(text.length + 1)].sort(
    (a, b) => a - b,
  ) as [number, number];
  const middle = random.next() < 0.5 ? ('link' as const) : ('strong' as const);
  const pieces: BodyPiece[] = [
    { kind: 'text', text: text.slice(0, first).toWellFormed() },
    { kind: middle, text: text.slice(first, second).toWellFormed() },
    { kind: 'text', text: text.slice(second).toWellFormed() },
  ];
  return pieces.filter((piece) => piece.text !== '');
}
