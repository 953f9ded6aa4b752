import type { Condition, HintedCategory, Pack, Rule } from '../../../utils/rules/schema/index.ts';

/** As many as campaigns name, and rules of about the length that shipped ones have. */
const CATEGORIES = 17;
const TERMS_PER_RULE = 50;

const name = (zh_CN: string, en: string) => ({ zh_CN, en });

/** A pack of rules that mark every post in which one of the terms stands; its words mean nothing. */
export function createPack(terms: readonly string[]): Pack {
  const categories = Array.from({ length: CATEGORIES }, (_, i) => createCategory(i + 1));
  const count = Math.ceil(terms.length / TERMS_PER_RULE);
  return {
    id: '2026-1',
    version: '2026.11.22',
    campaign: name('测量', 'Measuring'),
    sources: ['BENCH'],
    categories,
    rules: Array.from({ length: count }, (_, i) =>
      createRule(
        i,
        categories[i % CATEGORIES]!.id,
        terms.slice(i * TERMS_PER_RULE, (i + 1) * TERMS_PER_RULE),
      ),
    ),
  };
}

function createCategory(number: number): HintedCategory {
  return {
    id: `2026-1/kind-${number}`,
    name: name(`类别${number}`, `Kind ${number}`),
    phrase: `类别${number}`,
    origin: 'plan',
    clause: name(`类别${number}`, `Kind ${number}`),
    sources: ['BENCH'],
    observable: 'yes',
    seenIn: ['text'],
    policy: 'text-hint',
    severity: 1,
    checklist: [name('一？', 'One?'), name('二？', 'Two?')],
    safeguards: { never: name('无', 'None'), reminder: name('无', 'None') },
    route: 'bench',
    labels: [],
  };
}

function createRule(number: number, category: string, terms: readonly string[]): Rule {
  const half = terms.length >> 1;
  const when: Condition = {
    any: [{ terms: terms.slice(0, half) }, { terms: terms.slice(half) }],
  };
  return {
    id: `${category}/rule-${number}`,
    category,
    basis: { ...name('测量', 'Measuring'), sources: ['BENCH'] },
    reason: name('测量', 'Measuring'),
    when,
    unless: [],
    despite: [],
    confidence: 'likely',
    hits: [],
    misses: [],
  };
}
