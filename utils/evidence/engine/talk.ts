import type { MediaFindings } from './order';

/** What the worker is told; each about the file of one order. */
export type Told =
  /** Look into this file, asking for its bytes; or into this one, which is at hand. */
  | { id: string; begin: true; file?: File }
  /** The bytes that it asked for. */
  | { id: string; bytes: Uint8Array<ArrayBuffer>; size?: number; type?: string }
  /** They cannot be had; the file is then done with. */
  | { id: string; failed: true };

/** What the worker says. */
export type Said =
  /** It wants these bytes of the file, half-open. */
  | { id: string; want: { start: number; end: number } }
  | { id: string; findings: Omit<MediaFindings, 'via'> }
  /** It came upon an error of its own. */
  | { id: string; problem: string }
  /** The program that checks signatures broke off: it ends without it what it has begun, and is of no more use. */
  | { isSpent: true };
