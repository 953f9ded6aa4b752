import { hostsAround } from '../composed';
import type { PageIndex, Place } from './page-index';
import type { PagePlan } from './shape-plan';

/** What a batch of mutations means for the posts of a page. */
export interface Changes {
  /** Places whose post may be another one, or may say something else. */
  dirty: ReadonlySet<Place>;
  /** Added elements, in which new posts may lie. */
  added: ReadonlySet<Element>;
  /** Elements out of which, or into which, others were taken. */
  parents: ReadonlySet<Element>;
  /** Elements were taken out; posts may have gone with them. */
  hasRemoved: boolean;
  /** Posts may have come or gone anywhere; only a new search tells. */
  isOpen: boolean;
}

/** How a change of words under an element is answered; remembered while no root comes or goes. */
interface Verdict {
  layout: number;
  dirty: readonly Place[];
  /** For an element in what ticks: what may not come or go there unseen. */
  quiet: { parts: string } | undefined;
}

const NOTHING: readonly Place[] = [];

/**
 * Sorts mutations into those that can change what was read and the many that cannot: counters, times, progress. An
 * element that ticks is judged once and then passed over by one look into a map.
 */
export class ChangeSorter {
  #verdicts = new WeakMap<Element, Verdict>();
  /** Elements that were taken out: put in again elsewhere, nothing stands that was known of what they hold. */
  readonly #taken = new WeakSet<Element>();

  constructor(
    readonly plan: PagePlan,
    readonly index: PageIndex,
  ) {}

  sort(records: readonly MutationRecord[]): Changes {
    const dirty = new Set<Place>();
    const added = new Set<Element>();
    const parents = new Set<Element>();
    let hasRemoved = false;
    let isOpen = false;
    let readsPage = false;
    for (const record of records) {
      if (record.type === 'attributes') {
        if (!this.#isTelling(record)) continue;
        this.#verdicts = new WeakMap();
        for (const place of this.#around(record.target as Element)) dirty.add(place);
        // By these every shape finds its roots, and what it reads elsewhere.
        isOpen = true;
        readsPage = true;
        continue;
      }
      const element = record.type === 'characterData' ? parentOf(record.target) : elementOf(record.target);
      if (!element) continue;
      const verdict = this.#verdictOn(element);
      for (const place of verdict.dirty) dirty.add(place);
      if (record.type === 'characterData') continue;
      const more = elementsIn(record.addedNodes);
      const less = elementsIn(record.removedNodes);
      for (const each of less) this.#taken.add(each);
      // Lists stand in comments beside the page until they are put in.
      isOpen ||= this.plan.hasTrees;
      if (more.length + less.length === 0 || isTick(verdict, more, less)) continue;
      for (const each of more) {
        added.add(each);
        for (const place of this.#carried(each)) dirty.add(place);
      }
      hasRemoved ||= less.length > 0;
      parents.add(element);
      // Another element inside a post can be its label, its text, its author.
      for (const place of this.#around(element)) dirty.add(place);
      if (less.length > 0 || this.#holdPagePart(more)) readsPage = true;
    }
    if (readsPage) for (const place of this.#readingPage()) dirty.add(place);
    isOpen ||= parents.size > 0 && this.plan.reachesPage;
    return { dirty, added, parents, hasRemoved, isOpen };
  }

  #isTelling({ attributeName, oldValue, target }: MutationRecord): boolean {
    const element = target as Element;
    if (attributeName !== 'class') return oldValue !== element.getAttribute(attributeName ?? '');
    const before = new Set(oldValue?.split(/\s+/));
    for (const name of element.classList) if (!before.delete(name) && this.plan.isTelling(name)) return true;
    for (const name of before) if (name && this.plan.isTelling(name)) return true;
    return false;
  }

  #verdictOn(element: Element): Verdict {
    const known = this.#verdicts.get(element);
    if (known?.layout === this.index.layout) return known;
    const verdict = { layout: this.index.layout, ...this.#judge(element) };
    this.#verdicts.set(element, verdict);
    return verdict;
  }

  #judge(element: Element): Omit<Verdict, 'layout'> {
    const { pageParts } = this.plan;
    const path = hostsAround(element);
    const isPagePart = pageParts !== '' && path.some((each) => each.matches(pageParts));
    const dirty: Place[] = isPagePart ? this.#readingPage() : [];
    let quiet: Verdict['quiet'];
    for (const [depth, root] of path.entries()) {
      for (const place of this.index.placesAt(root) ?? NOTHING) {
        const { parts, quiet: ticking, isWhole, isSearched } = place.plan;
        const inside = path.slice(0, depth);
        const ticks = ticking !== '' && inside.some((each) => each.matches(ticking));
        const isPart = parts !== '' && inside.some((each) => each.matches(parts));
        if (ticks) quiet = { parts: [quiet?.parts, parts].filter(Boolean).join(', ') };
        // A place that holds no post yet waits for any word.
        if (isWhole || isPart || !place.reading || (isSearched && !ticks)) dirty.push(place);
      }
    }
    return { dirty, quiet: dirty.length === 0 ? quiet : undefined };
  }

  /** Places in an element that was somewhere else before. */
  #carried(element: Element): Place[] {
    if (!this.#taken.delete(element)) return [];
    this.#verdicts = new WeakMap();
    return [...this.index.all()].filter(({ root }) => element.contains(root));
  }

  #holdPagePart(elements: readonly Element[]): boolean {
    const { pageParts } = this.plan;
    return (
      pageParts !== '' &&
      elements.some((each) => each.matches(pageParts) || each.querySelector(pageParts) !== null)
    );
  }

  #readingPage(): Place[] {
    if (this.plan.pageParts === '') return [];
    return [...this.index.all()].filter(({ plan }) => plan.readsPage);
  }

  /** Every place whose root holds an element or is it. */
  #around(element: Element): readonly Place[] {
    return hostsAround(element).flatMap((each) => this.index.placesAt(each) ?? NOTHING);
  }
}

/** One element in the place of another, without words that are read: how some sites draw their counters. */
function isTick({ quiet }: Verdict, more: readonly Element[], less: readonly Element[]): boolean {
  if (!quiet || !more.every(({ localName }) => less.some((each) => each.localName === localName)))
    return false;
  if (less.length > more.length) return false;
  const { parts } = quiet;
  return !parts || !more.some((each) => each.matches(parts) || each.querySelector(parts) !== null);
}

function elementsIn(nodes: NodeList): Element[] {
  const elements: Element[] = [];
  for (const node of nodes) if (node.nodeType === Node.ELEMENT_NODE) elements.push(node as Element);
  return elements;
}

/** The element itself; for a shadow root its host. */
function elementOf(node: Node | null): Element | null {
  if (node instanceof Element) return node;
  return node instanceof ShadowRoot ? node.host : null;
}

function parentOf(node: Node): Element | null {
  return elementOf(node.parentNode);
}
