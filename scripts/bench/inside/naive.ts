/** A hit: offsets, half-open, and the term's index. */
export type Hit = [start: number, end: number, id: number];

/** All terms at all places, without folding: every slice of every length is looked up. */
export function createNaive(terms: readonly string[]): (text: string) => Hit[] {
  const ids = new Map(terms.map((term, id) => [term, id]));
  const lengths = [...new Set(terms.map(({ length }) => length))].sort((a, b) => a - b);
  return (text) => {
    const hits: Hit[] = [];
    for (let start = 0; start < text.length; start++) {
      for (const length of lengths) {
        const end = start + length;
        const id = end <= text.length ? ids.get(text.slice(start, end)) : undefined;
        if (id !== undefined && keepsWords(text, start, end)) hits.push([start, end, id]);
      }
    }
    return hits;
  };
}

/** The matcher's rule for Latin words. */
function keepsWords(text: string, start: number, end: number): boolean {
  if (/[a-z]/i.test(text[start]!) && /[a-z]/i.test(text[start - 1] ?? '')) return false;
  return !(/^[a-z0-9]*[a-z]$/i.test(text.slice(start, end)) && /[a-z]/i.test(text[end] ?? ''));
}
