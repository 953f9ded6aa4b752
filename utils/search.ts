/** Full-width and compatibility forms count as the plain ones. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words of a search; a text fits when it holds every one of them, folded. Chinese needs no spaces. */
export function searchWords(search: string): string[] {
  return foldForSearch(search).split(/\s+/).filter(Boolean);
}
