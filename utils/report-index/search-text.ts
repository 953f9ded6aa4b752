import { fold } from '../rules/fold';
import type { StoredReport } from '../storage/tables';

/**
 * What is searched of a report, one line for each field, so that no word is found across two of them: the words of a
 * search hold no line break. Read as the rules read it: full width, traditional characters, accents, and signs or blanks
 * put between Han characters make no difference.
 */
export function searchTextOf({ post, note }: Pick<StoredReport, 'post' | 'note'>): string {
  const { title, text, hashtags, author } = post;
  return fold([title, text, ...hashtags, author.name ?? '', note].join('\n')).text;
}

/** The words of a search, read in the same way; what is invisible asks for nothing. */
export function searchedWords(search: string): string[] {
  return search
    .split(/\s+/)
    .map((word) => fold(word).text.trim())
    .filter(Boolean);
}
