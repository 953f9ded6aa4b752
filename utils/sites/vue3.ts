import { isRecord } from './unknown';

/** A feed that was scrolled for an hour has some ten thousand. */
const MAX_NODES = 30_000;
/** Components stay while lists give them other props, so the way to them need not be looked for at every reading. */
const KEPT_MS = 1_000;

interface Found {
  at: number;
  byElement: WeakMap<object, Record<string, unknown>>;
}
const kept = new WeakMap<object, Found>();

/**
 * The component that rendered an element, or the nearest around it, in a production build of Vue 3: there elements do
 * not name their component, but the tree of virtual nodes names the element of each (`el`, `component.subTree`,
 * `children`; unchanged since Vue 3.0).
 *
 * @param tree the `_vnode` of the container that the app was mounted in
 */
export function vue3Instance(
  element: Element,
  tree: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const before = kept.get(tree);
  const isOld = !before || performance.now() - before.at > KEPT_MS;
  const found = isOld ? { at: performance.now(), byElement: walk(tree) } : before;
  if (isOld) kept.set(tree, found);
  for (let at: Element | null = element; at; at = at.parentElement) {
    const instance = found.byElement.get(at);
    if (instance) return instance;
  }
  return undefined;
}

function walk(tree: Record<string, unknown>): Found['byElement'] {
  const byElement: Found['byElement'] = new WeakMap();
  const open: [node: unknown, around: Record<string, unknown> | undefined][] = [[tree, undefined]];
  for (let count = 0; open.length > 0 && count < MAX_NODES; count++) {
    const [node, around] = open.pop()!;
    if (!isRecord(node)) continue;
    const own = isRecord(node.component) ? node.component : undefined;
    const instance = own ?? around;
    // Outer nodes come first, and the innermost component that has an element as its own is the one that it shows.
    if (isRecord(node.el) && instance) byElement.set(node.el, instance);
    if (own) open.push([own.subTree, own]);
    if (Array.isArray(node.children)) for (const child of node.children) open.push([child, instance]);
  }
  return byElement;
}
