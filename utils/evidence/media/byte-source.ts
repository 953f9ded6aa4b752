/** A file that is read piece by piece: in a page, over the network, or from a disk. */
export interface ByteSource {
  /** Of the whole file, in bytes; absent when nobody told it. */
  readonly size?: number;
  /** The type that a server or a file name gives; never trusted, only a hint. */
  readonly type?: string;
  /**
   * The bytes from `start` up to `end`, fewer where the file ends; one request each. Rejects when the file cannot be
   * read.
   */
  read(start: number, end: number): Promise<Uint8Array>;
}

export interface Budget {
  bytes: number;
  requests: number;
}

/** Of one file, whatever it claims (facts: ai-labels.md section 8). */
export const BUDGET: Budget = { bytes: 256 * 1024, requests: 3 };
