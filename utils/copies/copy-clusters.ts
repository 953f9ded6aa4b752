import type { Post } from '../model/post';
import type { CopyReason } from '../model/queue';
import type { Shift } from './band-index';
import { Components } from './components';
import { coverAddress } from './cover';
import { type CoverGroup, CoverGroups, joins } from './cover-groups';
import { sketchOf } from './sketch';
import { Texts } from './texts';

/** From so many texts it is looked whether those around a text hold together without it. */
const MOST_LOOKS = 16;

/** What a report is told by: its text and its picture, each only if it has one that says enough. */
interface Traits {
  text: number | undefined;
  cover: string | undefined;
}

/**
 * Which reports are copies of each other, kept while reports come and go. Reports with the same text or picture are one;
 * similar texts are linked; what is linked, directly or through others, is a cluster. It depends on the reports that
 * are there alone, not on the order in which they came. Changes are cheap: what they mean for clusters is worked out
 * when somebody asks, for the clusters that they touched.
 */
export class CopyClusters {
  private readonly reports = new Map<string, Traits>();
  private readonly texts = new Texts();
  private readonly covers = new CoverGroups();
  /** Of texts and covers, numbered by {@link textNode} and {@link coverNode}. */
  private readonly components = new Components();
  /** Nodes whose links have not been followed since they changed. */
  private readonly pending = new Set<number>();
  private readonly known = new Map<ReadonlySet<number> | number, readonly string[]>();

  /** Takes in a report, or what has become of one. */
  put(id: string, post: Pick<Post, 'title' | 'text' | 'media'>): void {
    const sketch = sketchOf(post);
    const cover = coverAddress(post.media);
    const before = this.reports.get(id);
    if (before) {
      const isSameText = sketch ? this.texts.has(before.text, sketch) : before.text === undefined;
      if (isSameText && before.cover === cover) return;
      this.remove(id);
    }
    this.known.clear();
    const added = sketch && this.texts.add(id, sketch);
    if (added?.shift) {
      this.pending.add(textNode(added.text));
      this.follow(added.shift);
    }
    const group = cover === undefined ? undefined : this.covers.add({ id, text: added?.text }, cover);
    if (group) this.recheck(group);
    this.reports.set(id, { text: added?.text, cover });
  }

  remove(id: string): void {
    const traits = this.reports.get(id);
    if (!traits) return;
    this.known.clear();
    this.reports.delete(id);
    const { text, cover } = traits;
    const group = cover === undefined ? undefined : this.covers.remove(id, cover);
    if (group) {
      if (text !== undefined && !group.texts.has(text)) this.loosen(coverNode(group.number));
      this.recheck(group);
    }
    if (text !== undefined && this.texts.remove(id, text)) this.drop(text);
  }

  /** Ids of all copies of a report, itself included, in no particular order; empty for a report that was not put. */
  clusterOf(id: string): readonly string[] {
    this.settle();
    const traits = this.reports.get(id);
    if (!traits) return [];
    const node = this.nodeOf(traits);
    if (node === undefined) return [id];
    const group = this.components.of(node);
    if (!group && isText(node) && this.texts.isHeldOnce(numberOf(node))) return [id];
    const known = this.known.get(group ?? node);
    if (known) return known;
    const ids = this.idsOf(group ?? [node]);
    this.known.set(group ?? node, ids);
    return ids;
  }

  /** Why two reports are linked with each other; empty when they are not, or only through others. */
  reasonsOf(a: string, b: string): CopyReason[] {
    this.settle();
    const [one, other] = [this.reports.get(a), this.reports.get(b)];
    if (!one || !other || a === b) return [];
    const reasons: CopyReason[] = [];
    if (one.text !== undefined && other.text !== undefined) {
      if (one.text === other.text) reasons.push('text');
      else if (this.areNear(one.text, other.text)) reasons.push('near-text');
    }
    if (one.cover !== undefined && one.cover === other.cover && this.groupOf(one)) reasons.push('cover');
    return reasons;
  }

  private areNear(one: number, other: number): boolean {
    return this.components.areJoined(textNode(one), textNode(other)) && this.texts.alike(one, other);
  }

  /** The group of a report's picture, when that says something. */
  private groupOf({ cover }: Traits): CoverGroup | undefined {
    const group = cover === undefined ? undefined : this.covers.of(cover);
    return group && joins(group) ? group : undefined;
  }

  private nodeOf(traits: Traits): number | undefined {
    if (traits.text !== undefined) return textNode(traits.text);
    const group = this.groupOf(traits);
    return group && coverNode(group.number);
  }

  private idsOf(nodes: Iterable<number>): string[] {
    const ids: string[] = [];
    for (const node of nodes) {
      if (isText(node)) {
        for (const id of this.texts.idsOf(numberOf(node))) ids.push(id);
        continue;
      }
      // Those with a text come with it.
      const reports = this.covers.numbered(numberOf(node))?.reports ?? [];
      for (const [id, text] of reports) if (text === undefined) ids.push(id);
    }
    return ids;
  }

  /** Forgets a text that nobody holds, and the links that went through it. */
  private drop(text: number): void {
    const node = textNode(text);
    if (this.components.of(node) && !this.isSpare(text)) this.loosen(node);
    this.components.leave(node);
    this.pending.delete(node);
    this.follow(this.texts.drop(text));
  }

  /** Whether those linked with a text stay together without it, as far as a few looks show. */
  private isSpare(text: number): boolean {
    const left = new Set(this.texts.linked(text));
    const reached = [...left].slice(0, 1);
    for (let looks = 0; looks < MOST_LOOKS && looks < reached.length; looks++) {
      left.delete(reached[looks]!);
      for (const to of left) {
        if (!this.texts.areLinked(reached[looks]!, to)) continue;
        left.delete(to);
        reached.push(to);
      }
    }
    return left.size === 0;
  }

  private follow({ replaced, strengthened }: Shift): void {
    for (const { elder, crowd } of replaced) {
      const node = textNode(elder);
      if (this.components.of(node) && !this.texts.holdsTogether(elder, crowd)) this.loosen(node);
    }
    for (const text of strengthened) this.pending.add(textNode(text));
  }

  /** Looks anew whether a picture joins its reports. */
  private recheck(group: CoverGroup): void {
    const node = coverNode(group.number);
    if (joins(group)) {
      this.pending.add(node);
      return;
    }
    if (this.components.of(node)) this.loosen(node);
    this.pending.delete(node);
  }

  /** Undoes the links of a whole cluster, to be followed anew. */
  private loosen(node: number): void {
    for (const each of this.components.dissolve(node)) this.pending.add(each);
  }

  private settle(): void {
    for (const node of this.pending) {
      if (isText(node)) this.joinText(numberOf(node));
      else this.joinCover(numberOf(node));
    }
    this.pending.clear();
  }

  private joinText(text: number): void {
    const node = textNode(text);
    for (const other of this.texts.compared(text)) {
      if (!this.components.areJoined(node, textNode(other)) && this.texts.alike(text, other))
        this.components.join(node, textNode(other));
    }
  }

  private joinCover(number: number): void {
    const group = this.covers.numbered(number);
    if (!group || !joins(group)) return;
    for (const text of group.texts.keys()) this.components.join(coverNode(number), textNode(text));
  }
}

function textNode(text: number): number {
  return text * 2;
}

function coverNode(cover: number): number {
  return cover * 2 + 1;
}

function isText(node: number): boolean {
  return node % 2 === 0;
}

function numberOf(node: number): number {
  return node >> 1;
}
