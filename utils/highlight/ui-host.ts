/** Events of a person's hand or keyboard; forged ones never reach our interface. */
const GESTURES = [
  'click',
  'dblclick',
  'keydown',
  'keyup',
  'keypress',
  'input',
  'change',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'submit',
  'beforeinput',
  'paste',
];

export interface UiHost {
  /** The only element that the page can see: no class, no id, no content. */
  element: HTMLElement;
  /** Where to render; inside a closed shadow root. */
  container: HTMLElement;
  /** The focused element inside, which the page cannot see. */
  activeElement(): Element | null;
  remove(): void;
}

/**
 * Puts an interface over a page without a place in the site's own tree: a child of the root element, beside
 * `body`, with a closed shadow root. Untrusted events stop at its border (design rule 6), and events that start
 * inside do not leak to the site's own shortcuts.
 *
 */
export function createUiHost(
  document: Document,
  css: string,
  styles: Partial<CSSStyleDeclaration> = {},
): UiHost {
  const element = document.createElement('div');
  // The page's own rules for div must not move it; inline important beats every author rule.
  element.style.setProperty('all', 'initial', 'important');
  for (const [name, value] of Object.entries(styles)) {
    element.style.setProperty(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      String(value),
      'important',
    );
  }
  const shadow = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css.replaceAll(':root', '.qj-root');
  const container = document.createElement('div');
  // Tokens hang on the container: `all` above would overrule them on the host.
  container.className = 'qj-root';
  shadow.append(style, container);
  for (const gesture of GESTURES) {
    shadow.addEventListener(gesture, refuseForged, { capture: true });
    shadow.addEventListener(gesture, keepInside);
  }
  document.documentElement.append(element);
  return {
    element,
    container,
    activeElement: () => shadow.activeElement,
    remove: () => element.remove(),
  };
}

function refuseForged(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

function keepInside(event: Event): void {
  event.stopPropagation();
}
