import type { Media } from './post';

/** The evidence ladder (facts: ai-labels.md section 7), strong to weak; its texts are data in `evidence/media/ladder.ts`. */
export const STRENGTHS = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Made by AI, or edited with it. */
export const AI_KINDS = ['ai', 'ai-edited'] as const;
export type AiKind = (typeof AI_KINDS)[number];

/** Where in a file a statement about its making stands. */
export const PLACES = [
  'xmp',
  'exif',
  'iptc',
  'png-text',
  'gif-comment',
  'quicktime-key',
  'matroska-tag',
  'riff-info',
  'riff-chunk',
  'flv-metadata',
  'id3',
  'vorbis-comment',
  'pdf-info',
  'ooxml-property',
  'front-matter',
  'jpeg-segment',
  'jumbf',
] as const;
export type Place = (typeof PLACES)[number];

/** What a file says of its making, by one mechanism. */
export interface MediaEvidence {
  /** Id of a mechanism: `gb45438`, `iptc-source-type`, `google-credit`, `a1111`, `comfyui`, `c2pa` … */
  mechanism: string;
  strength: Strength;
  kind: AiKind;
  /** Name or code of the generator or producer as the file says it, cut to 100 characters; never an id of a work. */
  producer?: string;
  /** Who signed it (C2PA), cut to 100 characters; of a signer that no list trusts only what the certificate claims. */
  signer?: string;
  place: Place;
}

/** `none` says that no evidence was found, and nothing else: it proves nothing. */
export const MEDIA_VERDICTS = ['ai', 'ai-edited', 'none', 'unreadable'] as const;
export type MediaVerdict = (typeof MEDIA_VERDICTS)[number];

/** Why a file was not read, or not to its end. */
export const MEDIA_TROUBLES = [
  /** A `blob:` address or a stream that the page puts together itself. */
  'stream',
  /** The site lets nobody else read it, and the reader has not allowed its host. */
  'not-allowed',
  /** The host answered with another status than 200 or 206. */
  'refused',
  'network',
  /** Nothing came within the time that one file gets. */
  'slow',
  /** As many were read of this host as a minute allows, or the host refused several in a row. */
  'paused',
  /** The reader stopped it, or the page went on. */
  'stopped',
  /** It says more of itself than the budget of one file reads. */
  'budget',
  'damaged',
  /** The signed record was seen and could not be checked. */
  'unchecked',
] as const;
export type MediaTrouble = (typeof MEDIA_TROUBLES)[number];

/** Through the page's own cache, by a request of the extension, or given by the reader as a file. */
export const VIAS = ['page', 'network', 'file'] as const;
export type Via = (typeof VIAS)[number];

/** Which bytes a verdict rests on. */
export interface BytesRead {
  bytesRead: number;
  /** As many requests as the bytes took, from wherever they came. */
  requests: number;
  /** SHA-256 of what was read, in the order of the file, in hexadecimal. */
  sha256: string;
}

/** What came of looking into one file of a post. */
export interface MediaCheck extends Partial<BytesRead> {
  /** As the post names it. */
  media: Media;
  verdict: MediaVerdict;
  /** The strongest first, each thing once; at most 20. */
  evidence: MediaEvidence[];
  /** Kind of file by its content, `png` or `mp4`; absent when it is not known. */
  container?: string;
  /** Always there when the verdict is `unreadable`; beside another one it tells why there may be more. */
  trouble?: MediaTrouble;
  /**
   * Who signed a record that says a camera took it. Beside evidence of AI the two contradict each other and the verdict
   * is `none`.
   */
  capturedBy?: string;
  via: Via;
  /** Milliseconds since 1970. */
  at: number;
}

/** What the files of a post say of their making, for rules: the strongest statement of all that count (A and B). */
export interface PostEvidence {
  kind: AiKind;
  strength: Strength;
}

/** What is known of a post's files at one moment, for the interface. */
export interface MediaView {
  /** Files that can be looked into: pictures, films and sounds with an address, and those that were found unreadable. */
  files: number;
  checks: readonly MediaCheck[];
  isRunning: boolean;
}

/** Of a whole page: how far the looking into files has come. */
export interface MediaProgress {
  /** The reader turned the check on for this site. */
  isOn: boolean;
  done: number;
  /** Of those asked for so far; all are done when it equals `done`. */
  total: number;
}

export const MAX_MEDIA_CHECKS = 30;

/** Weak hints (C) are told and never counted. */
export function counts({ strength }: Pick<MediaEvidence, 'strength'>): boolean {
  return !strength.startsWith('C');
}

/** The verdict of all files together: of the one that says most. Absent when none was looked into. */
export function verdictOf(checks: readonly Pick<MediaCheck, 'verdict'>[]): MediaVerdict | undefined {
  return MEDIA_VERDICTS.find((verdict) => checks.some((check) => check.verdict === verdict));
}

/** What the checks of one post come to; absent when nothing in them counts. */
export function postEvidenceOf(checks: readonly MediaCheck[]): PostEvidence | undefined {
  const evidence = checks
    .filter(({ verdict }) => verdict === 'ai' || verdict === 'ai-edited')
    .flatMap((check) => check.evidence.filter(counts));
  const [best] = evidence.sort((a, b) => STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength));
  if (!best) return undefined;
  return { kind: evidence.some(({ kind }) => kind === 'ai') ? 'ai' : 'ai-edited', strength: best.strength };
}
