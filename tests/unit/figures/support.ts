import fc from 'fast-check';
import type { ReportDigest } from '@/utils/model/queue';
import { REPORT_STATUSES, type ReportStatus } from '@/utils/model/report';

const DAY = 86_400_000;
/** A Sunday at noon, local time. */
export const NOW = new Date(2026, 10, 22, 12).getTime();

export function makeDigest(parts: Partial<ReportDigest> = {}): ReportDigest {
  const createdAt = parts.createdAt ?? NOW - DAY;
  const isNew = (parts.status ?? 'new') === 'new';
  return {
    id: 'report-1',
    rev: 1,
    createdAt,
    updatedAt: createdAt,
    decidedAt: isNew ? undefined : createdAt + 60_000,
    site: 'xiaohongshu',
    status: 'new',
    categories: ['2025-3/fake-staged'],
    rules: ['2025-3/fake-staged/kindness'],
    confidence: 'likely',
    label: 'none',
    files: '',
    assignee: '',
    tags: [],
    opinions: [],
    handovers: [],
    text: '',
    ...parts,
  };
}

const CATEGORIES = ['2025-3/fake-staged', '2025-3/fake-person', '2025-4/ai-label-missing', 'alone'];
const RULES = ['2025-3/fake-staged/kindness', '2025-4/ai-label-missing/none', 'old/rule'];

/** Any digest that is dated up to `back` days before `now`, or two after it. */
export function anyDigest(now = NOW, back = 400): fc.Arbitrary<ReportDigest> {
  return fc
    .record({
      createdAt: fc.integer({ min: now - back * DAY, max: now + 2 * DAY }),
      took: fc.option(fc.integer({ min: -DAY, max: 30 * DAY }), { nil: undefined }),
      status: fc.constantFrom<ReportStatus>(...REPORT_STATUSES),
      site: fc.constantFrom('zhihu', 'bilibili', 'xiaohongshu'),
      categories: fc.subarray(CATEGORIES),
      rules: fc.subarray(RULES),
    })
    .map(({ took, ...parts }) =>
      makeDigest({
        ...parts,
        decidedAt: parts.status === 'new' || took === undefined ? undefined : parts.createdAt + took,
      }),
    );
}

/** Many varied digests, the same at every run. */
export function manyDigests(
  count: number,
  sites: readonly string[],
  categories: readonly string[],
  now = NOW,
): ReportDigest[] {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  /** The first are the likelier. */
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() ** 2 * values.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const createdAt = now - Math.floor(random() ** 1.6 * 120 * DAY);
    const isOpen = random() < (now - createdAt < 5 * DAY ? 0.6 : 0.08);
    const category = pick(categories);
    const rule = `${category}/${pick(['words', 'pattern', 'label'])}`;
    const chance = 0.35 + (0.6 * ((rule.length * 37) % 100)) / 100;
    const status = isOpen
      ? 'new'
      : random() < chance
        ? pick(['confirmed', 'submitted'] as const)
        : 'dismissed';
    const took = Math.exp(random() * 14) * 1000;
    return makeDigest({
      id: `report-${i}`,
      createdAt,
      decidedAt: isOpen ? undefined : Math.min(now, createdAt + took),
      status,
      site: pick(sites),
      categories: random() < 0.03 ? [] : random() < 0.15 ? [category, pick(categories)] : [category],
      rules: random() < 0.1 ? [] : [rule],
    });
  });
}
