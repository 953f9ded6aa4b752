import { countCharacters } from './count';

export interface PackedAddresses {
  /** One per line, in the order given. */
  packed: string;
  /** Those that did not fit, in the order given. */
  left: string[];
}

/**
 * As many whole addresses as fit, the first before all others: a cut address leads nowhere. Addresses are not changed.
 *
 * @param limit of characters, line breaks included; none when it is not given
 */
export function packAddresses(urls: readonly string[], limit = Number.POSITIVE_INFINITY): PackedAddresses {
  const chosen = new Set<number>();
  let room = limit;
  for (const place of shortestAfterFirst(urls)) {
    const needed = countCharacters(urls[place]!) + (chosen.size > 0 ? 1 : 0);
    if (needed > room) continue;
    chosen.add(place);
    room -= needed;
  }
  return {
    packed: urls.filter((_, place) => chosen.has(place)).join('\n'),
    left: urls.filter((_, place) => !chosen.has(place)),
  };
}

function shortestAfterFirst(urls: readonly string[]): number[] {
  const [first, ...rest] = urls.keys();
  if (first === undefined) return [];
  return [first, ...rest.sort((a, b) => countCharacters(urls[a]!) - countCharacters(urls[b]!))];
}
