import { useLayoutEffect, useState } from 'preact/hooks';

/** State that outlives the component which shows it: going to another tab of the page and back loses nothing. */
export class Kept<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  update(change: Partial<T>): void {
    this.#value = { ...this.#value, ...change };
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** One state for each owner, for as long as there is the owner. */
export function keptPer<T>(initial: T): (owner: object) => Kept<T> {
  const all = new WeakMap<object, Kept<T>>();
  return (owner) => {
    const there = all.get(owner) ?? new Kept(initial);
    all.set(owner, there);
    return there;
  };
}

export function useKept<T>(kept: Kept<T>): T {
  const [, render] = useState(0);
  useLayoutEffect(() => {
    const changed = () => render((count) => count + 1);
    // Whatever came between the first rendering and now.
    changed();
    return kept.subscribe(changed);
  }, [kept]);
  return kept.value;
}
