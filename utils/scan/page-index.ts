import { comesBefore } from '../composed';
import type { Finding } from '../model/finding';
import type { Post, PostKey } from '../model/post';
import { HealthTally } from '../sites/health';
import type { PostReading } from '../sites/post-reading';
import type { ShapePlan } from './shape-plan';

/** A post of the page with its findings. Another object as soon as the post was read anew. */
export interface ScannedFound {
  key: PostKey;
  root: Element;
  /** Elements that hold the rule-read fields, for painting marks. */
  fields: { title?: Element; text?: Element };
  /** Complete when first asked for, which must be before the page goes on. */
  readonly post: Post;
  findings: Finding[];
}

/** One element in which a shape finds a post, also while it holds none yet. */
export class Place {
  reading: PostReading | undefined;
  findings: Finding[] = [];
  /** It is looked at again soon, because its words or its data were still to come. */
  isAwaited = false;
  /** It is the one of several places of its post that stands for it. Kept by the index. */
  leads = false;
  #found: ScannedFound | undefined;

  /** @param isBeside in a tree beside the document, whose connection says nothing */
  constructor(
    readonly root: Element,
    readonly plan: ShapePlan,
    readonly isBeside = false,
  ) {}

  /** The same object until the place is read anew. */
  get found(): ScannedFound | undefined {
    if (this.reading) this.#found ??= new Found(this.reading, this.findings);
    return this.#found;
  }

  hold(reading: PostReading | undefined, findings: Finding[]): void {
    this.reading = reading;
    this.findings = findings;
    this.#found = undefined;
  }
}

/** Every post of a page by element and by key, kept up to date place by place. */
export class PageIndex {
  readonly #places = new Map<Element, Place[]>();
  readonly #byKey = new Map<PostKey, Place[]>();
  readonly #guarded = new Set<Place>();
  readonly #withFindings = new Set<Place>();
  readonly #tally = new HealthTally();
  /** Counts every change of what is found. */
  revision = 0;
  /** Counts every change of where posts are looked for. */
  layout = 0;

  /** How many there are. */
  get places(): number {
    return this.#places.size;
  }

  placesAt(root: Node): readonly Place[] | undefined {
    return this.#places.get(root as Element);
  }

  /** The place of one shape in an element. */
  placeAt(root: Element, { shape }: ShapePlan): Place | undefined {
    return this.#places.get(root)?.find((place) => place.plan.shape === shape);
  }

  holds(place: Place): boolean {
    return this.#places.get(place.root)?.includes(place) ?? false;
  }

  add(root: Element, plan: ShapePlan, isBeside = false): Place | undefined {
    if (this.placeAt(root, plan)) return undefined;
    const here = this.#places.get(root) ?? [];
    const place = new Place(root, plan, isBeside);
    here.push(place);
    this.#places.set(root, here);
    this.layout++;
    return place;
  }

  /** Puts a new reading, or none, in the place of the one before. */
  set(place: Place, reading: PostReading | undefined, findings: Finding[]): void {
    const before = place.reading;
    if (!before && !reading) return;
    // The same post without findings is no news, unless somebody looked at more than its words: it may be reported.
    const isKnown = before?.key === reading?.key && !before?.hasReadLabels;
    if (!isKnown || place.findings.length + findings.length > 0) this.revision++;
    if (before) this.#forget(place, before);
    if (findings.length > 0) this.#withFindings.add(place);
    else if (before) this.#withFindings.delete(place);
    if (!reading) return;
    place.hold(reading, findings);
    const same = this.#byKey.get(reading.key);
    if (!same) {
      this.#byKey.set(reading.key, [place]);
      place.leads = true;
      this.#tally.add(reading);
    } else {
      // The first of several places that show one post stands for it; counted once, whichever it is.
      const first = same[0]!;
      same.push(place);
      same.sort(leadingFirst);
      if (same[0] !== first) {
        first.leads = false;
        place.leads = true;
        if (first.reading) this.#tally.remove(first.reading);
        this.#tally.add(reading);
      }
    }
    if (reading.idFrom !== 'element') this.#guarded.add(place);
  }

  remove(place: Place): void {
    if (place.reading) {
      this.#forget(place, place.reading);
      this.revision++;
    }
    this.#withFindings.delete(place);
    const left = (this.#places.get(place.root) ?? []).filter((other) => other !== place);
    if (left.length > 0) this.#places.set(place.root, left);
    else this.#places.delete(place.root);
    this.layout++;
  }

  clear(): void {
    for (const place of [...this.all()]) this.remove(place);
  }

  /** Removes the places whose element is in the page no more. */
  removeGone(): Place[] {
    const gone = [...this.all()].filter(({ root, isBeside }) => !root.isConnected && !isBeside);
    for (const place of gone) this.remove(place);
    return gone;
  }

  *all(): Generator<Place> {
    for (const here of this.#places.values()) yield* here;
  }

  /** Places whose post is told by the address, by a component or by its words. */
  get guarded(): ReadonlySet<Place> {
    return this.#guarded;
  }

  /** The place that stands for a post. */
  placeOf(key: PostKey): Place | undefined {
    return this.#byKey.get(key)?.[0];
  }

  /** All places that show a post. */
  placesOf(key: PostKey): readonly Place[] {
    return this.#byKey.get(key) ?? [];
  }

  /** Places that stand for a post, in the order in which they were found. */
  *leading(): Generator<Place> {
    for (const [first] of this.#byKey.values()) if (first) yield first;
  }

  /** Posts with findings, in the order in which they were found: that of the document asks for every neighbour. */
  withFindings(): Place[] {
    const leading: Place[] = [];
    for (const place of this.#withFindings) if (place.leads) leading.push(place);
    return leading;
  }

  health(document: Document) {
    return this.#tally.health(document, () => this.#readings());
  }

  *#readings(): Generator<PostReading> {
    for (const { reading } of this.leading()) if (reading) yield reading;
  }

  #forget(place: Place, reading: PostReading): void {
    const same = this.#byKey.get(reading.key) ?? [];
    const wasFirst = same[0] === place;
    const left = same.filter((other) => other !== place);
    if (wasFirst) this.#tally.remove(reading);
    place.leads = false;
    if (left.length > 0) {
      this.#byKey.set(reading.key, left);
      const [next] = left;
      if (wasFirst && next?.reading) {
        next.leads = true;
        this.#tally.add(next.reading);
      }
    } else this.#byKey.delete(reading.key);
    this.#guarded.delete(place);
    place.hold(undefined, []);
  }
}

class Found implements ScannedFound {
  constructor(
    readonly reading: PostReading,
    readonly findings: Finding[],
  ) {}

  get key(): PostKey {
    return this.reading.key;
  }

  get root(): Element {
    return this.reading.root;
  }

  get fields(): ScannedFound['fields'] {
    return this.reading.fields;
  }

  get post(): Post {
    return this.reading.post;
  }
}

function leadingFirst(a: Place, b: Place): number {
  return a.plan.order - b.plan.order || (comesBefore(a.root, b.root) ? -1 : 1);
}
