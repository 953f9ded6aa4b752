import { type LeftoverReading, type LeftoverStrength, readLeftovers } from '../../evidence/text-leftovers';
import type { LabelReading } from '../../model/post';
import type { Node } from '../compile/program';
import { type FoldedText, fold } from '../fold';
import { byStart, EVERYWHERE, type Match } from './hit';
import { nearMatches } from './near';
import { type Readable, sectionAt, wordsOf } from './reading';
import type { WordHits } from './word-hits';

/** More places of one pattern than this say nothing new about a post. */
const MAX_MATCHES = 200;
const SENTENCE_END = /[。！？!?；;…\n\r]/;
const NOWHERE: Match[] = [];
const HOLDS: Match[] = [EVERYWHERE];

/** Evaluates conditions over one post; patterns and groups run at most once each, and only when asked for. */
export class Evaluation {
  readonly #patterns = new Map<number, Match[]>();
  readonly #groups = new Map<number, Match[]>();
  #folded: FoldedText | undefined;
  /** Undefined until it is asked for, null where there are none. */
  #leftovers: LeftoverReading | null | undefined;

  constructor(
    readonly post: Readable,
    readonly hits: WordHits,
  ) {}

  /** All places where the condition holds, in order. */
  matches(node: Node): readonly Match[] {
    switch (node.type) {
      case 'terms':
        return this.hits.of(node.leaf);
      case 'pattern':
        return this.#pattern(node.pattern);
      case 'ref':
        return this.#group(node.group);
      case 'any':
        return this.#any(node.parts);
      case 'near':
        return this.#near(node);
      case 'times': {
        const places = this.matches(node.of);
        return places.length >= node.times ? places : NOWHERE;
      }
      case 'none':
        return node.parts.every((part) => this.matches(part).length === 0) ? HOLDS : NOWHERE;
      case 'leftover':
        return this.hits.of(node.leaf).length > 0 ? this.#left(node.strength) : NOWHERE;
      default:
        return isSo(node, this.post) ? HOLDS : NOWHERE;
    }
  }

  #group(group: number): Match[] {
    let matches = this.#groups.get(group);
    if (!matches) {
      matches = [...this.matches(this.hits.rules.program.groups[group]!)];
      this.#groups.set(group, matches);
    }
    return matches;
  }

  #any(parts: readonly Node[]): readonly Match[] {
    let found: readonly Match[] = NOWHERE;
    for (const part of parts) {
      const matches = this.matches(part);
      if (matches.length > 0) found = found.length > 0 ? [...found, ...matches].sort(byStart) : matches;
    }
    return found;
  }

  #near(node: Extract<Node, { type: 'near' }>): readonly Match[] {
    const { parts, order, cheap, least, within, ordered, sentence } = node;
    const rule = {
      within: within * this.hits.stretch,
      ordered,
      connects: sentence
        ? (start: number, end: number) => !SENTENCE_END.test(this.#text.slice(start, end))
        : always,
    };
    const lists: (readonly Match[])[] = parts.map(() => NOWHERE);
    let left = parts.length;
    for (const [looked, at] of order.entries()) {
      // Words that do not come together need no search by patterns.
      const unseen = parts.length - looked;
      if (looked === cheap && looked > 1 && least - unseen > 1) {
        if (nearMatches(lists, { ...rule, least: least - unseen }).length === 0) return NOWHERE;
      }
      lists[at] = this.matches(parts[at]!);
      if (lists[at]!.length === 0 && --left < least) return NOWHERE;
    }
    return nearMatches(lists, { ...rule, least });
  }

  #pattern(number: number): Match[] {
    const known = this.#patterns.get(number);
    if (known) return known;
    const { rules, reading } = this.hits;
    const { fields } = rules.program.patterns[number]!;
    this.#folded ??= fold(reading.text);
    const { text, starts, ends } = this.#folded;
    const matches: Match[] = [];
    const pattern = rules.patterns[number]!;
    // Not matchAll, which makes a new expression for each text.
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const { index } = found;
      const { length } = found[0];
      if (length === 0) {
        pattern.lastIndex++;
        continue;
      }
      const hit = { start: starts[index]!, end: ends[index + length - 1]! };
      const section = sectionAt(reading.sections, hit.start);
      if (!section || (section.bit & fields) === 0) continue;
      if (matches.push({ ...hit, words: [hit] }) >= MAX_MATCHES) break;
    }
    this.#patterns.set(number, matches);
    return matches;
  }

  #left(strength: LeftoverStrength): readonly Match[] {
    const { rules, reading } = this.hits;
    if (this.#leftovers === undefined)
      this.#leftovers = readLeftovers(wordsOf(reading), rules.leftovers) ?? null;
    if (this.#leftovers?.strength !== strength) return NOWHERE;
    return this.#leftovers.found.map(({ start, end }) => ({ start, end, words: [{ start, end }] }));
  }

  get #text(): string {
    return this.hits.reading.text;
  }
}

function always(): boolean {
  return true;
}

type ContextNode = Extract<Node, { type: 'label' | 'post' | 'author' | 'media' }>;

function isSo(node: ContextNode, post: Readable): boolean {
  switch (node.type) {
    case 'label':
      return node.is === 'none' ? post.labels.state === 'none' : hasLabel(post.labels, node.kind);
    case 'media':
      return post.evidence !== undefined;
    case 'author':
      return post.author !== undefined && Boolean(post.author.verification) === node.verified;
    case 'post':
      return (
        isOneOf(node.sites, post.site) &&
        isOneOf(node.kinds, post.kind) &&
        isOneOf(node.surfaces, post.surface)
      );
  }
}

function hasLabel({ items }: LabelReading, kind: string): boolean {
  return items.some((item) => item.kind === kind);
}

function isOneOf<T>(wanted: readonly T[] | undefined, value: T | undefined): boolean {
  return !wanted || (value !== undefined && wanted.includes(value));
}
