import { foldTerm } from './fold';
import { REAL_WORDS } from './real-words';
import { ALONE, INSIDE } from './spellings';

export { REAL_WORDS };

/** More spellings of one term than these are not listened for. */
const MAX_VARIANTS = 40;
const LONGEST_KEY = Math.max(...[ALONE, INSIDE].flatMap(Object.keys).map((key) => key.length));
const FURTHER_CHANGE = 3;
const LATIN = /[a-z]/;
const WRITTEN = /[\p{L}\p{N}+]/u;
const realWords = new Set(REAL_WORDS.map(foldTerm));

/** A piece of a term and what people write for it, most usual first. */
interface Piece {
  plain: string;
  spellings: readonly string[];
}

/**
 * The evasive spellings of a term (加微信: +v, 加薇, 加vx …), folded and without the term itself: at most 40, those with
 * the fewest and most usual changes first. Hits of them that overlap one of {@link REAL_WORDS} do not count.
 */
export function variants(term: string): string[] {
  const plain = foldTerm(term);
  const pieces = split(plain);
  const most = pieces.reduce((sum, { spellings }) => sum + spellings.length + FURTHER_CHANGE, 0);
  const found = new Set<string>();
  for (let cost = 1; cost <= most && found.size < MAX_VARIANTS; cost++)
    spell({ pieces, cost, found }, 0, cost, '');
  found.delete(plain);
  return [...found].slice(0, MAX_VARIANTS);
}

interface Search {
  pieces: readonly Piece[];
  cost: number;
  found: Set<string>;
}

/**
 * Adds all spellings that cost as much: the n-th spelling of a piece costs n, and each piece changed after the first
 * costs more, so that single changes come first.
 */
function spell(search: Search, at: number, left: number, before: string): void {
  const { pieces, cost, found } = search;
  const piece = pieces[at];
  if (!piece || left === 0) {
    const spelling = foldTerm(
      before +
        pieces
          .slice(at)
          .map(({ plain }) => plain)
          .join(''),
    );
    if (left === 0 && spelling.length > 1 && !realWords.has(spelling)) found.add(spelling);
    return;
  }
  const further = left < cost ? FURTHER_CHANGE : 0;
  for (let n = Math.min(left - further, piece.spellings.length); n > 0; n--)
    spell(search, at + 1, left - further - n, before + piece.spellings[n - 1]);
  spell(search, at + 1, left, before + piece.plain);
}

/** Takes the longest pieces that have spellings, from the left. */
function split(term: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < term.length; ) {
    const key = keyAt(term, at);
    const plain = key ?? term[at]!;
    const others = term.slice(0, at) + term.slice(at + plain.length);
    pieces.push({ plain, spellings: key ? spellingsOf(key, !WRITTEN.test(others)) : [] });
    at += plain.length;
  }
  return pieces;
}

function keyAt(term: string, at: number): string | undefined {
  for (let length = Math.min(LONGEST_KEY, term.length - at); length > 0; length--) {
    const key = term.slice(at, at + length);
    if (!Object.hasOwn(ALONE, key) && !Object.hasOwn(INSIDE, key)) continue;
    const around = (term[at - 1] ?? '') + (term[at + length] ?? '');
    // A letter is a word of its own only where no others touch it.
    if (!LATIN.test(key) || !LATIN.test(around)) return key;
  }
  return undefined;
}

/** Beside other characters, what needs their company takes turns with what does not. */
function spellingsOf(plain: string, alone: boolean): readonly string[] {
  const free = ALONE[plain]?.split(' ') ?? [];
  const tied = alone ? [] : (INSIDE[plain]?.split(' ') ?? []);
  const both = Array.from({ length: Math.max(free.length, tied.length) }, (_, i) => [free[i], tied[i]]);
  return both.flat().filter((spelling) => spelling !== undefined);
}

let plainWords: Map<string, string> | undefined;

/** The plain word that a folded spelling stands for, for rules that name a spelling itself; most words stand for none. */
export function plainWordOf(folded: string): string | undefined {
  if (!plainWords) {
    plainWords = new Map();
    for (const [word, spellings] of Object.entries(ALONE)) {
      for (const spelling of spellings.split(' ')) {
        const reading = foldTerm(spelling);
        if (!plainWords.has(reading) && !(reading in ALONE)) plainWords.set(reading, word);
      }
    }
  }
  return plainWords.get(folded);
}
