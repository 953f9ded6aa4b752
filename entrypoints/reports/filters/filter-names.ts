import type { FilterNames } from '@/components/filters/facet-words';
import type { Names } from '@/components/ReportDetail';
import { localized, t } from '@/utils/i18n';
import { describeRule } from '@/utils/rules/describe';

/** Names for filters, from those of the page; campaigns with their year, as some have the same name. */
export function filterNames(names: Pick<Names, 'categories' | 'category' | 'site'>): FilterNames {
  const campaigns = new Map(
    names.categories.map(({ id, campaign }) => {
      const key = id.split('/', 1)[0] ?? id;
      return [key, t('categoryCampaign', key.slice(0, 4), localized(campaign))];
    }),
  );
  return {
    category: (id) => names.category(id),
    site: (id) => names.site(id),
    campaign: (id) => campaigns.get(id) ?? id,
    rule: ruleName,
  };
}

/** What a rule says of a post; the id of one that is not installed any more. */
export function ruleName(id: string): string {
  const known = describeRule(id);
  return known ? localized(known.reason) : id;
}
