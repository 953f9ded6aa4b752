import type { Reviewer } from '../model/account';
import type { ReportStore } from '../storage/reports';
import type { ImportUndo } from '../storage/tables';
import type { ImportChoices } from './import-choices';
import type { ImportPreview } from './import-plan';
import { ChangedFileError, type ImportTools, ImportWriting } from './import-writing';
import { contextOf, type Whose } from './whose-file';

export interface RunOptions extends ImportTools {
  store: ImportTools['store'] & Pick<ReportStore, 'beginImport' | 'finishImport' | 'undoImport'>;
  me: Reviewer;
  whose: Whose;
  choices: ImportChoices;
  /** What was written is being taken back, because it was cancelled or failed. */
  onTakingBack: (done: number, total: number) => void;
}

/** What came of an import. One that did not finish was taken back, unless that failed too. */
export type RunResult = { importId: string } & (
  | { state: 'done'; problems: ImportWriting['problems'] }
  | { state: 'cancelled'; undone: ImportUndo | { error: unknown } }
  | { state: 'failed'; undone: ImportUndo | { error: unknown }; error: unknown }
);

const FIRST_NAMED = 3;

/**
 * Second pass over a file: merges what the preview has shown into the store, part by part, each compared with what is
 * there by then. Rejects only before anything is written: `ChangedFileError`, `StorageError`.
 */
export async function runImport(file: File, preview: ImportPreview, options: RunOptions): Promise<RunResult> {
  const { head, format, size, lastModified } = preview;
  if (!head || file.size !== size || file.lastModified !== lastModified) {
    throw new ChangedFileError(file.name);
  }
  const { store, me } = options;
  const context = contextOf(head, me, options.whose);
  const { mine = false } = context;
  const sender = senderOf(preview, context.sender);
  const importId = await store.beginImport({ file: file.name, format, sender, mine, me });
  const writing = new ImportWriting(importId, context, options.choices, options);
  try {
    await writing.write(file, preview);
    await store.finishImport(importId);
  } catch (error) {
    return takenBack(importId, options, error);
  }
  return { importId, state: 'done', problems: writing.problems };
}

/** Who made the file, for the journal: of a table whose rows are of several reviewers, the first of them. */
function senderOf({ whose: { sender, named } }: ImportPreview, fallback: Reviewer): Reviewer {
  if (sender || named.length === 0) return sender ?? fallback;
  const names = named.slice(0, FIRST_NAMED).map(({ id, name }) => name || id.slice(0, 6));
  return { ...fallback, name: [...names, ...(named.length > FIRST_NAMED ? ['…'] : [])].join(', ') };
}

async function takenBack(
  importId: string,
  { store, signal, onTakingBack, onWritten }: RunOptions,
  error: unknown,
): Promise<RunResult> {
  // Where this fails too, the journal says that the import has not finished, and the page offers to take it back.
  const undone = await store
    .undoImport(importId, { onProgress: onTakingBack, onChanged: onWritten })
    .catch((failure: unknown) => ({ error: failure }));
  return signal?.aborted
    ? { importId, state: 'cancelled', undone }
    : { importId, state: 'failed', undone, error };
}
