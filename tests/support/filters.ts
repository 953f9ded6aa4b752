import type { FilterNames } from '@/components/filters/facet-words';
import type { FacetCounts } from '@/utils/model/queue';

/** Invented figures for tests of the filters. */
export const FACET_COUNTS: FacetCounts = {
  statuses: new Map([
    ['new', 214],
    ['confirmed', 88],
    ['dismissed', 30],
  ]),
  files: new Map([
    ['ai', 12],
    ['none', 3],
    ['-', 255],
  ]),
  campaigns: new Map([
    ['2025-3', 61],
    ['2025-4', 40],
    ['-', 2],
  ]),
  categories: new Map([
    ['2025-3/fake-staged', 44],
    ['2025-3/bait-tipping', 17],
    ['2025-4/ai-label-missing', 40],
    ['-', 2],
  ]),
  sites: new Map(
    [
      'xiaohongshu',
      'zhihu',
      'bilibili',
      'weibo',
      'douyin',
      'kuaishou',
      'tieba',
      'douban',
      'youtube',
      'x',
    ].map((site, at) => [site, 50 - at]),
  ),
  confidences: new Map([
    ['strong', 5],
    ['likely', 90],
  ]),
  labels: new Map([
    ['none', 70],
    ['unknown', 200],
  ]),
  rules: new Map([
    ['2025-3/fake-staged/kindness', 40],
    ['2025-4/ai-label-missing/tool', 33],
    ['-', 8],
  ]),
  assignees: new Map([
    ['Lin', 12],
    ['-', 300],
  ]),
  tags: new Map([
    ['second look', 9],
    ['-', 331],
  ]),
};

const SITES: Record<string, string> = { xiaohongshu: 'Xiaohongshu', zhihu: 'Zhihu', bilibili: 'Bilibili' };

export const FILTER_NAMES: FilterNames = {
  category: (id) => (id === '2025-3/fake-staged' ? 'Fake staged scenes' : id),
  campaign: (id) => (id === '2025-3' ? '2025 · Malicious marketing' : id),
  site: (id) => SITES[id] ?? id,
  rule: (id) => (id === '2025-3/fake-staged/kindness' ? 'Says it met by chance, filmed as planned' : id),
};
