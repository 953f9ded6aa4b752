import type { DescribedFinding } from '@/components/CardFinding';
import type { Names } from '@/components/ReportDetail';
import { localized } from '@/utils/i18n';
import type { CounterEvidence, Finding } from '@/utils/model/finding';
import type { Localized } from '@/utils/model/localized';
import { categoryChoices, counterName, describeFinding, describeGuidance } from '@/utils/rules/describe';
import { sites } from '@/utils/sites';

const categoryNames = new Map(categoryChoices.map(({ id, name }) => [id, name]));
const siteNames = new Map(sites.map(({ id, name }) => [id, name]));

/** Names of the installed packs and sites; what is not installed any more keeps its id. */
export const names: Names = {
  categories: categoryChoices,
  category: (id, language) => nameIn(categoryNames.get(id), language) ?? id,
  site: (id, language) => nameIn(siteNames.get(id), language) ?? id,
  finding: describe,
  guidance: describeGuidance,
};

function nameIn(name: Localized | undefined, language?: 'zh_CN'): string | undefined {
  return name && (language ? name[language] : localized(name));
}

function describe(finding: Finding): DescribedFinding | undefined {
  const known = describeFinding(finding);
  if (!known) return undefined;
  const { category: categoryName, campaign: campaignName, ...rest } = known;
  return { ...rest, ...finding, categoryName, campaignName, against: finding.counter.map(against) };
}

function against(counter: CounterEvidence): string {
  return counter.type === 'label'
    ? counter.label.text
    : `${localized(counterName(counter.id))}: ${counter.text}`;
}
