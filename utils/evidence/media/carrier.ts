import type { Place } from '../../model/media-check';

/** One piece of text that a file carries about itself, as it stands there. */
export interface Statement {
  type: 'statement';
  place: Place;
  /** Name of the field: `UserComment`, `parameters`, `AIGC`, `Iptc4xmpExt:DigitalSourceType`; as written in the file. */
  key: string;
  /** Decoded text, at most 64 KiB of it. */
  value: string;
}

/** A JUMBF box: what C2PA statements are kept in. */
export interface Jumbf {
  type: 'jumbf';
  /** Where its bytes lie in the file, in order; several where the container cuts it (JPEG segments, blocks of a GIF). */
  pieces: readonly { start: number; length: number }[];
}

export type Carrier = Statement | Jumbf;
