import type { CopyClusters } from '../copies/copy-clusters';
import type { Post } from '../model/post';
import type { ReportDigest } from '../model/queue';

/** A report in no group: it has no copies. */
export const ALONE = 0;

interface Places {
  digests: readonly (ReportDigest | undefined)[];
  slotOf: (id: string) => number | undefined;
}

/** The clusters of copies by slot, worked out anew only after a post has come, gone or changed. */
export class CopyGroups {
  #groups = new Uint32Array(0);
  /** Number of members by group. */
  #sizes: number[] = [];
  #isStale = true;
  /** What tells whether a post is another than before, by slot. */
  readonly #prints: number[] = [];

  constructor(readonly clusters: CopyClusters) {}

  /** @param isNew the slot held another report before, or none */
  put(slot: number, id: string, post: Post, isNew: boolean): void {
    const print = printOf(post);
    if (!isNew && this.#prints[slot] === print) return;
    this.#prints[slot] = print;
    if (!isNew) this.clusters.remove(id);
    this.clusters.put(id, post);
    this.#isStale = true;
  }

  remove(id: string): void {
    this.clusters.remove(id);
    this.#isStale = true;
  }

  /**
   * Has the clusters follow the links of what was put. They do it when they are asked, whatever for, and what one batch
   * costs is not noticed; left for the first view with copies, 100,000 reports would stop the page for seconds.
   */
  settle(): void {
    this.clusters.clusterOf('');
  }

  /** Group of each slot, {@link ALONE} for reports without copies. Not to be written to. */
  groups(places: Places): Uint32Array {
    if (this.#isStale) this.#workOut(places);
    return this.#groups;
  }

  /** Reports in the group of a slot, with itself; {@link groups} must have been asked since the last change. */
  sizeOf(slot: number): number {
    return this.#sizes[this.#groups[slot]!]!;
  }

  #workOut({ digests, slotOf }: Places): void {
    this.#groups = new Uint32Array(digests.length);
    this.#sizes = [1];
    for (const [slot, digest] of digests.entries()) {
      if (!digest || this.#groups[slot] !== ALONE) continue;
      const members = this.clusters.clusterOf(digest.id);
      if (members.length < 2) continue;
      const group = this.#sizes.push(members.length) - 1;
      for (const id of members) this.#groups[slotOf(id)!] = group;
    }
    this.#isStale = false;
  }
}

/** 52 bits over what copies are found by: equal posts have equal prints, and edits of a report leave it as it is. */
function printOf({ title, text, media = [] }: Post): number {
  let [high, low] = [0x9e3779b9, 0x85ebca6b];
  for (const part of [title, text, ...media.map(({ type, url }) => `${type} ${url}`)]) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ unit, 0x5bd1e995);
    }
    high = Math.imul(high ^ part.length, 0xc2b2ae35);
    low = Math.imul(low ^ part.length, 0x27d4eb2f);
  }
  return (high >>> 6) * 0x4000000 + (low >>> 6);
}
