import { useLayoutEffect, useState } from 'preact/hooks';

export interface UnsavedNote {
  reportId: string;
  /** Title of the report. */
  title: string;
  text: string;
}

/**
 * Notes that were typed and are not stored: they stay in the page when another report is opened, and the browser asks
 * before it closes the page.
 */
export class UnsavedNotes {
  readonly #notes = new Map<string, UnsavedNote>();
  readonly #listeners = new Set<() => void>();

  list(): UnsavedNote[] {
    return [...this.#notes.values()];
  }

  textOf(reportId: string): string | undefined {
    return this.#notes.get(reportId)?.text;
  }

  keep(note: UnsavedNote): void {
    this.#notes.set(note.reportId, note);
    this.#changed();
  }

  drop(reportId: string): void {
    if (this.#notes.delete(reportId)) this.#changed();
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    if (this.#notes.size > 0) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
    for (const listener of this.#listeners) listener();
  }
}

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/** One for the page: a report may be opened and closed any number of times. */
export const unsavedNotes = new UnsavedNotes();

export function useUnsavedNotes(notes: UnsavedNotes): UnsavedNote[] {
  const [list, setList] = useState(() => notes.list());
  useLayoutEffect(() => notes.watch(() => setList(notes.list())), [notes]);
  return list;
}
