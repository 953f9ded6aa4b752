import fc from 'fast-check';
import { CONFIDENCES } from '@/utils/model/finding';
import { MEDIA_VERDICTS } from '@/utils/model/media-check';
import { type ReportQuery, type SavedView, SORT_KEYS, WITHOUT } from '@/utils/model/queue';
import { REPORT_STATUSES } from '@/utils/model/report';
import type { ViewState } from '@/utils/views/query';

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values));
/** Names as people write them, with what an address could stumble over. */
const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(WITHOUT, '2025-3/fake-staged', '小红书', 'a&b=c', '50 %', '#tag', 'a+b', '?', ','),
);
const day = fc.constantFrom('', '2026-11-01', '2026-11-22', '2024-02-29');
const names = fc.uniqueArray(name, { maxLength: 4 });

export const anyQuery: fc.Arbitrary<ReportQuery> = fc.record({
  text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('老人 ＡＩ', 'a+b c%20')),
  categories: names,
  campaigns: names,
  sites: names,
  statuses: some(REPORT_STATUSES),
  confidences: some([...CONFIDENCES, 'none'] as const),
  labels: some(['seen', 'none', 'unknown'] as const),
  files: some([...MEDIA_VERDICTS, WITHOUT] as const),
  rules: names,
  assignees: names,
  tags: names,
  from: day,
  to: day,
  copies: fc.boolean(),
  disagree: fc.boolean(),
});

export const anyState: fc.Arbitrary<ViewState> = fc.record({
  query: anyQuery,
  sort: fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
  grouped: fc.boolean(),
});

export const anyView: fc.Arbitrary<SavedView> = fc
  .tuple(anyState, fc.uuid(), fc.stringMatching(/^[a-z一-龥]{1,12}$/))
  .map(([state, id, viewName]) => ({ ...state, id, name: viewName }));

export const anyViews = fc.uniqueArray(anyView, { selector: ({ id }) => id, maxLength: 5 });
