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
