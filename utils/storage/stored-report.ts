import type { Account, AccountStep, Reviewer, StatedReport } from '../model/account';
import { CONFIDENCES, type Finding, type Span } from '../model/finding';
import { type Handover, OUTCOMES, type Overruled } from '../model/handover';
import {
  type Author,
  COUNT_NAMES,
  LABEL_KINDS,
  type LabelItem,
  type LabelPlaceReading,
  type LabelReading,
  POST_KINDS,
  type Post,
  SURFACES,
  TEXT_FIELDS,
} from '../model/post';
import type { CorruptRow } from '../model/queue';
import { type CheckAnswer, FILED_BY, REPORT_STATUSES, type Restored, WITHHOLDABLE } from '../model/report';
import {
  type Check,
  isoTime,
  listOf,
  number,
  oneOf,
  optional,
  shape,
  text,
  time,
  truth,
  variant,
  webAddress,
  wholeNumber,
} from './checks';
import { mediaCheckShape, mediaShape } from './stored-media';
import type { StoredReport } from './tables';

const anything: Check = () => undefined;

const labelItem = shape<LabelItem>({
  kind: oneOf(LABEL_KINDS),
  text,
  by: oneOf(['author', 'platform', 'community']),
  from: oneOf(['state', 'element', 'text']),
});

const noItems = shape<LabelReading>({ state: text, items: listOf(anything, 'none') });

const post = shape<Post>({
  key: text,
  site: text,
  kind: oneOf(POST_KINDS),
  id: text,
  url: webAddress,
  surface: oneOf(SURFACES),
  author: shape<Author>({
    name: optional(text),
    id: optional(text),
    url: optional(webAddress),
    verification: optional(text),
  }),
  title: text,
  text,
  hashtags: listOf(text),
  publishedAt: optional(isoTime),
  publishedApprox: optional(truth),
  media: optional(listOf(mediaShape)),
  counts: shape<Record<string, unknown>>(
    Object.fromEntries(COUNT_NAMES.map((name) => [name, optional(number)])),
  ),
  labels: variant('state', {
    seen: shape<LabelReading>({ state: text, items: listOf(labelItem, 'some') }),
    none: noItems,
    unknown: noItems,
  }),
  labelPlaces: optional(
    listOf(shape<LabelPlaceReading>({ from: oneOf(['element', 'state']), where: text, text })),
  ),
});

const finding = shape<Finding>({
  rule: text,
  category: text,
  confidence: oneOf(CONFIDENCES),
  spans: listOf(
    shape<Span>({
      field: oneOf(TEXT_FIELDS),
      start: wholeNumber,
      end: wholeNumber,
      text,
      reads: optional(text),
    }),
  ),
  counter: listOf(
    variant('type', {
      wording: shape<{ id: string; text: string }>({ id: text, text }),
      label: shape<{ label: LabelItem }>({ label: labelItem }),
    }),
  ),
});

const answer = shape<CheckAnswer>({
  category: text,
  question: shape<CheckAnswer['question']>({ zh_CN: text, en: text }),
  answer: oneOf(['yes', 'no']),
});

const handover = shape<Handover>({
  id: text,
  channel: text,
  at: time,
  queryCode: text,
  outcome: oneOf(OUTCOMES),
  outcomeAt: optional(time),
  note: text,
  posts: listOf(text),
});

const overruled = shape<Overruled>({
  check: text,
  for: oneOf(['export', 'handover']),
  at: time,
  by: optional(text),
});

const stated = {
  id: text,
  postKey: text,
  post,
  findings: listOf(finding),
  categories: listOf(text),
  note: text,
  status: oneOf(REPORT_STATUSES),
  filedBy: oneOf(FILED_BY),
  version: text,
  readAt: optional(time),
  adapter: optional(text),
  answers: optional(listOf(answer)),
  withheld: optional(listOf(oneOf(WITHHOLDABLE))),
  mediaChecks: optional(listOf(mediaCheckShape)),
  tags: optional(listOf(text)),
  assignee: optional(text),
  decidedAt: optional(time),
  statusFrom: optional(text),
  handovers: optional(listOf(handover)),
  overruled: optional(listOf(overruled)),
  createdAt: time,
  updatedAt: time,
};

const account = shape<Account>({
  reviewer: shape<Reviewer>({ id: text, name: text }),
  report: shape<StatedReport>(stated),
  steps: listOf(shape<AccountStep>({ at: time, action: text, by: optional(text) })),
  partial: optional(truth),
  masked: optional(truth),
});

const storedReport = shape<StoredReport>({
  ...stated,
  accounts: optional(listOf(account)),
  adopted: optional(text),
  restored: optional(
    shape<Restored>({ steps: wholeNumber, partial: optional(truth), masked: optional(truth) }),
  ),
  rev: wholeNumber,
  seal: text,
  chain: text,
});

/**
 * Tells reports from rows that something else has damaged. Fields that this version does not know are let pass, and so
 * is the absence of what older versions did not write.
 *
 * @param row as it came out of the database
 */
export function readStored(row: unknown): { report: StoredReport } | { corrupt: CorruptRow } {
  const problem = storedReport(row);
  if (problem === undefined) return { report: row as StoredReport };
  return {
    corrupt: { id: keyText((row as { id?: unknown } | null)?.id), problem: problem.replace(/^\.|^: /, '') },
  };
}

/** A primary key as text: ours are text, a foreign row may have any. */
export function keyText(key: unknown): string {
  return typeof key === 'string' ? key : String(key);
}
