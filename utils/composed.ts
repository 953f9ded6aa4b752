/** Looks across the borders of open shadow roots; posts of some sites (comments on Bilibili) lie inside. */

/** Whether `target` lies in `root`, its own open shadow roots included. */
export function containsComposed(root: Element, target: Node): boolean {
  for (let at: Node | null = target; at; at = at.parentNode ?? hostOf(at)) if (at === root) return true;
  return false;
}

/** The element at the end of a chain of open shadow roots, as each root names one (`activeElement`, a point). */
export function deepest(
  document: Document,
  pick: (root: DocumentOrShadowRoot & ParentNode) => Element | null | undefined,
): Element | undefined {
  let found = pick(document) ?? undefined;
  while (found?.shadowRoot) {
    const inner = pick(found.shadowRoot);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

function hostOf(node: Node): Element | null {
  return node instanceof ShadowRoot ? node.host : null;
}

/** An element and all around it, through open shadow roots, from the inside. */
export function hostsAround(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at; ) {
    path.push(at);
    at = at.parentElement ?? (at.parentNode && hostOf(at.parentNode));
  }
  return path;
}

/** Whether one element stands before another in the document, those in open shadow roots at their hosts' place. */
export function comesBefore(one: Element, other: Element): boolean {
  const direct = one.compareDocumentPosition(other);
  if (!(direct & Node.DOCUMENT_POSITION_DISCONNECTED))
    return (direct & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const [a, b] = siblingsOf(one, other);
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Things that stand in elements, in the order of the document. What is nearly so costs little. */
export function inDocumentOrder<T extends { root: Element }>(things: readonly T[]): T[] {
  const isSorted = things.every((thing, i) => i === 0 || comesBefore(things[i - 1]!.root, thing.root));
  return isSorted ? [...things] : things.toSorted((a, b) => (comesBefore(a.root, b.root) ? -1 : 1));
}

/** The two elements, or hosts around them, that stand in the same tree. */
function siblingsOf(one: Element, other: Element): [Element, Element] {
  const around = new Map<Node, Element>();
  for (let at: Element | null = one; at; at = hostOf(at.getRootNode())) around.set(at.getRootNode(), at);
  for (let at: Element | null = other; at; at = hostOf(at.getRootNode())) {
    const found = around.get(at.getRootNode());
    if (found) return [found, at];
  }
  return [one, other];
}
