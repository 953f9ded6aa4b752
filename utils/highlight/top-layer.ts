import { encloses } from './placement-tree';
import type { UiHost } from './ui-host';

/**
 * While an element of the page is full-screen, the browser shows nothing but the top layer, and of that only what lies
 * in the full-screen element can be operated: everything else is inert, popovers included, in both browsers. What has
 * to be seen goes up as a popover (`raise`, `keepAbove`), what has to be operated as a modal dialog (`keepOperable`).
 */

/** The element that is full-screen, looked for inside open shadow roots. */
export function fullScreenOf(document: Document): Element | null {
  let found = document.fullscreenElement;
  while (found?.shadowRoot?.fullscreenElement) found = found.shadowRoot.fullscreenElement;
  return found;
}

/** Tells of each change of what is full-screen. Gives back how to stop. */
export function followFullScreen(
  document: Document,
  onChange: (fullScreen: Element | null) => void,
): () => void {
  const stop = new AbortController();
  const tell = () => onChange(fullScreenOf(document));
  document.addEventListener('fullscreenchange', tell, { capture: true, signal: stop.signal });
  return () => stop.abort();
}

/** How what belongs to a post relates to the element that is full-screen: its subject is what it stands at. */
export function standingOf(
  post: HTMLElement | SVGElement,
  fullScreen: Element | null,
): { subject: HTMLElement | SVGElement; isAbove: boolean; isBehind: boolean } {
  if (!fullScreen) return { subject: post, isAbove: false, isBehind: false };
  if (encloses(fullScreen, post)) return { subject: post, isAbove: true, isBehind: false };
  const isAround = fullScreen instanceof HTMLElement && encloses(post, fullScreen);
  return { subject: isAround ? fullScreen : post, isAbove: isAround, isBehind: !isAround };
}

/** Shows a host above everything, also above what went full-screen after it was raised. */
export function raise(host: HTMLElement): void {
  if (!host.isConnected) return;
  host.popover = 'manual';
  if (host.matches(':popover-open')) host.hidePopover();
  host.showPopover();
}

/** Back among the other elements; nothing of the raising stays on the host. */
export function lower(host: HTMLElement): void {
  if (!host.hasAttribute('popover')) return;
  if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
  host.removeAttribute('popover');
}

/** For what is only looked at: above a full-screen element as long as there is one. Gives back how to stop. */
export function keepAbove(host: HTMLElement): () => void {
  const place = (fullScreen: Element | null) => (fullScreen ? raise(host) : lower(host));
  place(fullScreenOf(host.ownerDocument));
  const stop = followFullScreen(host.ownerDocument, place);
  return () => {
    stop();
    lower(host);
  };
}

/** The dialog takes over the place of the host, also when that changes. */
const PLACE = ['top', 'right', 'bottom', 'left', 'width', 'height', 'max-width', 'max-height'];
const PLAIN = 'display: contents; color: inherit';
const MODAL =
  'position: fixed; margin: 0; padding: 0; border: 0; background: none; color: inherit; overflow: visible';

/**
 * Lets a reader work with an interface at the window's edge while the screen is full: there, and only then, it is a
 * modal dialog inside the host's own root, at the host's place, and the page behind waits. To be called before anything
 * is rendered. Gives back how to stop, which the host's removal does not do.
 */
export function keepOperable({ element, container, activeElement }: UiHost): () => void {
  const document = element.ownerDocument;
  const dialog = document.createElement('dialog');
  const style = document.createElement('style');
  style.textContent = 'dialog::backdrop{background:none}';
  // The card inside is the dialog that a screen reader shall tell of; only the card itself may close it.
  dialog.setAttribute('role', 'presentation');
  dialog.setAttribute('closedby', 'none');
  container.replaceWith(style, dialog);
  dialog.append(container);
  const place = (fullScreen: Element | null) => {
    if (!element.isConnected) return;
    const focused = activeElement();
    dialog.close();
    dialog.style.cssText = fullScreen ? MODAL : PLAIN;
    if (fullScreen) {
      for (const name of PLACE) dialog.style.setProperty(name, 'inherit');
      dialog.showModal();
    } else {
      dialog.show();
    }
    if (focused instanceof HTMLElement) focused.focus();
  };
  place(fullScreenOf(document));
  return followFullScreen(document, place);
}
