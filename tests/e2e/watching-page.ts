/**
 * A script that watches a page as closely as a page can, in front of everything else in it: every kind of event as
 * early as possible, every change of the tree, every name of the window. It stands for a site that looks for us.
 */
export const WATCHER = `
window.names = Object.getOwnPropertyNames(window).sort();
{
  const kinds = new Set(['focusin', 'focusout', 'compositionstart', 'compositionupdate', 'compositionend',
    'DOMActivate', 'textInput', 'webkitTransitionEnd', 'DOMMouseScroll', 'mousewheel']);
  for (const holder of [window, Document.prototype, HTMLElement.prototype, SVGElement.prototype])
    for (let at = holder; at; at = Object.getPrototypeOf(at))
      for (const name of Object.getOwnPropertyNames(at)) if (name.startsWith('on')) kinds.add(name.slice(2));
  // Chromium reports raw moves only to pages that ask; docs/decisions/0020-event-shield.md says why they are let by.
  kinds.delete('pointerrawupdate');

  const isOurs = (node) => node instanceof Element && node.parentNode === document.documentElement
    && node !== document.head && node !== document.body;
  const isInside = (node) => node instanceof Node && node.getRootNode() instanceof ShadowRoot
    && node.getRootNode().mode === 'closed';
  window.events = [];
  window.inside = [];
  window.own = [];
  for (const kind of kinds) addEventListener(kind, (event) => {
    if (isOurs(event.target)) events.push(kind);
    if (event.target?.id === 'own') own.push(kind);
    for (const name in event) if (isInside(event[name])) inside.push(kind + '.' + name);
  }, true);

  // The snapshot is taken when the tree is parsed, before anything of ours is shown.
  window.tree = (node = document.documentElement) => {
    if (isOurs(node)) return '';
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? node.data : '<!' + node.nodeName + '>';
    const attributes = [...node.attributes].map(({ name, value }) => {
      if (name !== 'style') return name + '=' + JSON.stringify(value);
      // As the browser writes it: any change of one property rewrites the whole attribute.
      const rest = node.style.cssText.replace(/(, )?--qj-\\d+/g, '').replace(/anchor-name:\\s*;/, '').trim();
      return rest && 'style=' + JSON.stringify(rest);
    });
    const inner = (root) => [...root.childNodes].map(tree).join('');
    const shadow = node.shadowRoot
      ? '#shadow ' + node.shadowRoot.adoptedStyleSheets.length + inner(node.shadowRoot) + '#end' : '';
    return '<' + node.localName + ' ' + attributes.filter(Boolean).sort().join(' ') + '>' + shadow + inner(node) + '</>';
  };
  window.whole = () => [tree(), document.adoptedStyleSheets.length, document.styleSheets.length].join(' ');
  window.changes = [];
  document.addEventListener('readystatechange', () => {
    if (window.before) return;
    window.before = whole();
    new MutationObserver((records) => {
      for (const { type, attributeName, target, addedNodes } of records) {
        const isHost = isOurs(target) || (target === document.documentElement && [...addedNodes].every(isOurs));
        if (!isHost) changes.push([type, attributeName, target.nodeName].join(' '));
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  window.hosts = () => [...document.documentElement.children].filter(isOurs)
    .map((host) => host.localName + ' ' + host.getAttributeNames() + ' ' + host.childNodes.length + ' ' + host.shadowRoot);
}
`;

/** A page with the watcher in front of its own scripts. */
export const watched = (html: string): string =>
  html.replace(/^\s*(<!doctype[^>]*>)?/i, (start) => `${start}<script>${WATCHER}</script>`);

/** What the watcher has seen so far. */
export interface Watched {
  /** Kinds of events at our hosts. */
  events: string[];
  /** Properties of any event that named a node inside our hosts, as `kind.property`. */
  inside: string[];
  /** Kinds of events at the element with the id `own`. */
  own: string[];
  /** Changes of the tree other than hosts that come and go. */
  changes: string[];
  /** Names of the window's own properties before any script of the page. */
  names: string[];
  hosts: string[];
  /** Names of what is painted by highlights. */
  painted: string[];
  isSame: boolean;
}

export const WATCHED = `JSON.stringify({
  events, inside, own, changes, names, hosts: hosts(),
  painted: [...CSS.highlights.keys()], isSame: whole() === before,
})`;
