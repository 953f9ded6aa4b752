import {
  CONFIDENCES,
  type Confidence,
  type CounterEvidence,
  type Finding,
  type Span,
} from '../model/finding';
import type { LabelReading, Post, TextField } from '../model/post';
import type { CompiledRule, RuleSet } from './compile';
import { Evaluation, type Match } from './evaluate';
import { fold } from './fold';
import type { Hit } from './term-index';

/** The part of a post that rules look at. */
export type Readable = Pick<Post, 'title' | 'text' | 'hashtags' | 'labels'>;

/** Longer texts are read up to here; every word beyond it is still kept in the report. */
const MAX_READ = 20_000;
/** A finding shows at most this many of its words. */
const MAX_SPANS = 20;

interface Section {
  field: TextField | 'hashtag';
  /** Where the field starts in the joined text. */
  at: number;
  length: number;
}

/** All findings of one post, strongest first; none for text that no rule knows. Pure. */
export function matchPost(rules: RuleSet, post: Readable): Finding[] {
  const { joined, sections } = joinFields(post);
  if (joined.length < 2) return [];
  const folded = fold(joined);
  const hits = rules.index.find(folded.text);
  if (hits.size === 0) return [];
  const evaluation = new Evaluation(folded.text, hits);
  const original = ({ start, end }: Hit): Hit => ({
    start: folded.starts[start]!,
    end: folded.ends[end - 1]!,
  });
  const findings: Finding[] = [];
  for (const rule of rules.rules) {
    if (!rule.leaves.some((leaf) => hits.has(leaf))) continue;
    const matches = evaluation.matches(rule.when);
    if (matches.length === 0) continue;
    const judged = judge(rule, evaluation, post.labels, (hit) =>
      joined.slice(original(hit).start, original(hit).end),
    );
    if (!judged) continue;
    const spans = toSpans(matches, original, sections, joined);
    findings.push({
      rule: rule.rule.id,
      category: rule.category.id,
      ...judged,
      spans,
    });
  }
  return findings.sort((a, b) => rank(b.confidence) - rank(a.confidence));
}

/** Weighs counter-evidence and label reading; `undefined` when something cancels the finding. */
function judge(
  { rule, category, unless }: CompiledRule,
  evaluation: Evaluation,
  labels: LabelReading,
  wordsAt: (hit: Hit) => string,
): { confidence: Confidence; counter: CounterEvidence[] } | undefined {
  let steps = rank(rule.confidence);
  const counter: CounterEvidence[] = [];
  for (const { id, effect, when } of unless) {
    const [match] = evaluation.matches(when);
    if (!match) continue;
    if (effect === 'cancel') return undefined;
    steps -= 1;
    counter.push({ type: 'wording', id, text: wordsAt(match) });
  }
  for (const { kind, seen, duty } of category.labels) {
    const label = labels.items.find((item) => item.kind === kind);
    if (label && seen === 'cancel') return undefined;
    if (label) {
      steps -= 1;
      counter.push({ type: 'label', label });
    } else if (labels.state === 'unknown' && duty) steps = Math.min(steps, 0);
  }
  // Wording and the absence of the very label that would settle the matter are two independent kinds of evidence; an
  // empty place does not make up for wording that something speaks against.
  const wouldSettle = category.labels.some(({ seen }) => seen === 'cancel');
  if (labels.state === 'none' && wouldSettle && steps === rank('likely')) steps += 1;
  const confidence = CONFIDENCES[Math.max(0, Math.min(steps, CONFIDENCES.length - 1))]!;
  return { confidence, counter };
}

function joinFields({ title, text, hashtags }: Readable): {
  joined: string;
  sections: Section[];
} {
  const sections: Section[] = [];
  let joined = '';
  const add = (field: Section['field'], value: string) => {
    if (!value) return;
    if (joined) joined += '\n';
    sections.push({ field, at: joined.length, length: value.length });
    joined += value;
  };
  add('title', title);
  add('text', text.slice(0, MAX_READ));
  // Hashtags usually stand in the text too; those that do not are read as words of their own.
  for (const tag of hashtags) if (!text.includes(tag)) add('hashtag', tag);
  return { joined, sections };
}

function toSpans(
  matches: readonly Match[],
  original: (hit: Hit) => Hit,
  sections: readonly Section[],
  joined: string,
): Span[] {
  const spans = new Map<string, Span>();
  for (const word of matches.flatMap((match) => match.words)) {
    const { start, end } = original(word);
    const section = sections.find(({ at, length }) => start >= at && start < at + length);
    if (!section || section.field === 'hashtag') continue;
    const { field } = section;
    const stop = Math.min(end, section.at + section.length);
    const span = {
      field,
      start: start - section.at,
      end: stop - section.at,
      text: joined.slice(start, stop),
    };
    spans.set(`${field}:${span.start}:${span.end}`, span);
    if (spans.size >= MAX_SPANS) break;
  }
  return [...spans.values()].sort((a, b) => a.field.localeCompare(b.field) || a.start - b.start);
}

function rank(confidence: Confidence): number {
  return CONFIDENCES.indexOf(confidence);
}
