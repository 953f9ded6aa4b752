const BLANK = /[ \t\u00a0\u3000]/;
const SENTENCE_SIGN = /\p{L}/u;

/**
 * Whether signs inside a found word were put there to hide it. Any sign may stand in a word of three characters or
 * more, and every sign but a blank in one of two; a blank between two characters is a boundary of words in headlines
 * and lists (上衣 裤子), so there it hides a word only where the neighbours stand alone too (加 微 信).
 *
 * @param length characters that the word has when it is written plainly
 */
export function isPlausible(text: string, start: number, end: number, length: number): boolean {
  if (end - start <= length || length > 2) return true;
  if (!BLANK.test(text.slice(start, end))) return true;
  return standsAlone(text[start - 1]) && standsAlone(text[end]);
}

function standsAlone(neighbour: string | undefined): boolean {
  return neighbour === undefined || !SENTENCE_SIGN.test(neighbour);
}
