import * as v from 'valibot';
import {
  AI_KINDS,
  MAX_MEDIA_CHECKS,
  MEDIA_TROUBLES,
  MEDIA_VERDICTS,
  PLACES,
  STRENGTHS,
  VIAS,
} from '../model/media-check';
import { MEDIA_TYPES } from '../model/post';

/** What came of looking into the files of a post, as a content script tells it with a report. */

const MAX_EVIDENCE = 20;
/** Last moment that a `Date` can hold, in milliseconds since 1970. */
const END_OF_TIME = 8.64e15;
/** A hundred characters, each of at most two units. */
const Name = v.pipe(v.string(), v.maxLength(200));
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const EvidenceSchema = v.strictObject({
  mechanism: Id,
  strength: v.picklist(STRENGTHS),
  kind: v.picklist(AI_KINDS),
  producer: v.exactOptional(Name),
  signer: v.exactOptional(Name),
  place: v.picklist(PLACES),
});

const MediaCheckSchema = v.pipe(
  v.strictObject({
    media: v.strictObject({
      type: v.picklist(MEDIA_TYPES),
      url: v.pipe(v.string(), v.maxLength(4_000), v.url(), v.regex(/^https?:\/\//)),
    }),
    verdict: v.picklist(MEDIA_VERDICTS),
    evidence: v.pipe(v.array(EvidenceSchema), v.maxLength(MAX_EVIDENCE)),
    container: v.exactOptional(Id),
    trouble: v.exactOptional(v.picklist(MEDIA_TROUBLES)),
    capturedBy: v.exactOptional(Name),
    via: v.picklist(VIAS),
    at: v.pipe(Whole, v.maxValue(END_OF_TIME)),
    bytesRead: v.exactOptional(Whole),
    requests: v.exactOptional(Whole),
    sha256: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  }),
  v.check(({ verdict, trouble }) => verdict !== 'unreadable' || trouble !== undefined, 'no reason is told'),
);

export const MediaChecksSchema = v.pipe(v.array(MediaCheckSchema), v.maxLength(MAX_MEDIA_CHECKS));

interface Filed {
  post: { url: string; media?: { url: string }[] };
  mediaChecks?: { media: { url: string } }[];
}

/** Of the post's own files alone; a stream stands under the address of its post. */
export function areOfPost({ post, mediaChecks = [] }: Filed): boolean {
  const own = new Set([post.url, ...(post.media ?? []).map(({ url }) => url)].map(nameOf));
  return mediaChecks.every(({ media }) => own.has(nameOf(media.url)));
}

/** Sites sign the same address anew each time, in its query. */
function nameOf(url: string): string | undefined {
  return url.replace(/^http:/, 'https:').split(/[?#]/, 1)[0];
}
