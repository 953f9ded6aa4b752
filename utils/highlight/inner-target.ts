/** In Firefox any listener may ask an event where it began, closed shadow roots or not. */
export interface TellingEvent extends Event {
  originalTarget?: EventTarget | null;
  explicitOriginalTarget?: EventTarget | null;
}

/**
 * Finds the element inside a closed shadow root at which an event was aimed: outside, events name only its host.
 * Firefox says it; in Chromium it follows from the pointer's place, the focus and what was pressed before.
 */
export class InnerTarget {
  #pressed: Element | undefined;
  #released: Element | undefined;
  #focused: Element | undefined;
  #pointer = 0;

  constructor(readonly shadow: ShadowRoot) {
    shadow.addEventListener('focusin', ({ target }) => {
      this.#focused = target as Element;
    });
  }

  /** `undefined` for an event of the host itself. */
  of(event: Event): Element | undefined {
    const found = this.#told(event) ?? this.#inferred(event);
    if (event.type === 'mousedown') this.#pressed = found;
    if (event.type === 'mouseup') this.#released = found;
    return found;
  }

  #told({ originalTarget }: TellingEvent): Element | undefined {
    return originalTarget instanceof Element && this.shadow.contains(originalTarget)
      ? originalTarget
      : undefined;
  }

  #inferred(event: Event): Element | undefined {
    if (event.type === 'blur' || event.type === 'focusout') return this.#focused;
    const focused = this.shadow.activeElement ?? undefined;
    if (!(event instanceof MouseEvent)) return focused;
    if (event.type === 'click') return event.detail === 0 ? focused : (this.#clicked(event) ?? focused);
    if (event instanceof PointerEvent) this.#pointer = event.pointerId;
    return this.#capturing() ?? this.#at(event);
  }

  /** A click belongs to what holds both ends of the press; a second one is what a label gives to its field. */
  #clicked(event: MouseEvent): Element | undefined {
    const [down, up] = [this.#pressed, this.#released];
    this.#pressed = undefined;
    if (!down || !up) return this.#at(event)?.closest('label')?.control ?? undefined;
    let both: Element | null = down;
    while (both && !both.contains(up)) both = both.parentElement;
    return both ?? undefined;
  }

  /** The element that has taken the pointer to itself, as a drag does. */
  #capturing(): Element | undefined {
    let at: Element | null = this.#pressed ?? null;
    while (at && !at.hasPointerCapture(this.#pointer)) at = at.parentElement;
    return at ?? undefined;
  }

  #at({ clientX, clientY }: MouseEvent): Element | undefined {
    const found = this.shadow.elementFromPoint(clientX, clientY);
    return found && this.shadow.contains(found) ? found : undefined;
  }
}
