import { hostsAround } from '../composed';
import type { SiteAdapter } from '../sites/define-site';
import { queryAll, shadowRootsOn } from '../sites/query';
import { MAX_POSTS } from '../sites/read-page';
import type { PageIndex, Place } from './page-index';
import type { PagePlan, ShapePlan } from './shape-plan';

/** Finds the elements in which posts stand, in the whole page or in what was added to it. */
export class Finder {
  constructor(
    readonly site: SiteAdapter,
    readonly document: Document,
    readonly plan: PagePlan,
    readonly index: PageIndex,
    readonly onPlace: (place: Place) => void,
  ) {}

  /** Searches the whole page, one shape after the other, and drops the places that are no more. */
  *search(): Generator<void> {
    const trees = [...(this.site.trees?.(this.document) ?? [])];
    const seen = new Set<Place>();
    for (const plan of this.plan.shapes) {
      this.#searchTree(this.document, plan, seen, false);
      for (const tree of trees) this.#searchTree(tree, plan, seen, true);
      yield;
    }
    for (const place of [...this.index.all()]) if (!seen.has(place)) this.index.remove(place);
  }

  /** The open shadow roots in which posts lie. */
  *shadowRoots(): Generator<ShadowRoot> {
    for (const { shape, isShadowed } of this.plan.shapes) {
      if (isShadowed) yield* shadowRootsOn(this.document, shape.root);
    }
  }

  /**
   * @param parents elements out of which, or into which, others were taken
   * @returns whether only a search of the whole page can tell what else there is
   */
  findIn(added: Iterable<Element>, parents: Iterable<Element>): boolean {
    let isOpen = false;
    for (const element of added) {
      // Taken out again, or inside another that was added.
      if (!element.isConnected) continue;
      for (const plan of this.plan.shapes) {
        if (plan.isShadowed) isOpen = true;
        else this.#findUnder(element, plan);
      }
    }
    for (const parent of parents) this.#findAround(parent);
    return isOpen;
  }

  /** Whether a known place still is one. */
  stands({ root, plan, isBeside }: Place): boolean {
    if (!root.isConnected && !isBeside) return false;
    // A path into shadow roots cannot be asked of an element; the next search tells.
    return plan.isShadowed ? !isExcepted(root, plan) : isRoot(root, plan);
  }

  #searchTree(tree: ParentNode, plan: ShapePlan, seen: Set<Place>, isBeside: boolean): void {
    for (const root of queryAll(tree, plan.shape.root)) {
      if (isExcepted(root, plan)) continue;
      const place = this.index.placeAt(root, plan) ?? this.#add(root, plan, isBeside);
      if (place) seen.add(place);
    }
  }

  #findUnder(element: Element, plan: ShapePlan): void {
    if (isRoot(element, plan)) this.#add(element, plan);
    if (!element.firstElementChild) return;
    for (const inner of element.querySelectorAll(plan.shape.root))
      if (!isExcepted(inner, plan)) this.#add(inner, plan);
  }

  /** What came or went can make an element around it a root. */
  #findAround(parent: Element): void {
    const plans = this.plan.shapes.filter(({ reach, isShadowed }) => reach !== 'self' && !isShadowed);
    if (plans.length === 0 || !parent.isConnected) return;
    for (const element of hostsAround(parent)) {
      for (const plan of plans) if (isRoot(element, plan)) this.#add(element, plan);
    }
  }

  #add(root: Element, plan: ShapePlan, isBeside = false): Place | undefined {
    if (this.index.places >= MAX_POSTS) return undefined;
    const place = this.index.add(root, plan, isBeside);
    if (place) this.onPlace(place);
    return place;
  }
}

function isRoot(element: Element, plan: ShapePlan): boolean {
  return element.matches(plan.shape.root) && !isExcepted(element, plan);
}

function isExcepted(element: Element, { shape: { not } }: ShapePlan): boolean {
  return not !== undefined && element.matches(not);
}
