/** The element itself, or the outermost host around it when it lies inside open shadow roots. */
export function outermostHost(element: Element): Element {
  let at = element;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}
