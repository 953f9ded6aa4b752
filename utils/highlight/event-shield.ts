import { copyForPage, copyInside } from './event-copy';
import { InnerTarget, type TellingEvent } from './inner-target';

/** Handed on to the element that they were aimed at. */
const HANDED_ON = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mousemove', 'mouseup'],
  ...['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'gotpointercapture', 'lostpointercapture'],
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input'],
  ...['compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste'],
  ...['focus', 'focusin', 'blur', 'focusout'],
];
/** Only kept from the page: nothing inside listens to them. */
const KEPT = [
  ...['pointerover', 'pointerenter', 'pointerout', 'pointerleave'],
  ...['mouseover', 'mouseenter', 'mouseout', 'mouseleave'],
  ...['wheel', 'mousewheel', 'DOMMouseScroll', 'MozMousePixelScroll'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
  ...['drag', 'dragstart', 'dragend', 'dragenter', 'dragover', 'dragleave', 'drop'],
  ...['beforecopy', 'beforecut', 'beforepaste', 'textInput', 'selectstart', 'DOMActivate'],
  ...['beforetoggle', 'toggle'],
];
/** Of the page's own elements, when a press at ours ends what was done there: `replaceTelling` says why they matter. */
const OF_THE_PAGE = ['change', 'select', 'cancel', 'close'];
/** A listener that could cancel these would make the page's scrolling wait for it. */
const PASSIVE = new Set(['wheel', 'mousewheel', 'touchstart', 'touchmove']);
/** Every kind of event that leaves a shadow root ("composed"), or that a host has by itself. */
export const SHIELDED = [...HANDED_ON, ...KEPT];
/** What a person does to make something happen; refused where the interface cannot be seen. */
const ACTS = new Set(['click', 'pointerdown', 'mousedown', 'keydown', 'beforeinput', 'paste', 'cut']);

interface Shielded {
  target: InnerTarget;
  /** Whether the reader sees what they press. */
  isSeen: () => boolean;
}

const handedOn = new Set(HANDED_ON);
const windows = new WeakSet<Window>();
const hosts = new WeakMap<EventTarget, Shielded>();
const roots = new WeakSet<Node>();
const menus = new Set<() => void>();
let handed: Event | undefined;
/** Keys that went down on our interface: their release is not the page's either, wherever the focus is by then. */
const keysDown = new Set<string>();

/**
 * Keeps what happens at our hosts from every listener of the page. Called before the page's own scripts run: listeners
 * of one target are called in the order in which they were added, and the window's capturing ones come first. What is
 * stopped there cannot reach the inside either, so a copy is handed on to the element that was meant; what the
 * browser does with the original (typing, focus, ticking) goes on.
 */
export function shieldEvents(window: Window): void {
  if (windows.has(window)) return;
  windows.add(window);
  for (const type of [...SHIELDED, ...OF_THE_PAGE]) {
    window.addEventListener(type, shield, { capture: true, passive: PASSIVE.has(type) });
  }
  window.addEventListener('selectionchange', keepSelection, { capture: true });
}

/** @param isSeen whether the host stands where we put it and as we put it */
export function shieldHost(element: Element, shadow: ShadowRoot, isSeen: () => boolean): void {
  hosts.set(element, { target: new InnerTarget(shadow), isSeen });
  roots.add(shadow);
}

/** Whether this event is our copy of a trusted one, at the very moment in which it is handed on. */
export function isHandedOn(event: Event): boolean {
  return event === handed;
}

/** Calls back when a menu is opened on our interface, which no other listener learns. */
export function onOwnMenu(callback: () => void, signal: AbortSignal): void {
  menus.add(callback);
  signal.addEventListener('abort', () => menus.delete(callback));
}

function shield(event: Event): void {
  if (!event.isTrusted) return;
  const host = event.target && hosts.get(event.target);
  const isRelease = event instanceof KeyboardEvent && followKey(event, Boolean(host));
  if (host) take(event, host);
  else if (isRelease) event.stopImmediatePropagation();
  else replaceTelling(event);
}

/** Whether this is the release of a key that went down on our interface. */
function followKey({ type, code }: KeyboardEvent, isOurs: boolean): boolean {
  if (type === 'keyup') return keysDown.delete(code);
  if (type === 'keydown' && isOurs) keysDown.add(code);
  else if (type === 'keydown') keysDown.delete(code);
  return false;
}

function take(event: Event, { target, isSeen }: Shielded): void {
  event.stopImmediatePropagation();
  if (!handedOn.has(event.type)) return;
  if (ACTS.has(event.type) && !isSeen()) {
    event.preventDefault();
    return;
  }
  if (event.type === 'contextmenu') for (const callback of menus) callback();
  const inner = target.of(event);
  if (inner) handOn(event, inner);
}

/** Handlers may move the focus, so that another copy follows within this one, which is past the border by then. */
function handOn(event: Event, target: Element): void {
  handed = copyInside(event);
  target.dispatchEvent(handed);
  handed = undefined;
}

/**
 * In Firefox an event at an element of the page that has to do with ours (pointer or focus move between them, a field
 * that was left has changed) tells the page which element inside it was, and with it our whole tree. The page gets a
 * copy that does not: made in the next task, because one that is dispatched while the original is handled tells the
 * same.
 */
function replaceTelling(event: TellingEvent): void {
  const { explicitOriginalTarget: origin } = event;
  if (!(origin instanceof Node) || !roots.has(origin.getRootNode())) return;
  const [target] = event.composedPath();
  event.stopImmediatePropagation();
  setTimeout(() => target?.dispatchEvent(copyForPage(event)));
}

/** The caret in one of our fields is none of the page's; the event names the document, whoever has the caret. */
function keepSelection(event: Event): void {
  const { activeElement } = document;
  if (activeElement && hosts.has(activeElement)) event.stopImmediatePropagation();
}
