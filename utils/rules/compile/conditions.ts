import { PackInvalidError } from '../../errors';
import {
  LEFTOVER_PATTERNS,
  type LeftoverId,
  type LeftoverPattern,
  type Tier,
} from '../../evidence/leftover-patterns';
import { LEFTOVER_WORDS } from '../../evidence/leftover-words';
import { DEFAULT_FIELDS, fieldBits } from '../fields';
import { foldTerm, loadFoldTable } from '../fold';
import { loadSoundTable } from '../fold/sounds';
import { plainWordOf, REAL_WORDS, variants } from '../fold/variants';
import { type Condition, type EvidenceKind, RULE_FIELDS, type SharedPack } from '../schema';
import { orderOf } from './order';
import type { CounterProgram, LeftoverSource, Node, PatternSource, RuleProgram } from './program';
import { TermTableBuilder } from './term-tables';

const DEFAULT_WITHIN = 120;
const ALL_FIELDS = fieldBits(RULE_FIELDS);

/** Turns conditions into nodes and collects their words, patterns and groups on the way. */
export class ConditionCompiler {
  /** In place of a group that is being compiled stands `undefined`. */
  readonly groups: Node[] = [];
  readonly #groupAt = new Map<string, number | undefined>();
  readonly #terms = new TermTableBuilder();
  readonly #sounds = new TermTableBuilder();
  readonly #leafFields: number[] = [];
  readonly #patterns: PatternSource[] = [];
  readonly #counters: CounterProgram[] = [];
  readonly #counterAt = new Map<string, number>();
  readonly #shared: ReadonlyMap<string, SharedPack>;
  readonly #leftoverLeaves = new Map<Tier, number>();
  #realWords = -1;

  constructor(shared: readonly SharedPack[]) {
    this.#shared = new Map(shared.map((pack) => [pack.id, pack]));
  }

  build(): Omit<RuleProgram, 'rules' | 'ways' | 'categories'> {
    return {
      terms: this.#terms.build(loadFoldTable()),
      sounds: this.#sounds.build(loadSoundTable()),
      leafFields: this.#leafFields,
      patterns: this.#patterns,
      leftovers: leftoverSources(),
      groups: this.groups,
      counters: this.#counters,
      ordinary: this.#realWords,
    };
  }

