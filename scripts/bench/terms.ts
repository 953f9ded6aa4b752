import { createRandom, createRanks, pickWeighted, type Random, shuffle } from './random.ts';

/**
 * A list of terms in the shape of public word lists (facts: performance.md section 0): lengths 2 to 40 with a mean of
 * 7.4, a fifth in ASCII, thousands of Han characters of which few are frequent, many terms with the same start. The
 * characters are drawn without regard to what they mean.
 */
export const LIST_SIZES = [1_000, 10_000, 60_000] as const;

/** Weights of the lengths from 2 on. */
const LENGTHS = [
  58, 93, 128, 89, 133, 101, 99, 66, 50, 33, 27, 30, 27, 17, 13, 9, 6, 5, 4, 3, 2, 2, 2, 1, 1, 1, 1, 1,
];
const SHORTEST = 2;
const SHORTEST_ASCII = 4;
const HAN_CHARACTERS = 5_200;
/** The first rows of the two levels of GB 2312 and the one after: common characters, then rare ones. */
const LEVELS = [0xb0, 0xd8, 0xf8] as const;
/** Pieces that terms are put together from. */
const WORDS = 24_000;
const ASCII_SHARE = 0.2;
const LATIN = 'etaoinshrdlcumwfgypbvkjxqz';
const DIGITS = '0123456789';

/** As many different terms, shuffled: the first thousand of them are a list of a thousand, and so on. */
export function generateTerms(count: number, seed = 20_261_121): string[] {
  const random = createRandom(seed);
  const words = createWords(random);
  const drawWord = createRanks(random, words.length, 90);
  const terms = new Set<string>();
  while (terms.size < count) {
    const length = SHORTEST + pickWeighted(random, LENGTHS);
    terms.add(
      random.next() < ASCII_SHARE
        ? asciiTerm(random, Math.max(length, SHORTEST_ASCII))
        : hanTerm(random, length, words, drawWord),
    );
  }
  return shuffle(random, [...terms]);
}

function createWords(random: Random): string[] {
  const [common, rare, end] = LEVELS;
  const characters = [...shuffle(random, hanOf(common, rare)), ...shuffle(random, hanOf(rare, end))];
  characters.length = HAN_CHARACTERS;
  const draw = createRanks(random, characters.length, 20);
  const words = new Set<string>();
  while (words.size < WORDS) {
    const length = pickWeighted(random, [6, 66, 18, 10]) + 1;
    words.add(Array.from({ length }, () => characters[draw()]).join(''));
  }
  return [...words];
}

/** The characters of some rows of GB 2312. */
function hanOf(from: number, to: number): string[] {
  const bytes: number[] = [];
  for (let row = from; row < to; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return [...new TextDecoder('gb2312').decode(Uint8Array.from(bytes))].filter((sign) =>
    /\p{Script=Han}/u.test(sign),
  );
}

function hanTerm(random: Random, length: number, words: readonly string[], draw: () => number): string {
  let term = '';
  while (term.length < length) {
    // Now and then a Latin letter or digit stands among the Han characters.
    term += random.next() < 0.03 ? (LATIN + DIGITS)[random.below(36)] : words[draw()];
  }
  return term.slice(0, length);
}

function asciiTerm(random: Random, length: number): string {
  const draw = createRanks(random, LATIN.length, 4);
  const digits = random.next() < 0.3 ? 0.5 : 0.05;
  return Array.from({ length }, () =>
    random.next() < digits ? DIGITS[random.below(10)] : LATIN[draw()],
  ).join('');
}
