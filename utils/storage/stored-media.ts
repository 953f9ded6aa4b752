import {
  AI_KINDS,
  MEDIA_TROUBLES,
  MEDIA_VERDICTS,
  type MediaCheck,
  type MediaEvidence,
  PLACES,
  STRENGTHS,
  VIAS,
} from '../model/media-check';
import { MEDIA_TYPES, type Media } from '../model/post';
import { listOf, oneOf, optional, shape, text, time, webAddress, wholeNumber } from './checks';

export const mediaShape = shape<Media>({ type: oneOf(MEDIA_TYPES), url: webAddress });

const evidence = shape<MediaEvidence>({
  mechanism: text,
  strength: oneOf(STRENGTHS),
  kind: oneOf(AI_KINDS),
  producer: optional(text),
  signer: optional(text),
  place: oneOf(PLACES),
});

export const mediaCheckShape = shape<MediaCheck>({
  media: mediaShape,
  verdict: oneOf(MEDIA_VERDICTS),
  evidence: listOf(evidence),
  container: optional(text),
  trouble: optional(oneOf(MEDIA_TROUBLES)),
  capturedBy: optional(text),
  via: oneOf(VIAS),
  at: time,
  bytesRead: optional(wholeNumber),
  requests: optional(wholeNumber),
  sha256: optional(text),
});
