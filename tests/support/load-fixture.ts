/** A fixture's page as a document that was loaded from its address; declarative shadow roots become real ones. */
export function loadFixture(html: string, url: URL): Document {
  const document = new DOMParser().parseFromString(html, 'text/html');
  attachShadowRoots(document);
  document.head.prepend(Object.assign(document.createElement('base'), { href: url.href }));
  return document;
}

function attachShadowRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const host = template.parentElement;
    if (!host) continue;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    attachShadowRoots(shadow);
  }
}
