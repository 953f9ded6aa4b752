import * as v from 'valibot';
import { CONFIDENCES } from '../model/finding';
import { COUNT_NAMES, LABEL_KINDS, MEDIA_TYPES, POST_KINDS, SURFACES, TEXT_FIELDS } from '../model/post';
import { CHANGES, FILED_BY, WITHHOLDABLE } from '../model/report';
import { CategoryId } from '../rules/schema/text';
import { areOfPost, MediaChecksSchema } from './media-checks-schema';

/**
 * Payloads that a content script sends, and that a page can therefore influence. Sizes are bounded, so that a page
 * cannot fill the reader's disk through a report.
 */

/** A message without a payload; browsers differ in what becomes of one that is undefined. */
export const NothingSchema = v.nullish(v.never());
export const OptionPlaceSchema = v.nullish(v.picklist(['media']));

const Short = v.pipe(v.string(), v.maxLength(4_000));
const Long = v.pipe(v.string(), v.maxLength(250_000));
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const WebAddress = v.pipe(Short, v.url(), v.regex(/^https:\/\//));
const PageAddress = v.pipe(Short, v.url(), v.regex(/^https?:\/\//));
const Count = v.pipe(v.number(), v.finite(), v.minValue(0));

export const PostKeySchema = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(new RegExp(`^[a-z0-9-]+:(${POST_KINDS.join('|')}):.+$`)),
);

const LabelItemSchema = v.strictObject({
  kind: v.picklist(LABEL_KINDS),
  text: Short,
  by: v.picklist(['author', 'platform', 'community']),
  from: v.picklist(['state', 'element', 'text']),
});

const LabelReadingSchema = v.variant('state', [
  v.strictObject({
    state: v.literal('seen'),
    items: v.tupleWithRest([LabelItemSchema], LabelItemSchema),
  }),
  v.strictObject({ state: v.literal('none'), items: v.tuple([]) }),
  v.strictObject({ state: v.literal('unknown'), items: v.tuple([]) }),
]);

const LabelPlaceSchema = v.strictObject({
  from: v.picklist(['element', 'state']),
  where: Short,
  text: Short,
});

const PostSchema = v.pipe(
  v.strictObject({
    key: PostKeySchema,
    site: Id,
    kind: v.picklist(POST_KINDS),
    id: Id,
    url: WebAddress,
    surface: v.picklist(SURFACES),
    author: v.strictObject({
      name: v.exactOptional(Short),
      id: v.exactOptional(Short),
      url: v.exactOptional(PageAddress),
      verification: v.exactOptional(Short),
    }),
    title: Short,
    text: Long,
    hashtags: v.pipe(v.array(Short), v.maxLength(200)),
    publishedAt: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
    publishedApprox: v.exactOptional(v.boolean()),
    media: v.exactOptional(
      v.pipe(v.array(v.strictObject({ type: v.picklist(MEDIA_TYPES), url: PageAddress })), v.maxLength(30)),
    ),
    counts: v.strictObject(
      Object.fromEntries(COUNT_NAMES.map((name) => [name, v.exactOptional(Count)])) as Record<
        (typeof COUNT_NAMES)[number],
        v.ExactOptionalSchema<typeof Count, undefined>
      >,
    ),
    labels: LabelReadingSchema,
    labelPlaces: v.exactOptional(v.pipe(v.array(LabelPlaceSchema), v.maxLength(20))),
  }),
  v.check((post) => post.key === `${post.site}:${post.kind}:${post.id}`, 'key does not belong to the post'),
);

const FindingSchema = v.strictObject({
  rule: Id,
  category: Id,
  confidence: v.picklist(CONFIDENCES),
  spans: v.pipe(
    v.array(
      v.strictObject({
        field: v.picklist(TEXT_FIELDS),
        start: v.pipe(v.number(), v.integer(), v.minValue(0)),
        end: v.pipe(v.number(), v.integer(), v.minValue(0)),
        text: Short,
        reads: v.exactOptional(Short),
      }),
    ),
    v.maxLength(100),
  ),
  counter: v.pipe(
    v.array(
      v.variant('type', [
        v.strictObject({ type: v.literal('wording'), id: Id, text: Short }),
        v.strictObject({ type: v.literal('label'), label: LabelItemSchema }),
      ]),
    ),
    v.maxLength(50),
  ),
});

const Categories = v.pipe(v.array(Id), v.maxLength(20));

const LocalizedSchema = v.strictObject({ zh_CN: Short, en: Short });
const Answers = v.pipe(
  v.array(v.strictObject({ category: Id, question: LocalizedSchema, answer: v.picklist(['yes', 'no']) })),
  v.maxLength(200),
);

export const ReportDraftSchema = v.pipe(
  v.strictObject({
    filing: v.pipe(v.string(), v.uuid()),
    post: PostSchema,
    findings: v.pipe(v.array(FindingSchema), v.maxLength(200)),
    categories: Categories,
    note: Short,
    filedBy: v.picklist(FILED_BY),
    readAt: v.pipe(v.number(), v.finite(), v.minValue(0)),
    adapter: Id,
    answers: Answers,
    withheld: v.pipe(v.array(v.picklist(WITHHOLDABLE)), v.maxLength(WITHHOLDABLE.length)),
    mediaChecks: v.exactOptional(MediaChecksSchema),
  }),
  v.check((draft) => areOfPost(draft), 'looked into files of something else'),
);

export const UndoSchema = v.strictObject({
  reportId: Id,
  seq: v.pipe(v.number(), v.integer()),
});
export const AmendSchema = v.strictObject({
  reportId: Id,
  note: v.exactOptional(Short),
  categories: v.exactOptional(Categories),
  answers: v.exactOptional(Answers),
});
/** A little over the largest picture that is made (utils/evidence), in base64. */
const MAX_PICTURE = 2_800_000;
const Pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));
export const PictureChangeSchema = v.strictObject({
  reportId: Id,
  seq: v.pipe(v.number(), v.integer()),
  picture: v.nullable(
    v.strictObject({
      width: Pixels,
      height: Pixels,
      // Whether it is base64 is found where it is decoded: a pattern takes 300 ms for two megabytes.
      webp: v.pipe(v.string(), v.maxLength(MAX_PICTURE)),
    }),
  ),
});
export const VisitSchema = v.pipe(
  v.strictObject({
    reportId: Id,
    changes: v.pipe(v.array(v.picklist(CHANGES)), v.minLength(1), v.maxLength(CHANGES.length)),
    labels: v.exactOptional(LabelReadingSchema),
    title: v.exactOptional(Short),
    text: v.exactOptional(Long),
  }),
  v.check(({ changes }) => new Set(changes).size === changes.length, 'a change is named twice'),
  v.check(
    ({ changes }) => changes.length === 1 || !(changes.includes('same') || changes.includes('gone')),
    'nothing goes with "same" or "gone"',
  ),
  v.check(
    ({ changes, title, text }) => changes.includes('edited') || (title ?? text) === undefined,
    'a text that was not edited',
  ),
  v.check(
    ({ changes, labels }) => changes.includes('gone') === (labels === undefined),
    'labels of a post that is gone',
  ),
);
export const AddressSchema = WebAddress;
export const RuleSchema = Id;
export const ReportIdSchema = Id;
export const DismissSchema = v.strictObject({
  postKey: PostKeySchema,
  rules: v.pipe(v.array(Id), v.maxLength(200)),
});
export const PostKeysSchema = v.pipe(v.array(PostKeySchema), v.maxLength(2_000));
export const ButtonStateSchema = v.strictObject({
  marked: v.pipe(v.number(), v.integer(), v.minValue(0)),
  unreadable: v.boolean(),
});
const MediaSchema = v.strictObject({ type: v.picklist(MEDIA_TYPES), url: PageAddress });
export const MediaRequestSchema = v.strictObject({
  postKey: PostKeySchema,
  media: v.pipe(v.array(MediaSchema), v.minLength(1), v.maxLength(30)),
  by: v.picklist(['view', 'reader']),
});
/** Names a tab, from a page of the extension. */
export const TabSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A little over the bytes that one file may take in all (evidence/media/byte-source.ts), in base64. */
const MAX_PART = 360_000;
const Position = v.pipe(v.number(), v.integer(), v.minValue(0));
export const BytesWantedSchema = v.strictObject({ id: Id, url: PageAddress, start: Position, end: Position });
/** What a page's content script answers to `givePageBytes`. */
export const BytesGivenSchema = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    base64: v.pipe(v.string(), v.maxLength(MAX_PART)),
    size: v.exactOptional(Position),
    sendsAll: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    ok: v.literal(false),
    why: v.picklist(['not-allowed', 'refused', 'network', 'slow', 'stopped']),
  }),
]);
export const CategorySchema = v.pipe(CategoryId, v.maxLength(100));
export const CardTextsSchema = v.pipe(
  v.array(
    v.strictObject({
      rule: Id,
      category: Id,
      counters: v.pipe(v.array(Id), v.maxLength(50)),
    }),
  ),
  v.maxLength(200),
);
