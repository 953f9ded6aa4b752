import { isHandedOn, SHIELDED, shieldEvents, shieldHost } from './event-shield';

/** These stay inside the shadow root, so that the shield never meets them. */
const INNER_EVENTS = ['change', 'submit', 'reset', 'select'];

/**
 * The page can read a selection, in Firefox even the nodes that it stands in: only fields, whose selection is their
 * own, can be selected in.
 */
const GUARD_CSS = '.qj-root{user-select:none}.qj-root :is(input,textarea){user-select:text}';

export interface UiHost {
  /** The only element that the page can see: no class, no id, no content. */
  element: HTMLElement;
  /** Where to render; inside a closed shadow root. */
  container: HTMLElement;
  /** The focused element inside, which the page cannot see. */
  activeElement(): Element | null;
  remove(): void;
}

const live = new Set<HTMLElement>();
let hidden = false;

/**
 * Puts an interface over a page without a place in the site's own tree: a child of the root element, beside
 * `body`, with a closed shadow root. Untrusted events stop at its border (design rule 6), and the page hears nothing
 * of what happens inside. Handlers inside get plain copies of the events: by type, not by class.
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
  style.textContent = GUARD_CSS + css.replaceAll(':root', '.qj-root');
  const container = document.createElement('div');
  // Tokens hang on the container: `all` above would overrule them on the host.
  container.className = 'qj-root';
  shadow.append(style, container);
  for (const type of [...SHIELDED, ...INNER_EVENTS]) shadow.addEventListener(type, refuseForged, true);
  shieldEvents(window);
  shieldHost(element, shadow, () => isSeen(element));
  live.add(element);
  if (hidden) setHidden(element);
  document.documentElement.append(element);
  return {
    element,
    container,
    activeElement: () => shadow.activeElement,
    remove: () => {
      live.delete(element);
      element.remove();
    },
  };
}

/** Takes our whole interface out of sight and back, while a picture of the page is taken; the focus stays. */
export function setInterfaceHidden(isHidden: boolean): void {
  if (isHidden === hidden) return;
  hidden = isHidden;
  for (const element of live) setHidden(element);
}

/** By opacity, because what is not visible loses the focus. */
function setHidden(element: HTMLElement): void {
  element.style.setProperty('opacity', hidden ? '0' : 'initial', 'important');
}

/**
 * A page can change the style of our host or carry it elsewhere, so that the reader presses what they do not see.
 * Things that only change the place, or that also keep the pointer out, are harmless.
 */
function isSeen(element: HTMLElement): boolean {
  const root = element.ownerDocument.documentElement;
  if (element.parentNode !== root) return false;
  const own = getComputedStyle(element);
  const opacity = Number(own.opacity) * Number(getComputedStyle(root).opacity);
  const veils = [own.filter, own.maskImage, own.transform, own.scale];
  return opacity > 0.9 && veils.every((value) => value === 'none') && own.mixBlendMode === 'normal';
}

function refuseForged(event: Event): void {
  if (event.isTrusted || isHandedOn(event)) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
