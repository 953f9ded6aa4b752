import { createRandom, type Random } from '../../scripts/bench/random';
import { CONFIDENCES, type Finding } from '../../utils/model/finding';
import {
  type LabelReading,
  type Media,
  NO_LABELS,
  type Post,
  postKey,
  UNKNOWN_LABELS,
} from '../../utils/model/post';
import { FILED_BY, REPORT_STATUSES, type Report } from '../../utils/model/report';
import type { StoredReport } from '../../utils/storage/tables';
import { CATEGORIES, CHINESE, ENGLISH, REVIEWERS, SITES, TAGS } from './report-words';

export interface ManyReports {
  count: number;
  /** The same seed gives the same reports. */
  seed?: number;
  /** Characters of each text; titles come on top. */
  length?: number;
}

const FIRST = Date.UTC(2025, 0, 6, 1, 2, 3);
/** Mean time between two reports, in milliseconds: 100,000 of them fill about a year and a half. */
const GAP = 8 * 60_000;
/** One in so many is a copy of one of the {@link RECENT} before it. */
const COPIED = 12;
const RECENT = 200;
const SEEN: LabelReading = {
  state: 'seen',
  items: [{ kind: 'ai', text: '内容由AI生成', by: 'platform', from: 'element' }],
};

/** Varied reports with invented texts, oldest first, one in twelve of them a copy; each with its own id and post. */
export function* manyReports({ count, seed = 1, length = 960 }: ManyReports): Generator<Report> {
  const random = createRandom(seed);
  const recent: Post[] = [];
  let at = FIRST;
  for (let i = 0; i < count; i++) {
    at += 1 + random.below(2 * GAP);
    const original = recent.length > 0 && random.below(COPIED) === 0 ? pick(random, recent) : undefined;
    const post = makePost(random, { at, length, original });
    recent[i % RECENT] = post;
    yield makeReport(random, post, at);
  }
}

/** As the store would keep it, but for seals that only look like some. */
export function asStored(report: Report, rev: number): StoredReport {
  const seal = rev.toString(16).padStart(64, '0');
  return { ...report, rev, seal, chain: seal };
}

function makePost(
  random: Random,
  { at, length, original }: { at: number; length: number; original?: Post | undefined },
): Post {
  const site = pick(random, SITES);
  const id = hex(random, 24);
  const kind = random.below(3) === 0 ? 'video' : 'note';
  const isEnglish = !original && random.below(6) === 0;
  const write = isEnglish ? english : chinese;
  const author = random.below(20_000);
  const media: Media[] = original?.media ?? [
    { type: 'image', url: `https://pictures.example.com/${hex(random, 20)}.jpg` },
  ];
  return {
    key: postKey(site, kind, id),
    site,
    kind,
    id,
    url: `https://www.example.com/${site}/${id}`,
    surface: random.below(2) === 0 ? 'feed' : 'detail',
    author: { name: `${isEnglish ? 'Reader' : '看客'}${author}`, id: `user-${author}` },
    title: original?.title ?? write(random, 18),
    text: original ? retold(random, original.text) : write(random, length),
    hashtags: random.below(3) === 0 ? [] : [pick(random, CHINESE.what), pick(random, CHINESE.where)],
    publishedAt: new Date(at - random.below(30) * 86_400_000).toISOString(),
    counts: { like: random.below(9_000), comment: random.below(400) },
    ...(random.below(2) === 0 && { media }),
    labels: [NO_LABELS, NO_LABELS, UNKNOWN_LABELS, SEEN][random.below(4)]!,
  };
}

function makeReport(random: Random, post: Post, at: number): Report {
  const categories = random.below(25) === 0 ? [] : some(random, CATEGORIES, 1 + random.below(2));
  const status = REPORT_STATUSES[Math.max(0, random.below(7) - 3)]!;
  const decidedAt = at + random.below(4 * 86_400_000);
  const tags = random.below(5) === 0 ? some(random, TAGS, 1 + random.below(2)) : [];
  return {
    id: uuid(random),
    postKey: post.key,
    post,
    findings: categories.flatMap((category) => findingsOf(random, category, post.text)),
    categories,
    note: random.below(4) === 0 ? chinese(random, 24) : '',
    status,
    filedBy: pick(random, FILED_BY),
    version: '0.4.0',
    readAt: at - 2_000,
    adapter: '0.4.0+test',
    answers: [],
    withheld: [],
    ...(tags.length > 0 && { tags }),
    ...(random.below(3) === 0 && { assignee: pick(random, REVIEWERS) }),
    ...(status !== 'new' && { decidedAt }),
    createdAt: at,
    updatedAt: status === 'new' ? at : decidedAt,
  };
}

function findingsOf(random: Random, category: string, text: string): Finding[] {
  if (random.below(8) === 0) return [];
  const start = random.below(Math.max(1, text.length - 4));
  const span = { field: 'text' as const, start, end: start + 2, text: text.slice(start, start + 2) };
  return [
    {
      rule: `${category}/${pick(random, ['wording', 'pattern', 'scene'])}`,
      category,
      confidence: pick(random, CONFIDENCES),
      spans: text.length >= start + 2 ? [span] : [],
      counter: [],
    },
  ];
}

/** The same text with other spaces, an emoji, another end, or as it was. */
function retold(random: Random, text: string): string {
  const half = text.length >> 1;
  const changes = [
    text,
    `${text.slice(0, half)} ${text.slice(half)}`,
    `😂${text}`,
    `${text.slice(0, -6)}转给家里人看看`,
    text.replaceAll('，', ' '),
  ];
  return pick(random, changes);
}

/** Mostly words that no other text has: two texts are copies only when one was made of the other. */
function chinese(random: Random, length: number): string {
  const { when, where, who, act, what, end, signs, characters } = CHINESE;
  const phrases = [when, where, who, act, what, end];
  let text = '';
  while (text.length < length) {
    text += pick(random, pick(random, phrases));
    for (let words = 3 + random.below(4); words > 0; words--) {
      text += pick(random, characters) + pick(random, characters);
    }
    text += random.below(9) === 0 ? String(random.below(1_000)) : '';
    text += pick(random, signs);
  }
  return text.slice(0, length);
}

function english(random: Random, length: number): string {
  let text = '';
  while (text.length < length) {
    const { who, act, what, where, end } = ENGLISH;
    const words = Array.from({ length: 4 }, () => letters(random));
    text += `The ${pick(random, who)} ${pick(random, act)} ${random.below(90)} ${pick(random, what)}s `;
    text += `at the ${pick(random, where)}, ${words.join(' ')}, ${pick(random, end).replaceAll('-', ' ')}. `;
  }
  return text.slice(0, length).trimEnd();
}

function letters(random: Random): string {
  return String.fromCharCode(...Array.from({ length: 3 + random.below(6) }, () => 97 + random.below(26)));
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random.below(list.length)]!;
}

function some<T>(random: Random, list: readonly T[], count: number): T[] {
  return [...new Set(Array.from({ length: count }, () => pick(random, list)))];
}

function hex(random: Random, digits: number): string {
  let text = '';
  while (text.length < digits) text += random.below(0x1000000).toString(16).padStart(6, '0');
  return text.slice(0, digits);
}

function uuid(random: Random): string {
  const digits = hex(random, 32);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}
