import { AhoCorasick } from '@monyone/aho-corasick/fast';
import FastScanner from 'fastscan';
import Mint from 'mint-filter';
import ModernAhoCorasick from 'modern-ahocorasick/fast';
import { loadFoldTable } from '../../../utils/rules/fold/index.ts';
import { FILLER, type FoldTable } from '../../../utils/rules/fold/table.ts';
import { TermMatcher } from '../../../utils/rules/matcher/term-matcher.ts';
import { FASTSCAN, FLOOR, FOLDED, MINT, MODERN, MONYONE, OURS, REGEXP, UNFOLDED } from './names.ts';

/** Counts the hits in a text. */
export type Scan = (text: string) => number;

/** How each engine is made ready for a list of terms. */
export const engines: Readonly<Record<string, (terms: string[]) => Scan>> = {
  [FLOOR]: () => readUnits,
  [OURS]: (terms) => oursWith(terms, loadFoldTable()),
  [UNFOLDED]: (terms) => oursWith(terms, createIdentity()),
  [FOLDED]: (terms) => oursWith(terms, keepFillers(loadFoldTable())),
  [MONYONE]: (terms) => {
    const matcher = new AhoCorasick(terms);
    return (text) => matcher.matchInText(text).length;
  },
  [FASTSCAN]: (terms) => {
    const scanner = new FastScanner(terms);
    return (text) => scanner.search(text).length;
  },
  [MODERN]: (terms) => {
    const matcher = new ModernAhoCorasick(terms);
    return (text) => matcher.search(text).length;
  },
  [MINT]: (terms) => {
    const filter = new Mint(terms);
    return (text) => filter.filter(text, { replace: false }).words.length;
  },
  [REGEXP]: (terms) => {
    const escaped = terms.map((term) => term.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
    const longestFirst = escaped.sort((a, b) => b.length - a.length);
    const pattern = new RegExp(longestFirst.join('|'), 'g');
    return (text) => {
      let count = 0;
      pattern.lastIndex = 0;
      while (pattern.test(text)) count++;
      return count;
    };
  },
};

/** A fold table under which every unit reads as itself. */
export function createIdentity(): FoldTable {
  return { units: Uint16Array.from({ length: 0x10000 }, (_, unit) => unit), astral: new Map() };
}

/** The same table but that fillers read as themselves. */
function keepFillers({ units, astral }: FoldTable): FoldTable {
  return {
    units: units.map((reading, unit) => (reading === FILLER ? unit : reading)),
    astral: new Map([...astral].filter(([, reading]) => reading !== FILLER)),
  };
}

function oursWith(terms: string[], fold: FoldTable): Scan {
  const matcher = TermMatcher.build(terms, fold);
  return (text) => matcher.scan(text).count;
}

/** The least that any engine written in JavaScript does. */
function readUnits(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum < 0 ? 1 : 0;
}
