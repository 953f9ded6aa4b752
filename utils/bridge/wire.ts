import * as v from 'valibot';
import { COUNT_NAMES, LABEL_KINDS, MEDIA_TYPES, POST_KINDS } from '../model/post';
import type { StatePost } from '../sites/define-site';

/**
 * What passes between the page's own world and ours: text, in events whose name nobody else knows. A page could still
 * put anything into the objects that are read, so the facts are checked on our side before use.
 */

/** Both scripts start before any script of the page and agree on a random event name in these two events. */
export const REQUEST = 'qj-bridge-request';
export const OFFER = 'qj-bridge-offer';

const MAX_FACTS = 8_000_000;
export const MAX_PAGE_POSTS = 500;

/** The site to read, asked at an element for its component or at the document for the page's state objects. */
export interface Question {
  site: string;
}

const Short = v.pipe(v.string(), v.maxLength(4_000));
const LabelItemSchema = v.strictObject({
  kind: v.picklist(LABEL_KINDS),
  text: Short,
  by: v.picklist(['author', 'platform', 'community']),
  from: v.picklist(['state', 'element', 'text']),
});
const Fields = v.strictObject({
  title: v.exactOptional(Short),
  text: v.exactOptional(v.pipe(v.string(), v.maxLength(200_000))),
  author: v.exactOptional(
    v.strictObject({
      name: v.exactOptional(Short),
      id: v.exactOptional(Short),
      url: v.exactOptional(Short),
      verification: v.exactOptional(Short),
    }),
  ),
  hashtags: v.exactOptional(v.pipe(v.array(Short), v.maxLength(200))),
  publishedAt: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
  publishedApprox: v.exactOptional(v.literal(true)),
  counts: v.exactOptional(v.record(v.picklist(COUNT_NAMES), v.pipe(v.number(), v.finite(), v.minValue(0)))),
  media: v.exactOptional(
    v.pipe(v.array(v.strictObject({ type: v.picklist(MEDIA_TYPES), url: Short })), v.maxLength(100)),
  ),
  labelElsewhere: v.exactOptional(v.literal(true)),
  labels: v.exactOptional(
    v.strictObject({
      field: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
      items: v.pipe(v.array(LabelItemSchema), v.maxLength(50)),
    }),
  ),
});

const StatePostSchema = v.object({
  kind: v.picklist(POST_KINDS),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  fields: Fields,
});

/** The facts of an answer that fit; one that does not is left out, the others are kept. */
export function checkFacts(json: string): StatePost[] {
  if (json.length > MAX_FACTS) return [];
  const facts = parse(json);
  if (!Array.isArray(facts)) return [];
  return facts.slice(0, MAX_PAGE_POSTS).flatMap((fact) => {
    const result = v.safeParse(StatePostSchema, fact);
    if (!result.success) return [];
    const { kind, id, fields } = result.output;
    return [{ kind, id, fields }];
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Only a page that guessed the event's name could send this.
    return undefined;
  }
}
