import { fromBase64 } from '../../base64';
import type { LeftoverSign } from '../../evidence/text-leftovers';
import type { RuleProgram, TermTable } from '../compile/program';
import { loadFoldTable } from '../fold';
import { loadSoundTable } from '../fold/sounds';
import type { FoldTable } from '../fold/table';
import { TermMatcher } from '../matcher/term-matcher';
import type { MatchingCategory } from '../schema';
import { OpenLeaves } from './open-leaves';

/** Rules ready to match: the program with its matchers built. */
export interface RuleSet {
  program: RuleProgram;
  words: Vocabulary;
  /** Absent when no rule listens for sounds. */
  sounds: Vocabulary | undefined;
  patterns: RegExp[];
  leftovers: readonly LeftoverSign[];
  /** For each leaf the ways whose rarest gate it opens. */
  waysAt: readonly (readonly number[])[];
  /** Ways that hold without any word of a post whose files say something. */
  mediaWays: readonly number[];
  categories: ReadonlyMap<string, MatchingCategory>;
  /** Scratch of the matching of one text. */
  open: OpenLeaves;
}

/** A term table with its matcher. */
export interface Vocabulary {
  matcher: TermMatcher;
  table: TermTable;
  /** For each word the leaf of the longer words under which it does not count, or -1. */
  shadows: Int32Array;
  /** For each word the position of the plain word that it spells, or -1. */
  plain: Int32Array;
}

/**
 * Gets a program ready to match; tens of milliseconds for the shipped packs in a cold process.
 *
 * @throws RangeError for a program of another version of the extension, whose tables do not fit or are not all there
 */
export function linkRules(program: RuleProgram): RuleSet {
  if (!('leftovers' in program)) throw new RangeError('The program is of an earlier version');
  const waysAt: number[][] = program.leafFields.map(() => []);
  program.ways.forEach(({ gates }, way) => {
    for (const leaf of gates[0] ?? []) waysAt[leaf]!.push(way);
  });
  return {
    program,
    words: vocabulary(program.terms, loadFoldTable()),
    sounds: program.sounds.lengths.length > 0 ? vocabulary(program.sounds, loadSoundTable()) : undefined,
    patterns: program.patterns.map(({ source }) => toRegExp(source)),
    leftovers: program.leftovers.map(({ source, flags, ...sign }) => ({
      ...sign,
      pattern: new RegExp(source, flags),
    })),
    waysAt,
    mediaWays: program.ways.flatMap(({ gates }, way) => (gates.length === 0 ? [way] : [])),
    categories: new Map(program.categories.map((category) => [category.id, category])),
    open: new OpenLeaves(program.leafFields.length, program.ways.length),
  };
}

/**
 * Patterns run a tenth faster without Unicode mode. What they match is the same but for halves of surrogate pairs,
 * and both halves of a pair lead back to the same original character.
 */
function toRegExp(source: string): RegExp {
  return new RegExp(source, /\\[pPu]/.test(source) ? 'gu' : 'g');
}

function vocabulary(table: TermTable, fold: FoldTable): Vocabulary {
  const { length } = table.lengths;
  return {
    matcher: TermMatcher.fromBuffer(fromBase64(table.tables), fold),
    table,
    shadows: spread(table.shadows, length),
    plain: spread(table.plain, length),
  };
}

/** An array of -1 but at the given positions. */
function spread(pairs: readonly number[], length: number): Int32Array {
  const values = new Int32Array(length).fill(-1);
  for (let i = 0; i < pairs.length; i += 2) values[pairs[i]!] = pairs[i + 1]!;
  return values;
}
