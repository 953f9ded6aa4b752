import { UNKNOWN_LABELS } from '../../../utils/model/post.ts';
import type { RuleProgram } from '../../../utils/rules/compile/program.ts';
import { loadFoldTable } from '../../../utils/rules/fold/index.ts';
import { FILLER } from '../../../utils/rules/fold/table.ts';
import { linkRules, matchPost, type Readable } from '../../../utils/rules/match/index.ts';
import { TermMatcher } from '../../../utils/rules/matcher/term-matcher.ts';
import { createIdentity, engines } from './engines.ts';
import { type Measured, measure } from './measure.ts';
import { createNaive } from './naive.ts';

/** What is asked of a fresh process or page; plain data. */
export type Job =
  | { kind: 'compare'; engines: string[]; terms: string[]; texts: string[]; rounds: number }
  | { kind: 'check'; terms: string[]; texts: string[] }
  | { kind: 'build'; engine: string; terms: string[] }
  | { kind: 'load'; terms: string[] }
  | { kind: 'vet'; terms: string[] }
  | { kind: 'packs'; programs: NamedProgram[]; texts: string[]; rounds: number }
  | { kind: 'link'; program: RuleProgram };

export interface NamedProgram {
  name: string;
  program: RuleProgram;
}

export interface Answers {
  compare: Measured[];
  /** Number of hits, and the first text where they differ from the naive ones. */
  check: { hits: number; differs: string | undefined };
  /** Milliseconds; MB of heap and buffers, where it can be told. */
  build: { ms: number; megabytes: number };
  /** Milliseconds of building and of loading what was built. */
  load: { build: number; load: number; bytes: number };
  /** Indexes of the terms that have nothing to match. */
  vet: number[];
  packs: Measured[];
  /** Milliseconds until the program of the packs can match. */
  link: { ms: number };
}

export function run<J extends Job>(job: J): Answers[J['kind']];
export function run(job: Job): Answers[Job['kind']] {
  switch (job.kind) {
    case 'compare':
      return compare(job.engines, job.terms, job.texts, job.rounds);
    case 'check':
      return check(job.terms, job.texts);
    case 'build':
      return build(job.engine, job.terms);
    case 'load':
      return load(job.terms);
    case 'vet':
      return vet(job.terms);
    case 'packs':
      return packs(job.programs, job.texts, job.rounds);
    case 'link':
      return link(job.program);
  }
}

function compare(names: string[], terms: string[], texts: string[], rounds: number): Measured[] {
  const ready = names.map((name) => ({ name, scan: engines[name]!(terms) }));
  return measure(ready, texts, rounds);
}

function check(terms: string[], texts: string[]): Answers['check'] {
  const matcher = TermMatcher.build(terms, createIdentity());
  const naive = createNaive(terms);
  let hits = 0;
  for (const text of texts) {
    const { count, triples } = matcher.scan(text);
    const wanted = naive(text);
    if (wanted.flat().join() !== triples.subarray(0, 3 * count).join()) return { hits, differs: text };
    hits += count;
  }
  return { hits, differs: undefined };
}

function build(name: string, terms: string[]): Answers['build'] {
  // The fold table is there before any matcher is.
  loadFoldTable();
  const before = usedBytes();
  const start = performance.now();
  const scan = engines[name]!(terms);
  const ms = performance.now() - start;
  const megabytes = (usedBytes() - before) / 1e6;
  scan('');
  return { ms, megabytes };
}

function load(terms: string[]): Answers['load'] {
  const fold = loadFoldTable();
  const start = performance.now();
  const built = TermMatcher.build(terms, fold);
  const middle = performance.now();
  const buffer = built.toBuffer();
  const before = performance.now();
  TermMatcher.fromBuffer(buffer, fold);
  return { build: middle - start, load: performance.now() - before, bytes: buffer.byteLength };
}

function vet(terms: string[]): number[] {
  const { units, astral } = loadFoldTable();
  const reads = (sign: string) =>
    (astral.get(sign.codePointAt(0)!) ?? units[sign.codePointAt(0)!] ?? FILLER + 1) > FILLER;
  return terms.flatMap((term, i) => (Array.from(term).some(reads) ? [] : [i]));
}

function packs(programs: NamedProgram[], texts: string[], rounds: number): Measured[] {
  const ready = programs.map(({ name, program }) => {
    const rules = linkRules(program);
    return { name, scan: (text: string) => matchPost(rules, readable(text)).length };
  });
  return measure(ready, texts, rounds);
}

function link(program: RuleProgram): Answers['link'] {
  const start = performance.now();
  linkRules(program);
  return { ms: performance.now() - start };
}

function readable(text: string): Readable {
  return { title: '', text, hashtags: [], labels: UNKNOWN_LABELS, kind: 'note', author: {} };
}

/** Of heap and buffers, after everything that can be let go is gone. */
function usedBytes(): number {
  const { gc } = globalThis as { gc?: () => void };
  gc?.();
  gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
