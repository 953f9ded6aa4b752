import type { StatusBar, StatusBarGroup } from '@/components/charts/StatusBars';
import type { Names } from '@/components/ReportDetail';
import { type CampaignBar, campaignOf, type ValueBar } from '@/utils/figures/by-value';
import { localized, t } from '@/utils/i18n';
import { type ReportQuery, WITHOUT } from '@/utils/model/queue';

type Show = (change: Partial<ReportQuery>) => void;

/** A group of bars for each campaign; its own bar leads to all of its reports. */
export function campaignGroups(
  campaigns: readonly CampaignBar[],
  names: Pick<Names, 'category' | 'categories'>,
  show: Show,
): StatusBarGroup[] {
  const campaignNames = new Map(names.categories.map(({ id, campaign }) => [campaignOf(id), campaign]));
  return campaigns.map(({ id, categories, ...counts }) => {
    if (id === WITHOUT) {
      const onPick = () => show({ categories: [WITHOUT] });
      return { id, bars: [{ id, name: t('categoryNone'), counts, onPick }] };
    }
    const known = campaignNames.get(id);
    return {
      id,
      head: {
        id,
        name: known ? localized(known) : id,
        counts,
        onPick: () => show({ campaigns: [id] }),
      },
      bars: categories.map((bar) => barOf(bar, names.category(bar.id), () => show({ categories: [bar.id] }))),
    };
  });
}

/** All sites in one group. */
export function siteGroup(
  sites: readonly ValueBar[],
  names: Pick<Names, 'site'>,
  show: Show,
): StatusBarGroup[] {
  const bars = sites.map((bar) => barOf(bar, names.site(bar.id), () => show({ sites: [bar.id] })));
  return [{ id: 'sites', bars }];
}

function barOf({ id, ...counts }: ValueBar, name: string, onPick: () => void): StatusBar {
  return { id, name, counts, onPick };
}
