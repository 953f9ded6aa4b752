import type { DescribedFinding } from '@/components/CardFinding';
import { localized } from '@/utils/i18n';
import type { CardTexts, CardTextsRequest } from '@/utils/messaging/protocol';
import type { CounterEvidence } from '@/utils/model/finding';
import type { ReportDraft } from '@/utils/model/report';
import type { RuleSet } from '@/utils/rules/match';

const NOTHING = { zh_CN: '', en: '' };

export function requestFor({ findings }: ReportDraft): CardTextsRequest {
  return findings.map(({ rule, category, counter }) => ({
    rule,
    category,
    counters: counter.flatMap((each) => (each.type === 'wording' ? [each.id] : [])),
  }));
}

/** Joins findings with their texts; before the texts have come a finding has its category's name and its words. */
export function describe({ findings }: ReportDraft, rules: RuleSet, texts?: CardTexts): DescribedFinding[] {
  return findings.map((finding, i) => {
    const known = texts?.findings[i];
    return {
      ...finding,
      categoryName: known?.category ?? rules.categories.get(finding.category)?.name ?? NOTHING,
      campaignName: known?.campaign ?? NOTHING,
      basis: known?.basis ?? NOTHING,
      reason: known?.reason ?? NOTHING,
      checklist: known?.checklist ?? [],
      reminder: known?.reminder ?? NOTHING,
      help: known?.help ?? false,
      also: known?.also ?? [],
      against: finding.counter.map((counter) => against(counter, texts)),
      tally: texts?.tallies[i],
    };
  });
}

function against(counter: CounterEvidence, texts?: CardTexts): string {
  if (counter.type === 'label') return counter.label.text;
  const name = texts?.counters[counter.id];
  return name ? `${localized(name)}: ${counter.text}` : counter.text;
}
