import { TEXT_FIELDS, type TextField } from './model/post';

/** A found word: a half-open range of UTF-16 code units in the text of one field. */
export interface FoundWord {
  field: TextField;
  start: number;
  end: number;
}

/** The part of a sentence that shows its found words. */
export interface Excerpt {
  field: TextField;
  text: string;
  /** Ranges in `text`, in order, not overlapping; never through the middle of a character. */
  marks: { start: number; end: number }[];
  /** The sentence goes on before or after `text`. */
  cutBefore: boolean;
  cutAfter: boolean;
}

interface Range {
  start: number;
  end: number;
}

/** Longest excerpt in characters as a reader sees them; longer only where one word is. */
export const EXCERPT_LENGTH = 60;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const SPACE = /^\s$/;
const CLOSERS = '["\'”’」』）)》】\\]]';
const SENTENCE_END = new RegExp(`[。！？!?…；;]${CLOSERS}*$`);
/** Also in numbers and addresses, hence only before a space. */
const FULL_STOP = new RegExp(`\\.${CLOSERS}*$`);
const MORE_OF_THE_END = new RegExp(`^(?:[。！？!?…；;.]|${CLOSERS})`);

/**
 * Found words in their sentences: each word once, words of one sentence together as far as they fit, in the order of
 * the text. Words whose range does not lie in the text are left out.
 */
export function excerptsOf(texts: Record<TextField, string>, words: readonly FoundWord[]): Excerpt[] {
  return TEXT_FIELDS.flatMap((field) => {
    const characters = new Characters(texts[field]);
    const ranges = words
      .filter((word) => word.field === field)
      .filter(({ start, end }) => start >= 0 && start < end && end <= texts[field].length)
      .map(({ start, end }) => ({ start: characters.startOf(start), end: characters.endOf(end) }));
    const groups = bySentence(merged(ranges), characters);
    return groups.map((marks, i) => {
      const least = groups[i - 1]?.at(-1)?.end ?? 0;
      const most = groups[i + 1]?.[0]?.start ?? characters.text.length;
      return { field, ...excerpt(marks, characters, least, most) };
    });
  });
}

function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}

/** Neighbours stand together when no sentence ends between them and they fit into one excerpt. */
function bySentence(ranges: readonly Range[], characters: Characters): Range[][] {
  const groups: Range[][] = [];
  for (const range of ranges) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    const last = group?.at(-1);
    if (
      group &&
      first &&
      last &&
      range.end - first.start <= EXCERPT_LENGTH &&
      !characters.sentenceEndsBetween(last.end, range.start)
    )
      group.push(range);
    else groups.push([range]);
  }
  return groups;
}

/** Grows a group of words evenly to both sides: to the borders of its sentence, or until it is long enough. */
function excerpt(
  words: Range[],
  characters: Characters,
  least: number,
  most: number,
): Omit<Excerpt, 'field'> {
  const { text } = characters;
  let start = words[0]!.start;
  let end = words.at(-1)!.end;
  const opens = () => start === 0 || characters.sentenceEndsAt(start);
  const closes = () => end === text.length || characters.sentenceEndsAt(end);
  let room = EXCERPT_LENGTH - characters.count(start, end);
  for (let isBefore = true; room > 0; isBefore = !isBefore) {
    const canGrowBefore = start > least && !opens();
    const canGrowAfter = end < most && !closes();
    if (!canGrowBefore && !canGrowAfter) break;
    if (isBefore ? !canGrowBefore : !canGrowAfter) continue;
    if (isBefore) start = characters.startOf(start - 1);
    else end = characters.endOf(end + 1);
    room--;
  }
  const cutBefore = !opens();
  const cutAfter = !closes();
  while (start < words[0]!.start && SPACE.test(text[start]!)) start++;
  while (end > words.at(-1)!.end && SPACE.test(text[end - 1]!)) end--;
  const marks = words.map((word) => ({ start: word.start - start, end: word.end - start }));
  return { text: text.slice(start, end), marks, cutBefore, cutAfter };
}

/** A text by the characters that a reader sees, which may be several code units each. */
class Characters {
  readonly #segments: Intl.Segments;

  constructor(readonly text: string) {
    this.#segments = graphemes.segment(text);
  }

  /** Where the character begins that a code unit is part of. */
  startOf(index: number): number {
    return this.#segments.containing(index)?.index ?? index;
  }

  /** Where the character ends that the code unit before `index` is part of. */
  endOf(index: number): number {
    const last = this.#segments.containing(index - 1);
    return last ? last.index + last.segment.length : index;
  }

  count(start: number, end: number): number {
    return [...graphemes.segment(this.text.slice(start, end))].length;
  }

  sentenceEndsAt(index: number): boolean {
    const before = this.text.slice(Math.max(0, index - 8), index);
    const after = this.text.slice(index, index + 1);
    if (before.endsWith('\n') || (SPACE.test(after) && FULL_STOP.test(before))) return true;
    return SENTENCE_END.test(before) && !MORE_OF_THE_END.test(after);
  }

  sentenceEndsBetween(start: number, end: number): boolean {
    for (let index = start; index <= end; index++) {
      if (this.sentenceEndsAt(index)) return true;
    }
    return false;
  }
}
