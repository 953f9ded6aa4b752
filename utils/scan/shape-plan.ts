import type { Surface } from '../model/post';
import type { Candidates } from '../sites/candidates';
import type { PostShape, SiteAdapter } from '../sites/define-site';

/**
 * What a change elsewhere can do to a root's match: nothing (`self`: its own element and those around it decide), make
 * it match through what lies inside it (`inside`), or anything (`page`), so that only a new search tells.
 */
export type Reach = 'self' | 'inside' | 'page';

/** What must be known of a shape to read only what has changed. */
export interface ShapePlan {
  shape: PostShape;
  /** Earlier shapes lead where two roots hold the same post. */
  order: number;
  reach: Reach;
  /** Its roots lie in open shadow roots, which only a walk from the document finds. */
  isShadowed: boolean;
  /** Elements whose words are read for rules; a change of words anywhere else says nothing. */
  parts: string;
  /** Elements that tick without end: counters and times; whatever happens in them is passed over. */
  quiet: string;
  /** Words stand in the root itself, so that all of it counts. */
  isWhole: boolean;
  /** Labels are searched for everywhere in it but in what ticks, or its id is told by who knows what. */
  isSearched: boolean;
  /** Some field stands elsewhere in the page. */
  readsPage: boolean;
  /** Paths into shadow roots inside the root, which have to be observed too. */
  inner: readonly string[];
}

export interface PagePlan {
  shapes: readonly ShapePlan[];
  /** Elements outside every root whose words some shape reads. */
  pageParts: string;
  /** Whether a class named so can decide what is found. */
  isTelling: (name: string) => boolean;
  /** Some root can come and go by what happens anywhere. */
  reachesPage: boolean;
  /** Some post rests on what stands around its root: functions look there, and fields stand elsewhere in the page. */
  isEntangled: boolean;
  /** Lists beside the document hold posts, whose changes nobody can observe. */
  hasTrees: boolean;
}

/** What depends on siblings, or on the page as a whole, can change by what happens anywhere. */
const PAGE_WIDE = /:root|(?<![\w.#-])(body|html)(?![\w-])|[~+]|:(nth|first|last|only|empty)/;

const plans = new WeakMap<SiteAdapter, Map<Surface | null, PagePlan>>();

export function planOf(site: SiteAdapter, surface: Surface | null): PagePlan {
  const known = plans.get(site) ?? new Map<Surface | null, PagePlan>();
  plans.set(site, known);
  const plan = known.get(surface) ?? makePlan(site, surface);
  known.set(surface, plan);
  return plan;
}

function makePlan(site: SiteAdapter, surface: Surface | null): PagePlan {
  const own = site.shapes.filter(({ surfaces }) => surface !== null && surfaces.includes(surface));
  const shapes = own.map(planOfShape);
  return {
    shapes,
    pageParts: joined(own.flatMap((shape) => read(shape).filter(({ page }) => page))),
    isTelling: tellingClasses(own),
    reachesPage: shapes.some(({ reach }) => reach === 'page'),
    isEntangled: shapes.some(isEntangled),
    hasTrees: site.trees !== undefined,
  };
}

function isEntangled({ shape: { id, url, derivedId }, reach, readsPage }: ShapePlan): boolean {
  // A function that takes the root can look around it.
  return reach === 'page' || readsPage || typeof id === 'function' || Boolean(derivedId) || url.length > 1;
}

function planOfShape(shape: PostShape, order: number): ShapePlan {
  const selectors = [shape.root, shape.not ?? ''].join(', ');
  const own = read(shape).filter(({ page }) => !page);
  const ticking = [...Object.values(shape.counts ?? {}).flat(), ...(shape.publishedAt ?? [])];
  // Asked of an element alone, `:scope` is that element: any element stands for the root.
  const labels = (shape.labels ?? []).flatMap(({ place, element }) =>
    (place ?? element)?.replaceAll(':scope', '*'),
  );
  const parts = [...own.map(({ css }) => css), ...labels].filter((css) => css !== undefined);
  return {
    shape,
    order,
    reach: PAGE_WIDE.test(selectors) ? 'page' : selectors.includes(':has(') ? 'inside' : 'self',
    isShadowed: shape.root.includes('>>>'),
    parts: joined(parts.map((css) => ({ css }))),
    quiet: joined(ticking.filter(({ css, page }) => css && !page)),
    // Asked of an element alone, `:scope` is that element.
    isWhole: own.some(({ css, attr }) => !attr && (!css || css.includes(':scope'))),
    isSearched: shape.labelSentencesOutside !== undefined || typeof shape.id === 'function',
    readsPage: read(shape).some(({ page }) => page),
    inner: [...new Set(parts.filter((css) => css.includes('>>>')))],
  };
}

/** Candidates of all fields that rules read, and of the id. */
function read(shape: PostShape): Candidates {
  const { title, text, authorName, verification, hashtags, id } = shape;
  const lists = [title, text, authorName, verification, hashtags === 'text' ? [] : hashtags];
  return [...lists.flatMap((list) => list ?? []), ...(typeof id === 'function' ? [] : id)];
}

/** One selector for all; of a path into shadow roots only its end can be asked of an element. */
function joined(candidates: readonly { css?: string }[]): string {
  const ends = candidates.flatMap(({ css }) => css?.split('>>>').at(-1)?.trim() || []);
  return [...new Set(ends)].join(', ');
}

/** By these every site tells one post from another, or the active slide from the rest. */
const TELLING = ['href', 'class', 'id'];

/**
 * Attributes whose change can put another post into an element: those that a site's definition finds posts and their
 * ids by. Styles, which animations change without end, are never among them.
 */
export function tellingAttributes({ shapes }: SiteAdapter): string[] {
  const selectors = shapes.flatMap(({ root, not, id }) => [
    root,
    not ?? '',
    ...(typeof id === 'function' ? [] : id.flatMap(({ css = '', attr }) => [css, attr ? `[${attr}]` : ''])),
  ]);
  const named = selectors.flatMap((selector) =>
    [...selector.matchAll(/\[\s*([a-z][\w-]*)/gi)].map(([, name = '']) => name),
  );
  return [...new Set([...TELLING, ...named])].filter((name) => name !== 'style').sort();
}

/** Hovering and animating toggle classes without end; only those that a definition names are looked at. */
function tellingClasses(shapes: readonly PostShape[]): (name: string) => boolean {
  const selectors = shapes.flatMap((shape) => [
    shape.root,
    shape.not ?? '',
    ...read(shape).map(({ css = '' }) => css),
    ...(shape.labels ?? []).flatMap(({ place = '', element = '' }) => [place, element]),
  ]);
  const whole = new Set<string>();
  const pieces = new Set<string>();
  for (const selector of selectors) {
    for (const [, name = ''] of selector.matchAll(/\.(-?[_a-z][\w-]*)/gi)) whole.add(name);
    for (const [, piece = ''] of selector.matchAll(/\[class[*^$~|]?=["']?([^"'\]]+)/gi))
      pieces.add(piece.trim());
  }
  // A function finds ids by what only it knows.
  const isOpen = shapes.some(({ id, idInAddress, derivedId }) =>
    [id, idInAddress, derivedId].some((each) => typeof each === 'function'),
  );
  return (name) =>
    isOpen || whole.has(name) || [...pieces].some((piece) => name.includes(piece) || piece.includes(name));
}
