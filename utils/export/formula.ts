/**
 * A cell that a spreadsheet might run: one of `= + - @`, a tab, a carriage return or a full-width form, possibly
 * after characters that a person does not see. Apostrophes before it are let pass, so that one that was there already
 * can be told from one that was added.
 */
export const MIGHT_RUN = /^'*[\s\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@\t\r＝＋－＠]/u;

/** The cell with an apostrophe before what might run; every other cell as it is. */
export function escapeCell(text: string): string {
  return MIGHT_RUN.test(text) ? `'${text}` : text;
}

/** Takes off what {@link escapeCell} has put on, and nothing else. */
export function unescapeCell(text: string): string {
  return text.startsWith("'") && MIGHT_RUN.test(text) ? text.slice(1) : text;
}
