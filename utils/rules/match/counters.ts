import { candidatesOf } from './candidates';
import { Evaluation } from './evaluate';
import { isEverywhere } from './hit';
import { type Readable, readingOf } from './reading';
import type { RuleSet } from './rule-set';
import { WordHits } from './word-hits';

/**
 * Counter-evidence that holds for a post, whether or not a rule does: its id and the words that make it hold, which
 * are empty where it rests on the post as a whole. Ids that no rule uses are unknown to the program and never hold.
 */
export function countersOf(
  rules: RuleSet,
  post: Readable,
  ids: ReadonlySet<string>,
): { id: string; text: string }[] {
  const reading = readingOf(post);
  const words = rules.words.matcher.scan(reading.text);
  const sounds = rules.sounds?.matcher.scan(reading.text);
  const stretch = words.read > 0 ? reading.text.length / words.read : 1;
  // Notes where the words of every leaf stand; the rules themselves are not asked for.
  candidatesOf(rules, { words, sounds }, stretch, false);
  const evaluation = new Evaluation(post, new WordHits(rules, reading, { words, sounds }, stretch));
  return rules.program.counters.flatMap(({ id, when }) => {
    if (!ids.has(id)) return [];
    const [match] = evaluation.matches(when);
    if (!match) return [];
    return { id, text: isEverywhere(match) ? '' : reading.text.slice(match.start, match.end) };
  });
}