  /** For each leaf how often it is to be expected in a text; only to be compared with each other. */
  leafWeights(): Float64Array {
    const weights = new Float64Array(this.#leafFields.length);
    this.#terms.weigh(weights);
    this.#sounds.weigh(weights);
    return weights;
  }

  condition(source: Condition, where: string, fields = DEFAULT_FIELDS): Node {
    const inside = (part: Condition) => this.condition(part, where, fields);
    if ('terms' in source) return this.#words(source, where, fields);
    if ('pattern' in source) {
      this.#patterns.push({ source: source.pattern, fields });
      return { type: 'pattern', pattern: this.#patterns.length - 1 };
    }
    if ('use' in source) return { type: 'ref', group: this.#group(source.use, where, fields) };
    if ('any' in source) return { type: 'any', parts: source.any.map(inside) };
    if ('all' in source) {
      const { within = DEFAULT_WITHIN, sentence = false, ordered = false } = source;
      const parts = source.all.map(inside);
      return {
        type: 'near',
        parts,
        ...orderOf(parts, this.groups),
        least: parts.length,
        within,
        sentence,
        ordered,
      };
    }
    if ('atLeast' in source) {
      const { atLeast, of, within = DEFAULT_WITHIN } = source;
      if (atLeast > of.length)
        throw new PackInvalidError(where, `atLeast ${atLeast} of ${of.length} parts can never hold`);
      const parts = of.map(inside);
      const order = orderOf(parts, this.groups);
      return { type: 'near', parts, ...order, least: atLeast, within, sentence: false, ordered: false };
    }
    if ('times' in source) return { type: 'times', times: source.times, of: inside(source.of) };
    if ('none' in source) return { type: 'none', parts: source.none.map(inside) };
    if ('in' in source) return this.condition(source.that, where, fieldBits(source.in));
    if ('label' in source) return { type: 'label', kind: source.label, is: source.is };
    if ('author' in source) return { type: 'author', verified: source.author === 'verified' };
    if ('evidence' in source) return this.#evidence(source.evidence, where, fields);
    return { type: 'post', ...source.post } as Node;
  }

  /** Position of a counter by its name, `file/name`. */
  counter(id: string, where: string): number {
    const known = this.#counterAt.get(id);
    if (known !== undefined) return known;
    const [pack, name] = split(id);
    const source = this.#shared.get(pack)?.counters[name];
    if (!source) throw new PackInvalidError(where, `no counter-evidence "${id}" in packs/shared`);
    const when = this.condition(source.when, `shared › counter ${id}`);
    this.#counters.push({
      id,
      effect: source.effect,
      when,
      ...(source.near === undefined ? {} : { near: source.near }),
    });
    this.#counterAt.set(id, this.#counters.length - 1);
    return this.#counters.length - 1;
  }

  #group(id: string, where: string, fields: number): number {
    const key = `${fields}/${id}`;
    const known = this.#groupAt.get(key);
    if (known !== undefined) return known;
    const [pack, name] = split(id);
    const source = this.#shared.get(pack)?.groups[name];
    if (!source) throw new PackInvalidError(where, `no group "${id}" in packs/shared`);
    if (this.#groupAt.has(key)) throw new PackInvalidError(where, `group "${id}" uses itself`);
    this.#groupAt.set(key, undefined);
    const node = this.condition(source, `shared › group ${id}`, fields);
    this.groups.push(node);
    this.#groupAt.set(key, this.groups.length - 1);
    return this.groups.length - 1;
  }

  #words(source: Extract<Condition, { terms: string[] }>, where: string, fields: number): Node {
    const leaf = this.#leaf(fields);
    const shadow = source.except ? this.#shadow(source.except, where) : -1;
    for (const term of new Set(source.terms)) {
      const word = this.#fold(term, where);
      const spells = plainWordOf(word);
      this.#terms.add(word, { leaf, shadow, ...(spells === undefined ? {} : { spells }) });
      if (source.variants) {
        const spellings = new Set(variants(term).map((each) => this.#fold(each, where)));
        spellings.delete(word);
        for (const each of spellings) this.#terms.add(each, { leaf, shadow: this.#ordinary(), spells: word });
      }
      if (source.sound) this.#sounds.add(word, { leaf, shadow, spells: word });
    }
    return { type: 'terms', leaf };
  }

  #evidence(kind: EvidenceKind, where: string, fields: number): Node {
    if (fields !== DEFAULT_FIELDS)
      throw new PackInvalidError(where, '"evidence" is of the post: it cannot stand in an "in"');
    if (kind === 'media') return { type: 'media' };
    const tier = kind === 'leftover' ? 'T1' : 'T2';
    const leaf = this.#leftoverLeaves.get(tier) ?? this.#leaf(fields);
    if (!this.#leftoverLeaves.has(tier)) {
      this.#leftoverLeaves.set(tier, leaf);
      for (const id of Object.keys(LEFTOVER_WORDS) as LeftoverId[]) {
        if (LEFTOVER_PATTERNS[id].tier !== tier) continue;
        for (const word of LEFTOVER_WORDS[id]) this.#terms.add(this.#fold(word, where), { leaf });
      }
    }
    return { type: 'leftover', leaf, strength: tier === 'T1' ? 'C1' : 'C3' };
  }

  #shadow(words: readonly string[], where: string): number {
    const leaf = this.#leaf(ALL_FIELDS);
    for (const word of words) this.#terms.add(this.#fold(word, where), { leaf });
    return leaf;
  }

  /** The leaf of ordinary words that evasive spellings must not be read into. */
  #ordinary(): number {
    if (this.#realWords < 0) this.#realWords = this.#shadow(REAL_WORDS, 'ordinary words');
    return this.#realWords;
  }

  #leaf(fields: number): number {
    return this.#leafFields.push(fields) - 1;
  }

  #fold(term: string, where: string): string {
    const word = foldTerm(term);
    if (word.length < 2) throw new PackInvalidError(where, `"${term}" folds to fewer than two characters`);
    if (/[\s]/.test(word))
      throw new PackInvalidError(
        where,
        `"${term}" holds a blank that matching does not see; use "all" with "within"`,
      );
    return word;
  }
}

function leftoverSources(): LeftoverSource[] {
  return Object.entries<LeftoverPattern>(LEFTOVER_PATTERNS).map(([id, { pattern, ...rest }]) => ({
    id: id as LeftoverId,
    ...rest,
    source: pattern.source,
    flags: pattern.flags,
  }));
}

function split(id: string): [pack: string, name: string] {
  const at = id.indexOf('/');
  return [id.slice(0, at), id.slice(at + 1)];
}
