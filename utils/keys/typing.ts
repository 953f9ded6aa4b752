import { hostsAround } from '../composed';

/** Input types into which nothing is typed. */
const NOT_TEXT = new Set('button checkbox color file image radio range reset submit'.split(' '));
const TEXT_ROLES = new Set(['textbox', 'searchbox', 'combobox']);

/** The shadow root of an element, as far as whoever asks can look. */
export type ShadowOf = (element: Element) => ShadowRoot | null;

/**
 * Whether keys pressed on an element write or choose something: a field, an editor of a site, or anything inside one.
 *
 * @param target where a keyboard event arrived; the focus may be deeper, inside shadow roots
 */
export function isTyping(target: EventTarget | null, shadowOf: ShadowOf): boolean {
  if (!(target instanceof Element)) return false;
  if (target.ownerDocument.designMode === 'on') return true;
  return hostsAround(focusWithin(target, shadowOf)).some(isField);
}

/** The focused element at the end of a chain of shadow roots. */
export function focusWithin(target: Element, shadowOf: ShadowOf): Element {
  let found = target;
  for (let next = shadowOf(found)?.activeElement; next; next = shadowOf(found)?.activeElement) found = next;
  return found;
}

/** Whether keys pressed on this very element write or choose something. */
export function isField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !NOT_TEXT.has(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  // Roles may be given as a list, the first known one of which counts.
  const roles = element.getAttribute('role')?.toLowerCase().split(/\s+/) ?? [];
  return roles.some((role) => TEXT_ROLES.has(role)) || (element as HTMLElement).isContentEditable === true;
}
