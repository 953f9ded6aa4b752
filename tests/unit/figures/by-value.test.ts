import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byCampaign, bySite, campaignOf } from '@/utils/figures/by-value';
import { WITHOUT } from '@/utils/model/queue';
import { REPORT_STATUSES } from '@/utils/model/report';
import { anyDigest, makeDigest } from './support';

const sum = (values: readonly { total: number }[]) => values.reduce((all, { total }) => all + total, 0);

test('a report counts in each of its categories, and once in their campaign', () => {
  const bars = byCampaign([
    makeDigest({ categories: ['2025-3/a', '2025-3/b', '2025-4/c'], status: 'confirmed' }),
    makeDigest({ categories: ['2025-3/b'] }),
  ]);
  expect(bars.map(({ id, total }) => [id, total])).toEqual([
    ['2025-3', 2],
    ['2025-4', 1],
  ]);
  expect(bars[0]?.categories).toMatchObject([
    { id: '2025-3/b', total: 2, confirmed: 1, new: 1 },
    { id: '2025-3/a', total: 1, confirmed: 1 },
  ]);
});

test('a category that is named twice in a report counts once', () => {
  expect(byCampaign([makeDigest({ categories: ['2025-3/a', '2025-3/a'] })])[0]).toMatchObject({
    total: 1,
    categories: [{ total: 1 }],
  });
});

test('reports without a category are a group of their own', () => {
  expect(byCampaign([makeDigest({ categories: [] })])).toMatchObject([
    { id: WITHOUT, total: 1, categories: [] },
  ]);
});

test('bars of the same length stand in the order of their ids', () => {
  const digests = ['zhihu', 'bilibili', 'zhihu', 'bilibili', 'weibo'].map((site) => makeDigest({ site }));
  expect(bySite(digests).map(({ id }) => id)).toEqual(['bilibili', 'zhihu', 'weibo']);
});

test('a category without a campaign is its own', () => {
  expect([campaignOf('2025-3/a'), campaignOf('alone')]).toEqual(['2025-3', 'alone']);
});

test('sums are those of the reports', () => {
  fc.assert(
    fc.property(fc.array(anyDigest()), (digests) => {
      const campaigns = byCampaign(digests);
      const sites = bySite(digests);
      expect(sum(sites)).toBe(digests.length);
      expect(sum(campaigns.flatMap(({ categories }) => categories))).toBe(
        digests.reduce((all, { categories }) => all + categories.length, 0),
      );
      for (const { id, total, categories } of campaigns) {
        const own = digests.filter((digest) =>
          id === WITHOUT
            ? digest.categories.length === 0
            : digest.categories.some((category) => campaignOf(category) === id),
        );
        expect(total).toBe(own.length);
        if (categories.length > 0) expect(sum(categories)).toBeGreaterThanOrEqual(total);
      }
      for (const bar of [...sites, ...campaigns])
        expect(REPORT_STATUSES.reduce((all, status) => all + bar[status], 0)).toBe(bar.total);
    }),
  );
});
