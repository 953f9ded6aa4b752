import { CONFIDENCES, type Finding } from '../../model/finding';
import { candidatesOf } from './candidates';
import { Evaluation } from './evaluate';
import type { Match } from './hit';
import { judge } from './judge';
import { type Readable, readingOf } from './reading';
import type { RuleSet } from './rule-set';
import { spansOf } from './spans';
import { WordHits } from './word-hits';

/** All findings of one post, strongest first; none for text that no rule knows. Pure. */
export function matchPost(rules: RuleSet, post: Readable): Finding[] {
  const reading = readingOf(post);
  const hasEvidence = post.evidence !== undefined;
  if (reading.text.length < 2 && !hasEvidence) return [];
  const words = rules.words.matcher.scan(reading.text);
  const sounds = rules.sounds?.matcher.scan(reading.text);
  const stretch = words.read > 0 ? reading.text.length / words.read : 1;
  const candidates = candidatesOf(rules, { words, sounds }, stretch, hasEvidence);
  if (candidates.length === 0) return [];
  const hits = new WordHits(rules, reading, { words, sounds }, stretch);
  const { program } = rules;
  const evaluation = new Evaluation(post, hits);
  const findings: Finding[] = [];
  for (let i = 0; i < candidates.length; ) {
    const at = program.ways[candidates[i]!]!.rule;
    let matches: Match[] = [];
    for (; i < candidates.length; i++) {
      const way = program.ways[candidates[i]!]!;
      if (way.rule !== at) break;
      matches = matches.concat(evaluation.matches(way.when));
    }
    if (matches.length === 0) continue;
    const rule = program.rules[at]!;
    const category = rules.categories.get(rule.category)!;
    const judged = judge(rule, category, matches, evaluation, program.counters);
    if (judged)
      findings.push({
        rule: rule.id,
        category: category.id,
        ...judged,
        spans: spansOf(matches, reading),
      });
  }
  return findings.sort((a, b) => rank(b) - rank(a));
}

function rank({ confidence }: Finding): number {
  return CONFIDENCES.indexOf(confidence);
}

export { withMuted } from './muted';
export type { Readable } from './reading';
export { linkRules, type RuleSet } from './rule-set';
