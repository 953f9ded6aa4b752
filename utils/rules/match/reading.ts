import type { PostEvidence } from '../../model/media-check';
import type { Post } from '../../model/post';
import { DEFAULT_FIELDS, fieldBit } from '../fields';
import type { RuleField } from '../schema';

/** The part of a post that rules look at. Where nothing is known of kind, place or author, conditions on them fail. */
export type Readable = Pick<Post, 'title' | 'text' | 'hashtags' | 'labels'> &
  Partial<Pick<Post, 'site' | 'kind' | 'surface' | 'author'>> & {
    /** What the post's files say of their making; absent while nothing that counts is known. */
    evidence?: PostEvidence | undefined;
  };

/** Longer texts are read up to here; every word beyond it is still kept in the report. */
const MAX_READ = 20_000;

export interface Section {
  field: RuleField;
  bit: number;
  /** Where the field stands in the joined text, half-open. */
  start: number;
  end: number;
}

/** All fields of a post as one text, each on lines of its own. */
export interface Reading {
  text: string;
  sections: Section[];
}

export function readingOf({ title, text, hashtags, author }: Readable): Reading {
  const reading: Reading = { text: '', sections: [] };
  add(reading, 'title', title);
  add(reading, 'text', text.length > MAX_READ ? text.slice(0, MAX_READ) : text);
  // Hashtags usually stand in the text too; those that do not are read as words of their own.
  for (const tag of hashtags) if (!text.includes(tag)) add(reading, 'hashtag', tag);
  add(reading, 'author', author?.name);
  add(reading, 'verification', author?.verification);
  return reading;
}

function add(reading: Reading, field: RuleField, value: string | undefined): void {
  if (!value) return;
  const start = reading.text ? reading.text.length + 1 : 0;
  reading.text = start > 0 ? `${reading.text}\n${value}` : value;
  reading.sections.push({ field, bit: fieldBit(field), start, end: start + value.length });
}

/** Title, text and hashtags, which stand first, so that offsets are those of the whole. */
export function wordsOf({ text, sections }: Reading): string {
  const last = sections.findLast(({ bit }) => (bit & DEFAULT_FIELDS) !== 0);
  return text.slice(0, last?.end ?? 0);
}

/** The section that holds an offset; there are a handful at most. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return sections.find(({ start, end }) => offset >= start && offset < end);
}
