import { createRandom, createRanks, pickWeighted, type Random } from './random.ts';

export const POSTS = 20_000;
export const LONG_TEXT = 1_000_000;

/** Of the natural logarithm of the length: half of the posts up to 44 units, nine tenths up to 118. */
const MEDIAN = 44;
const SPREAD = 0.77;
const LONGEST = 400;
const WORDS = 30_000;
const FIRST_HAN = '\u2e80';
/** Weights of the lengths of Han words from 1 on. */
const LENGTHS = [14, 62, 15, 9];
const LATIN_SHARE = 0.05;
const START_LENGTHS = [82, 14, 4];
/** Words that start like a term, and the share that stays of those that are one. */
const START_SHARE = 0.3;
const TERM_SHARE = 0.4;
const MARKS = '，。，、！？，：；“”…';
const EMOJI = ['😀', '👍', '🔥', '❤️', '🌸'];

/**
 * Posts in the shape of short social texts: words by their frequency, from the characters of the terms by theirs;
 * punctuation, some Latin words, numbers, blanks, emoji and, rarely, signs inside words.
 */
export function generatePosts(terms: readonly string[], count: number, seed = 7): string[] {
  const random = createRandom(seed);
  const words = createWords(random, terms);
  const draw = createRanks(random, words.length, 25);
  return Array.from({ length: count }, () => createPost(random, words, draw, terms));
}

/** One text of exactly so many units. */
export function joinPosts(posts: readonly string[], length: number): string {
  const parts: string[] = [];
  for (let size = 0, i = 0; size < length; i++) {
    const post = posts[i % posts.length]!;
    parts.push(post);
    size += post.length + 1;
  }
  // Through UTF-8 and back, which leaves one flat string and no half of a pair at the end.
  return new TextDecoder().decode(new TextEncoder().encode(parts.join('\n').slice(0, length)));
}

function createPost(
  random: Random,
  words: readonly string[],
  draw: () => number,
  terms: readonly string[],
): string {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const length = Math.min(LONGEST, Math.max(3, Math.round(MEDIAN * Math.exp(SPREAD * normal))));
  const hidden = random.next() < 0.02;
  let post = random.next() < 0.05 ? terms[random.below(terms.length)]! : '';
  while (post.length < length) {
    const word = words[draw()]!;
    post += hidden && random.next() < 0.2 ? [...word].join(random.next() < 0.5 ? '\u200b' : ' ') : word;
    const dice = random.next();
    if (dice < 0.17) post += MARKS[random.below(MARKS.length)];
    else if (dice < 0.184) post += ' ';
    else if (dice < 0.199) post += String(random.below(3_000));
    else if (dice < 0.204) post += EMOJI[random.below(EMOJI.length)];
  }
  return post.slice(0, length).toWellFormed();
}

/** Words by falling frequency. */
function createWords(random: Random, terms: readonly string[]): string[] {
  const drawCharacter = createCharacters(random, terms);
  const short = new Set(terms.filter(({ length }) => length <= 3));
  const create = (): string => {
    if (random.next() < START_SHARE) {
      return terms[random.below(terms.length)]!.slice(0, 2 + pickWeighted(random, START_LENGTHS));
    }
    if (random.next() < LATIN_SHARE) return latinWord(random);
    const length = pickWeighted(random, LENGTHS) + 1;
    return Array.from({ length }, drawCharacter).join('');
  };
  const words: string[] = [];
  while (words.length < WORDS) {
    const word = create();
    if (!short.has(word) || random.next() < TERM_SHARE) words.push(word);
  }
  return words;
}

/** Draws the terms' characters by their frequency there. */
function createCharacters(random: Random, terms: readonly string[]): () => string {
  const counts = new Map<string, number>([['一', 0]]);
  for (const term of terms) {
    for (const character of term) {
      if (character >= FIRST_HAN) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  const characters = [...counts].sort((a, b) => b[1] - a[1]).map(([character]) => character);
  const draw = createRanks(random, characters.length, 100);
  return () => characters[draw()]!;
}

function latinWord(random: Random): string {
  const letters = Array.from({ length: 2 + random.below(7) }, () =>
    String.fromCharCode(0x61 + random.below(26)),
  ).join('');
  return random.next() < 0.2 ? `${letters.toUpperCase()} ` : `${letters} `;
}
