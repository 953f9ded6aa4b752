/** What lies around an element as a reader sees it: slots and open shadow roots included. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Whether `inner` is `outer` or lies in it. */
export function encloses(outer: Element, inner: Element): boolean {
  if (outer.contains(inner)) return true;
  for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** Everything that an element lies in. */
export function ancestorsOf(element: Element): Set<Element> {
  const around = new Set<Element>();
  for (let at = parentOf(element); at; at = parentOf(at)) around.add(at);
  return around;
}

/** Our hosts stand beside `body`. */
export function isOurs(element: Element): boolean {
  return element.parentNode === document.documentElement && element !== document.body;
}

export interface Surroundings {
  /** Boxes that scroll or cut off what sticks out, innermost first. */
  scrollers: Element[];
  /** `z-index`, among the layers of the document, of the layer that the element is in. */
  layer: number | undefined;
}

/** More scrolling boxes around one post than these are taken for one page's mistake. */
const MAX_SCROLLERS = 4;

/**
 * What cuts an element off and what it is stacked with. Only reads.
 *
 * @param above the element that is full-screen: nothing around it cuts it off
 */
export function surroundingsOf(element: Element, above: Element | null): Surroundings {
  const scrollers: Element[] = [];
  let layer: number | undefined;
  for (let at: Element | null = element; at && at !== document.documentElement; at = parentOf(at)) {
    const style = getComputedStyle(at);
    layer = layerOf(style) ?? layer;
    if (at !== element && at !== document.body && scrollers.length < MAX_SCROLLERS && cutsOff(at, style)) {
      scrollers.push(at);
    }
    if (at === above) break;
  }
  return { scrollers, layer };
}

function cutsOff(element: Element, { overflowX, overflowY }: CSSStyleDeclaration): boolean {
  if (overflowX === 'visible' && overflowY === 'visible') return false;
  return element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
}

/**
 * The highest layer of some parts of a post that is in no layer itself: the site may have raised a picture above its
 * neighbours, and a badge below it would not be seen.
 */
export function highestLayer(post: Element, parts: Iterable<Element>): number {
  let highest = 0;
  for (const part of parts) {
    let layer: number | undefined;
    for (let at: Element | null = part; at && at !== post; at = parentOf(at)) {
      layer = layerOf(getComputedStyle(at)) ?? layer;
    }
    highest = Math.max(highest, layer ?? 0);
  }
  return highest;
}

/** `z-index` of the stacking context that an element makes, or `undefined` when it makes none. */
function layerOf(style: CSSStyleDeclaration): number | undefined {
  const { position, zIndex } = style;
  if (zIndex !== 'auto' && position !== 'static') return Number(zIndex);
  if (position === 'fixed' || position === 'sticky') return 0;
  const { opacity, transform, translate, scale, rotate, filter, isolation, mixBlendMode, perspective } =
    style;
  const makes =
    Number(opacity) < 1 ||
    isolation === 'isolate' ||
    mixBlendMode !== 'normal' ||
    [transform, translate, scale, rotate, filter, perspective].some((value) => value !== 'none') ||
    /transform|opacity|filter/.test(style.willChange) ||
    /paint|layout|strict|content/.test(style.contain);
  return makes ? 0 : undefined;
}
