import type { CounterEvidence, Finding } from '@/utils/model/finding';
import { type LabelItem, type LabelReading, NO_LABELS, UNKNOWN_LABELS } from '@/utils/model/post';
import type { CompiledRule, RuleSet } from '@/utils/rules/compile';
import { matchPost, type Readable } from '@/utils/rules/match';
import type { Category, Condition, Pack, Rule, SharedPack } from '@/utils/rules/schema';

const both = (text: string) => ({ zh_CN: text, en: text });

export function category(id: string, labels: Category['labels'] = []): Category {
  return {
    id,
    name: both('name'),
    clause: both('clause'),
    checklist: [both('one'), both('two')],
    labels,
  };
}

export function rule(id: string, when: Condition, more: Partial<Rule> = {}): Rule {
  return {
    id,
    category: id.split('/').slice(0, 2).join('/'),
    reason: both('reason'),
    when,
    unless: [],
    confidence: 'likely',
    hits: [],
    misses: [],
    ...more,
  };
}

export function pack(rules: Rule[], categories: Category[] = [category('2025-3/sample')]): Pack {
  return {
    id: '2025-3',
    version: '2026.01.01',
    campaign: both('campaign'),
    categories,
    rules,
  };
}

export function shared(more: Partial<SharedPack> = {}): SharedPack {
  return { version: '2026.01.01', groups: {}, counters: {}, ...more };
}

export function post(text: string, more: Partial<Readable> = {}): Readable {
  return { title: '', text, hashtags: [], labels: UNKNOWN_LABELS, ...more };
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
export function fullReading({ category: { labels } }: Pick<CompiledRule, 'category'>): LabelReading {
  return labels.some(({ duty }) => duty) ? NO_LABELS : UNKNOWN_LABELS;
}
