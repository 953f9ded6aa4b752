import type { UndoResult } from '@/utils/model/edit';

/** A change that was made in this page, and how it is taken back. */
export interface Undoable {
  /** What was done, as it was told. */
  words: string;
  undo: () => Promise<UndoResult>;
}

/** The changes of this page, the last one on top. Never changes: every step is another stack. */
export class UndoStack {
  constructor(readonly items: readonly Undoable[] = []) {}

  get top(): Undoable | undefined {
    return this.items.at(-1);
  }

  with(item: Undoable): UndoStack {
    return new UndoStack([...this.items, item]);
  }

  without(item: Undoable): UndoStack {
    return new UndoStack(this.items.filter((each) => each !== item));
  }

  has(item: Undoable): boolean {
    return this.items.includes(item);
  }
}
