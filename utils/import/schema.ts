import * as v from 'valibot';
import { CHANGES, type HistoryAction, type HistoryEntry, type Replaced } from '../model/report';
import {
  Id,
  IsoTime,
  LabelReadingSchema,
  listOf,
  PostKeySchema,
  ReviewerSchema,
  Short,
  Text,
  Time,
  Whole,
} from './parts-schema';
import { ActionSchema, isReplacedOf, OPTIONAL, ReplacedSchema, ReportSchema } from './report-schema';

/** Lines of an NDJSON file, as utils/model/exchange.ts describes them. */

export const HeadSchema = v.object({
  kind: v.literal('qingjian'),
  version: v.literal(1),
  exportedAt: IsoTime,
  extension: v.pipe(v.string(), v.maxLength(100)),
  reviewer: ReviewerSchema,
  backup: v.exactOptional(v.literal(true)),
  masked: v.exactOptional(v.literal(true)),
});

const REPLACING: readonly HistoryAction[] = ['filed-again', 'undone'];

const EntrySchema = v.pipe(
  v.object({
    seq: Whole,
    reportId: Id,
    at: Time,
    action: ActionSchema,
    by: v.exactOptional(Short),
    filing: v.exactOptional(Id),
    to: v.exactOptional(Whole),
    import: v.exactOptional(Id),
    before: v.exactOptional(ReplacedSchema),
    absent: v.exactOptional(
      v.pipe(
        listOf(v.string()),
        v.everyItem((name) => OPTIONAL.has(name), 'not a field that a report can be without'),
      ),
    ),
  }),
  // What such a change is taken back to is a report as a whole.
  v.check(
    ({ action, before }) => !before || !REPLACING.includes(action) || before.postKey !== undefined,
    'a part of a whole report',
  ),
  v.transform(({ absent, before, ...entry }): HistoryEntry => {
    if (!absent && !before) return entry;
    const nothing = Object.fromEntries((absent ?? []).map((name) => [name, undefined]));
    return { ...entry, before: { ...nothing, ...before } as Replaced };
  }),
);

export const VisitSchema = v.object({
  seq: Whole,
  reportId: Id,
  at: Time,
  changes: v.pipe(v.array(v.picklist(CHANGES)), v.minLength(1), v.maxLength(CHANGES.length)),
  labels: v.exactOptional(LabelReadingSchema),
  title: v.exactOptional(Text),
  text: v.exactOptional(Text),
});

export const ReportLineSchema = v.pipe(
  v.object({
    kind: v.literal('report'),
    report: ReportSchema,
    history: listOf(EntrySchema),
    visits: listOf(VisitSchema),
    // Each is checked on its own: a damaged picture is no reason to leave out the report.
    pictures: listOf(v.unknown()),
  }),
  v.check(
    ({ report, history, visits }) => [...history, ...visits].every(({ reportId }) => reportId === report.id),
    'history or visits of another report',
  ),
  v.check(
    ({ history }) => new Set(history.map(({ seq }) => seq)).size === history.length,
    'two history entries of one number',
  ),
  v.check(
    ({ report, history }) => history.every(({ before }) => !before || isReplacedOf(report.postKey, before)),
    'an earlier reading of another post',
  ),
);

/** More than the largest picture that is made (utils/evidence). */
export const MAX_PICTURE = 2_100_000;

export const PictureLineSchema = v.object({
  kind: v.literal('screenshot'),
  at: Time,
  filing: Whole,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  size: v.pipe(Whole, v.minValue(1), v.maxValue(MAX_PICTURE)),
  type: v.literal('image/webp'),
  file: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  // Whether it is base64 is found where it is decoded: a pattern takes 300 ms for two megabytes.
  base64: v.exactOptional(v.pipe(v.string(), v.maxLength(MAX_PICTURE * 1.34))),
});

export const DismissalLineSchema = v.object({
  kind: v.literal('dismissal'),
  postKey: PostKeySchema,
  rules: listOf(Id),
  at: Time,
});

export const SettingsLineSchema = v.object({
  kind: v.literal('settings'),
  values: v.pipe(v.record(v.pipe(v.string(), v.maxLength(200)), v.unknown()), v.maxEntries(500)),
});

export const EndSchema = v.object({ kind: v.literal('end'), reports: Whole, dismissals: Whole });

/** Where and what: `report.post.url: expected a web address`. */
export function issueText([issue]: readonly [v.BaseIssue<unknown>, ...unknown[]]): string {
  const path = v.getDotPath(issue);
  const message = issue.message.replace(/^Invalid [^:]*: E/, 'e');
  return path ? `${path}: ${message}` : message;
}
