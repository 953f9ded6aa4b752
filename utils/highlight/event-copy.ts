/** What handlers read of an event beside its type and target. */
const FIELDS = [
  ...['altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'detail', 'view', 'relatedTarget'],
  ...['key', 'code', 'location', 'repeat', 'isComposing', 'keyCode', 'charCode', 'which'],
  ...['button', 'buttons', 'clientX', 'clientY', 'screenX', 'screenY', 'pageX', 'pageY'],
  ...['pointerId', 'pointerType', 'isPrimary', 'pressure', 'width', 'height'],
  ...['data', 'inputType', 'dataTransfer', 'clipboardData'],
] as const;

/**
 * An event of the same type with the same fields that stays in the tree it is dispatched in. It is a plain `Event`,
 * by which browsers do nothing: they still do what the original asks for (a second mouse event would tick a checkbox
 * twice). Cancelling it cancels the original.
 */
export function copyInside(original: Event): Event {
  const copy = new Event(original.type, { bubbles: original.bubbles, cancelable: original.cancelable });
  const from = original as unknown as Record<string, unknown>;
  for (const name of FIELDS) {
    if (name in original) Object.defineProperty(copy, name, { value: from[name] });
  }
  return Object.defineProperties(copy, {
    defaultPrevented: { get: () => original.defaultPrevented },
    preventDefault: { value: () => original.preventDefault() },
    getModifierState: { value: (key: string) => hasModifier(original, key) },
  });
}

/** The same event once more, for a listener of the page; made by a script, and so not trusted. */
export function copyForPage(original: Event): Event {
  // An event has all the members that its constructor asks for.
  const Kind = original.constructor as new (type: string, init: EventInit) => Event;
  return new Kind(original.type, original);
}

function hasModifier(event: Event, key: string): boolean {
  return (event as Partial<KeyboardEvent>).getModifierState?.(key) ?? false;
}
