/**
 * Length as a form counts it: in UTF-16 code units, as `maxlength` does. A form that counts characters as people do
 * counts less (an emoji as one), so what fits here fits there as well.
 */
export function countCharacters(text: string): number {
  return text.length;
}

/** The beginning of a text that fits a limit, never half a character; `…` says that something was left out. */
export function cutTo(text: string, limit: number): string {
  if (countCharacters(text) <= limit) return text;
  let kept = '';
  for (const character of text) {
    if (countCharacters(kept) + countCharacters(character) > limit - 1) break;
    kept += character;
  }
  return limit > 0 ? `${kept}…` : '';
}
