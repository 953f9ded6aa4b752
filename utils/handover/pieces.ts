import { maskNumbers } from '../export/mask';
import { claimWords, saidByFiles } from '../export/media-said';
import { counts, type MediaCheck } from '../model/media-check';
import type { PostKind } from '../model/post';
import type { Report } from '../model/report';
import { cutTo } from './count';

/** What a description is made of. */
export const PIECES = [
  'place',
  'read',
  'words',
  'labels',
  'files',
  'category',
  'copies',
  'answers',
  'note',
  'closing',
] as const;
export type PieceName = (typeof PIECES)[number];

/** A sentence; of all that do not fit together, those of the highest rank go first. */
export interface Piece {
  name: PieceName;
  rank: number;
  text: string;
}

/** Chinese words of what this folder does not know. */
export interface Worded {
  siteName: (id: string) => string;
  categoryName: (id: string) => string;
  /** The campaign and its words for a category; `undefined` when no installed pack has it. */
  clause: (id: string) => { campaign: string; words: string } | undefined;
  /** Minutes east of UTC at a time; those of the machine when it is not given. */
  offset?: (time: number) => number;
}

const RANKS: Record<PieceName, number> = {
  place: 0,
  read: 2,
  words: 1,
  labels: 3,
  files: 2,
  category: 1,
  copies: 4,
  note: 5,
  answers: 6,
  closing: 7,
};

const TITLE = 60;
const QUOTE = 30;
const QUOTES = 6;

const KINDS: Record<PostKind, string> = {
  video: '视频',
  note: '图文笔记',
  article: '文章',
  answer: '回答',
  question: '提问',
  pin: '想法',
  thread: '帖子',
  comment: '评论',
  live: '直播',
  danmaku: '弹幕',
  topic: '话题',
  excerpt: '文字',
};

/** In the order in which they are read. */
export function piecesOf(reports: readonly Report[], worded: Worded): Piece[] {
  const [lead] = reports;
  if (!lead) return [];
  const sentences: [PieceName, string[]][] = [
    ['place', [place(lead, worded)]],
    ['read', [read(lead, worded)]],
    ['words', matched(lead)],
    ['labels', labels(lead)],
    ['files', files(lead)],
    ['category', categories(lead, worded)],
    ['copies', reports.length > 1 ? [copies(reports, worded)] : []],
    ['note', sentencesOf(lead.note)],
    ['answers', answers(lead)],
    ['closing', ['请予核查。']],
  ];
  return sentences.flatMap(([name, texts]) => texts.map((text) => ({ name, rank: RANKS[name], text })));
}

function place({ post }: Report, { siteName }: Worded): string {
  const title = post.title ? `《${quotable(post.title, TITLE)}》` : '';
  const author = post.author.name ? `，发布账号“${quotable(post.author.name, QUOTE)}”` : '';
  return `“${siteName(post.site)}”上的${KINDS[post.kind]}${title}${author}。`;
}

function read({ readAt, createdAt, post }: Report, worded: Worded): string {
  const published =
    post.publishedAt && !post.publishedApprox
      ? `，发布于${localTime(Date.parse(post.publishedAt), worded)}`
      : '';
  return `本人于${localTime(readAt ?? createdAt, worded)}看到${published}。`;
}

/** Short ones of different wording, in the order in which they stand in the post. */
function matched({ findings }: Report): string[] {
  const spans = findings.flatMap((finding) => finding.spans);
  const texts = [...new Set(spans.map(({ text }) => quotable(text, QUOTE)).filter(Boolean))].slice(0, QUOTES);
  return texts.length > 0 ? [`其中写有${texts.map((text) => `“${text}”`).join('、')}。`] : [];
}

/** A label that could not be read is not spoken of. */
function labels({ post: { labels: reading } }: Report): string[] {
  if (reading.state === 'unknown') return [];
  if (reading.state === 'none') return ['标签位置已读，未见标签。'];
  const texts = [...new Set(reading.items.map(({ text }) => quotable(text, TITLE)))];
  return [`页面标签：${texts.map((text) => `“${text}”`).join('、')}。`];
}

/** Of files that hold evidence what the strongest says; where none was found, nothing is to be said. */
function files({ mediaChecks = [] }: Report): string[] {
  const telling = mediaChecks.filter(({ verdict }) => verdict === 'ai' || verdict === 'ai-edited');
  const best = saidByFiles(telling.map(withShortNames)).find(counts);
  if (!best) return [];
  const read = mediaChecks.filter(({ verdict }) => verdict !== 'unreadable').length;
  return [`已查看 ${read} 个文件，其中 ${telling.length} 个带有 AI 方面的记录：${claimWords(best)}。`];
}

function withShortNames(check: MediaCheck): MediaCheck {
  return {
    ...check,
    evidence: check.evidence.map(({ producer, signer, ...rest }) => ({
      ...rest,
      ...quotableAs('producer', producer),
      ...quotableAs('signer', signer),
    })),
  };
}

function quotableAs<N extends string>(name: N, text = ''): { [K in N]?: string } {
  const quoted = quotable(text, QUOTE);
  return (quoted ? { [name]: quoted } : {}) as { [K in N]?: string };
}

function categories(report: Report, { categoryName, clause }: Worded): string[] {
  return report.categories.map((id) => {
    const [name, known] = [categoryName(id), clause(id)];
    if (!known) return `请对照“${name}”核查。`;
    const words = known.words === name ? '' : `（原文“${known.words}”）`;
    return `请对照“${known.campaign}”专项行动所列“${name}”${words}核查。`;
  });
}

function copies(reports: readonly Report[], { siteName }: Worded): string {
  const others = reports.slice(1);
  const elsewhere = [...new Set(others.map(({ post }) => post.site))].filter(
    (site) => site !== reports[0]!.post.site,
  );
  const where = elsewhere.length > 0 ? `（另见于${elsewhere.map(siteName).join('、')}）` : '';
  return `另有 ${others.length} 条相同或相近的内容${where}，一并列出网址。`;
}

function answers({ answers: given = [] }: Report): string[] {
  return given.map(({ question, answer }) => `${question.zh_CN}${answer === 'yes' ? '是' : '否'}。`);
}

/** The reviewer's own words, by sentence, so that the first ones may stay when not all fit. */
function sentencesOf(note: string): string[] {
  const text = note.replace(/\s+/g, ' ').trim();
  return text ? (text.match(/[^。！？!?；;]+[。！？!?；;]*|[。！？!?；;]+/g) ?? []).map(ended) : [];
}

function ended(sentence: string): string {
  return /[。！？!?；;]$/.test(sentence) ? sentence : `${sentence}。`;
}

/** On one line, with no quotation mark that would end the quotation, and masked before half a number could be cut off. */
function quotable(text: string, limit: number): string {
  const line = maskNumbers(text)
    .replace(/\s+/g, ' ')
    .replace(/[“”《》]/g, '')
    .trim();
  return cutTo(line, limit);
}

/** `2026-10-02 11:04（UTC+8）` */
export function localTime(time: number, { offset }: Pick<Worded, 'offset'>): string {
  const minutes = offset ? offset(time) : -new Date(time).getTimezoneOffset();
  const local = new Date(time + minutes * 60_000).toISOString();
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const zone = `${minutes < 0 ? '-' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
  return `${local.slice(0, 10)} ${local.slice(11, 16)}（UTC${zone}）`;
}
