import type { MediaEvidence, MediaVerdict } from '../../model/media-check';
import type { Carrier, Jumbf } from './carrier';

export interface Mechanism {
  id: string;
  /** Evidence in what a file says of itself; all carriers together, because some count only as a pair. */
  judge: (carriers: readonly Carrier[]) => MediaEvidence[];
}

/** Identity helper: gives a mechanism its type and nothing else. */
export function defineMechanism(mechanism: Mechanism): Mechanism {
  return mechanism;
}

export interface MediaReading {
  verdict: MediaVerdict;
  evidence: MediaEvidence[];
  /** Id of the container; absent when the kind of file is not known. */
  container?: string;
  /** Where C2PA statements lie, to be checked by the reader that can. */
  jumbf?: Jumbf;
  bytesRead: number;
  requests: number;
  /** SHA-256 of the bytes that were read, in the order of the file, in hexadecimal. */
  sha256: string;
  /** Why it ended early: the budget was spent, or the file is damaged. */
  ended?: 'budget' | 'damaged';
}
