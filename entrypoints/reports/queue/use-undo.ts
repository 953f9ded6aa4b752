import { useRef, useState } from 'preact/hooks';
import type { Toasts } from '@/components/use-toast';
import { type MessageKey, t } from '@/utils/i18n';
import { undoneWords } from './action-words';
import { type Undoable, UndoStack } from './undo-stack';

/** Does something after what was asked before it; false when it failed and the person was told. */
export type InLine = (failed: MessageKey, work: () => Promise<void>) => Promise<boolean>;

export interface Undo {
  /** What the next undo takes back, in words. */
  words: string | undefined;
  /** Remembers a change; told with a button to take this very one back, or not told. */
  done: (item: Undoable, told: boolean) => void;
  undo: () => Promise<void>;
}

/** The changes of this page, to be taken back one after another or by the message that told of them. */
export function useUndo(inLine: InLine, toasts: Toasts): Undo {
  const [stack, setStack] = useState(() => new UndoStack());
  // What waits in the line needs the stack as it is when its turn comes.
  const latest = useRef(stack);
  const update = (changed: UndoStack) => {
    latest.current = changed;
    setStack(changed);
  };
  const takeBack = (choose: () => Undoable | undefined) =>
    inLine('queueErrorUndo', async () => {
      const item = choose();
      if (!item || !latest.current.has(item)) return toasts.show(t('queueNothingToUndo'));
      const result = await item.undo();
      update(latest.current.without(item));
      toasts.show(undoneWords(item.words, result));
    });
  return {
    words: stack.top?.words,
    done: (item, told) => {
      update(latest.current.with(item));
      if (told) toasts.show(item.words, () => void takeBack(() => item));
    },
    undo: async () => void (await takeBack(() => latest.current.top)),
  };
}
