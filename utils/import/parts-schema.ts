import * as v from 'valibot';
import { CONFIDENCES } from '../model/finding';
import { OUTCOMES } from '../model/handover';
import {
  AI_KINDS,
  MAX_MEDIA_CHECKS,
  MEDIA_TROUBLES,
  MEDIA_VERDICTS,
  PLACES,
  STRENGTHS,
  VIAS,
} from '../model/media-check';
import {
  COUNT_NAMES,
  LABEL_KINDS,
  MEDIA_TYPES,
  POST_KINDS,
  type PostKey,
  SURFACES,
  TEXT_FIELDS,
} from '../model/post';

/**
 * The parts of a report, as a file may hold them: fields that this version does not know are left out, and every length
 * is bounded. Bounds are those of what a page may send (utils/messaging/schema.ts) or wider, so that whatever was
 * filed can come back.
 */

/** Later times have five digits in their year, and near the end of what a `Date` holds no local time. */
const END_OF_TIME = Date.UTC(9999, 11, 31);
const MAX_LIST = 2_000;

export const Text = v.pipe(v.string(), v.maxLength(250_000));
export const Short = v.pipe(v.string(), v.maxLength(4_000));
export const Id = v.pipe(v.string(), v.maxLength(400));
export const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(END_OF_TIME));
export const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const WebAddress = v.pipe(
  Short,
  v.check((text) => /^https?:\/\//.test(text) && URL.canParse(text), 'expected a web address'),
);

export const IsoTime = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check(
    (text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)),
    'expected a time in ISO 8601',
  ),
);

export function listOf<T extends v.GenericSchema>(item: T) {
  return v.pipe(v.array(item), v.maxLength(MAX_LIST));
}

export const PostKeySchema = v.pipe(
  v.string(),
  v.maxLength(1_000),
  v.check(
    (key) => new RegExp(`^[a-z0-9-]+:(?:${POST_KINDS.join('|')}):.`).test(key),
    'expected site:kind:id',
  ),
  v.transform((key) => key as PostKey),
);

export const ReviewerSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  name: v.pipe(v.string(), v.maxLength(200)),
});

const LabelItemSchema = v.object({
  kind: v.picklist(LABEL_KINDS),
  text: Text,
  by: v.picklist(['author', 'platform', 'community']),
  from: v.picklist(['state', 'element', 'text']),
});

export const LabelReadingSchema = v.variant('state', [
  v.object({
    state: v.literal('seen'),
    items: v.pipe(v.tupleWithRest([LabelItemSchema], LabelItemSchema), v.maxLength(MAX_LIST)),
  }),
  v.object({ state: v.literal('none'), items: v.strictTuple([]) }),
  v.object({ state: v.literal('unknown'), items: v.strictTuple([]) }),
]);

const Count = v.pipe(v.number(), v.finite(), v.minValue(0));
const MediaSchema = v.object({ type: v.picklist(MEDIA_TYPES), url: WebAddress });

export const PostSchema = v.pipe(
  v.object({
    key: PostKeySchema,
    site: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/)),
    kind: v.picklist(POST_KINDS),
    id: v.pipe(Id, v.nonEmpty()),
    url: WebAddress,
    surface: v.picklist(SURFACES),
    author: v.object({
      name: v.exactOptional(Short),
      id: v.exactOptional(Short),
      url: v.exactOptional(WebAddress),
      verification: v.exactOptional(Short),
    }),
    title: Text,
    text: Text,
    hashtags: listOf(Short),
    publishedAt: v.exactOptional(IsoTime),
    publishedApprox: v.exactOptional(v.boolean()),
    counts: v.object(
      Object.fromEntries(COUNT_NAMES.map((name) => [name, v.exactOptional(Count)])) as Record<
        (typeof COUNT_NAMES)[number],
        v.ExactOptionalSchema<typeof Count, undefined>
      >,
    ),
    media: v.exactOptional(listOf(MediaSchema)),
    labels: LabelReadingSchema,
    labelPlaces: v.exactOptional(
      listOf(v.object({ from: v.picklist(['element', 'state']), where: Short, text: Text })),
    ),
  }),
  v.check((post) => post.key === `${post.site}:${post.kind}:${post.id}`, 'key does not belong to the post'),
);

export const FindingSchema = v.object({
  rule: Id,
  category: Id,
  confidence: v.picklist(CONFIDENCES),
  spans: listOf(
    v.object({
      field: v.picklist(TEXT_FIELDS),
      start: Whole,
      end: Whole,
      text: Text,
      reads: v.exactOptional(Text),
    }),
  ),
  counter: listOf(
    v.variant('type', [
      v.object({ type: v.literal('wording'), id: Short, text: Text }),
      v.object({ type: v.literal('label'), label: LabelItemSchema }),
    ]),
  ),
});

export const AnswerSchema = v.object({
  category: Id,
  question: v.object({ zh_CN: Short, en: Short }),
  answer: v.picklist(['yes', 'no']),
});

export const HandoverSchema = v.object({
  id: Id,
  channel: Short,
  at: Time,
  queryCode: Short,
  outcome: v.picklist(OUTCOMES),
  outcomeAt: v.exactOptional(Time),
  note: Text,
  posts: listOf(PostKeySchema),
});

export const OverruledSchema = v.object({
  check: Id,
  for: v.picklist(['export', 'handover']),
  at: Time,
  by: v.exactOptional(Short),
});

const MAX_EVIDENCE = 20;
/** A hundred characters, each of at most two units. */
const FileName = v.pipe(v.string(), v.maxLength(200));
const FileWord = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

const MediaEvidenceSchema = v.object({
  mechanism: FileWord,
  strength: v.picklist(STRENGTHS),
  kind: v.picklist(AI_KINDS),
  producer: v.exactOptional(FileName),
  signer: v.exactOptional(FileName),
  place: v.picklist(PLACES),
});

/** Ids of works, which some writers put beside these fields, are among what is left out. */
export const MediaChecksSchema = v.pipe(
  v.array(
    v.object({
      media: MediaSchema,
      verdict: v.picklist(MEDIA_VERDICTS),
      evidence: v.pipe(v.array(MediaEvidenceSchema), v.maxLength(MAX_EVIDENCE)),
      container: v.exactOptional(FileWord),
      trouble: v.exactOptional(v.picklist(MEDIA_TROUBLES)),
      capturedBy: v.exactOptional(FileName),
      via: v.picklist(VIAS),
      at: Time,
      bytesRead: v.exactOptional(Whole),
      requests: v.exactOptional(Whole),
      sha256: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'expected a SHA-256'))),
    }),
  ),
  v.maxLength(MAX_MEDIA_CHECKS),
);
