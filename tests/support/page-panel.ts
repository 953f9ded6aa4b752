import type { PagePanelProps } from '@/components/PagePanel';
import type { Confidence, Finding } from '@/utils/model/finding';
import type { PageReading, PageState, ScannedPost } from '@/utils/model/page';
import { makeFinding, makePost } from './builders';
import { testNames } from './names';

/** A post of a page with one finding for each category that is named. */
export function foundPost(
  id: string,
  categories: Record<string, Confidence>,
  parts: Parameters<typeof makePost>[0] = {},
): ScannedPost {
  const findings = Object.entries(categories).map(
    ([category, confidence]): Finding => makeFinding({ rule: `${category}/rule`, category, confidence }),
  );
  return { ...makePost({ id, title: `Post ${id}`, ...parts }), findings };
}

export const STAGED = '2025-3/fake-staged';
export const UNLABELLED = '2025-4/ai-label-missing';

export function makeReading(posts: ScannedPost[], parts: Partial<PageReading> = {}): PageReading {
  return {
    site: 'xiaohongshu',
    surface: 'feed',
    url: 'https://www.xiaohongshu.com/explore',
    health: { status: 'ok', posts: posts.length + 5, labelsRead: 3, missing: [] },
    pace: 'normal',
    posts,
    ...parts,
  };
}

export function readPage(reading: PageReading): PageState & { type: 'read' } {
  const site = { id: 'xiaohongshu', name: { zh_CN: '小红书', en: 'Xiaohongshu' } };
  return { type: 'read', site, tabId: 7, reading };
}

const nothing = () => undefined;

/** What a panel is given, about a page with these posts. */
export function panelProps(reading: PageReading, parts: Partial<PagePanelProps> = {}): PagePanelProps {
  return {
    page: readPage(reading),
    sites: [],
    reports: 2,
    failed: false,
    decisions: { reported: [], changed: [], dismissed: [] },
    categoryName: testNames.category,
    onShow: async () => true,
    onSwitch: nothing,
    onReports: nothing,
    onOptions: nothing,
    onCampaigns: nothing,
    ...parts,
  };
}
