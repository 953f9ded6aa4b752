import type { Carrier } from './carrier';
import type { Cursor } from './cursor';

/** One kind of file, in `containers/<id>.ts`. */
export interface Container {
  id: string;
  /** Whether a file is of this kind, by its first bytes: up to 4 KiB, fewer in short files. */
  recognises: (head: Uint8Array) => boolean;
  /**
   * Everything that the file says of itself, in the order of the file, as far as the budget reaches. Throws
   * `DamagedFile` where it contradicts itself; what was found before it counts.
   */
  read: (file: Cursor) => AsyncIterable<Carrier>;
}

/** Identity helper: gives a container its type and nothing else. */
export function defineContainer(container: Container): Container {
  return container;
}
