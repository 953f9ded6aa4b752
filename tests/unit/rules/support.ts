import type { CounterEvidence, Finding } from '@/utils/model/finding';
import { type LabelItem, type LabelReading, NO_LABELS, UNKNOWN_LABELS } from '@/utils/model/post';
import { compilePacks } from '@/utils/rules/compile';
import { linkRules, matchPost, type Readable, type RuleSet } from '@/utils/rules/match';
import type { Condition, Example, HintedCategory, Pack, Rule, SharedPack } from '@/utils/rules/schema';

const both = (text: string) => ({ zh_CN: text, en: text });

export function category(id: string, labels: HintedCategory['labels'] = []): HintedCategory {
  return {
    id,
    name: both('name'),
    phrase: 'phrase',
    origin: 'plan',
    clause: both('clause'),
    sources: ['PLAN'],
    observable: 'yes',
    seenIn: ['text'],
    policy: 'text-hint',
    severity: 2,
    checklist: [both('one'), both('two')],
    safeguards: { never: both('never'), reminder: both('reminder') },
    route: 'other',
    labels,
  };
}

export function rule(id: string, when: Condition, more: Partial<Rule> = {}): Rule {
  return {
    id,
    category: id.split('/').slice(0, 2).join('/'),
    basis: { ...both('basis'), sources: ['PLAN'] },
    reason: both('reason'),
    when,
    unless: [],
    despite: [],
    confidence: 'likely',
    hits: [],
    misses: [],
    ...more,
  };
}

export function pack(rules: Rule[], categories: Pack['categories'] = [category('2025-3/sample')]): Pack {
  return {
    id: '2025-3',
    version: '2026.01.01',
    campaign: both('campaign'),
    sources: ['PLAN'],
    categories,
    rules,
  };
}

/** A shared pack of the id `common`. */
export function shared(more: Partial<SharedPack> = {}): SharedPack {
  return { id: 'common', version: '2026.01.01', name: both('common'), groups: {}, counters: {}, ...more };
}

/** One rule in one category, ready to match. */
export function ruleSet(
  when: Condition,
  {
    labels,
    common,
    ...more
  }: Partial<Rule> & { labels?: HintedCategory['labels']; common?: Partial<SharedPack> } = {},
): RuleSet {
  const packs = [pack([rule('2025-3/sample/one', when, more)], [category('2025-3/sample', labels)])];
  return linkRules(compilePacks(packs, [shared(common)]));
}

export function post(text: string, more: Partial<Readable> = {}): Readable {
  return { title: '', text, hashtags: [], labels: UNKNOWN_LABELS, ...more };
}

/** The post of an example of a rule; what its file says is weak and unsigned. */
export function example(from: Example, more: Partial<Readable> = {}): Readable {
  if (typeof from === 'string') return post(from, more);
  return post(from.text, { ...more, evidence: { kind: from.media, strength: 'B3' } });
}

export function label(kind: LabelItem['kind'], text = '标注'): LabelReading {
  return {
    state: 'seen',
    items: [{ kind, text, by: 'platform', from: 'element' }],
  };
}

export function find(rules: RuleSet, readable: Readable, id: string): Finding | undefined {
  return matchPost(rules, readable).find((finding) => finding.rule === id);
}

export function counterIds(counter: readonly CounterEvidence[]): string[] {
  return counter.map((evidence) => (evidence.type === 'wording' ? evidence.id : evidence.label.kind));
}

/** The reading under which the wording of a rule counts in full. */
export function fullReading({ labels }: Pick<HintedCategory, 'labels'>): LabelReading {
  return labels.some(({ duty }) => duty) ? NO_LABELS : UNKNOWN_LABELS;
}
