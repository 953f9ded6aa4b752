import * as v from 'valibot';
import { CONFIDENCES } from '../model/finding';
import { COUNT_NAMES, LABEL_KINDS, MEDIA_TYPES, POST_KINDS, SURFACES, TEXT_FIELDS } from '../model/post';
import { FILED_BY } from '../model/report';
import { CategoryId } from '../rules/schema/text';

/**
 * Payloads that a content script sends, and that a page can therefore influence. Sizes are bounded, so that a page
 * cannot fill the reader's disk through a report.
 */

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

export const ReportDraftSchema = v.strictObject({
  filing: v.pipe(v.string(), v.uuid()),
  post: PostSchema,
  findings: v.pipe(v.array(FindingSchema), v.maxLength(200)),
  categories: Categories,
  note: Short,
  filedBy: v.picklist(FILED_BY),
});

export const UndoSchema = v.strictObject({
  reportId: Id,
  seq: v.pipe(v.number(), v.integer()),
});
export const AmendSchema = v.strictObject({
  reportId: Id,
  note: v.exactOptional(Short),
  categories: v.exactOptional(Categories),
});
export const DismissSchema = v.strictObject({
  postKey: PostKeySchema,
  rules: v.pipe(v.array(Id), v.maxLength(200)),
});
export const PostKeysSchema = v.pipe(v.array(PostKeySchema), v.maxLength(2_000));
export const ButtonStateSchema = v.strictObject({
  marked: v.pipe(v.number(), v.integer(), v.minValue(0)),
  unreadable: v.boolean(),
});
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
