import type { PostKey } from '../model/post';
import type { Dismissal } from '../model/report';
import { NO_COUNTS } from './import-merge';
import { hashedPart, type ImportMeta, type ImportPart } from './import-plan';
import { importDismissals, importParts, planParts, runningImport } from './importing';
import { sealNew } from './ledger/seal-new';
import { ReportReads } from './report-reads';
import type { ImportCounts, ImportRow, ImportUndo, Tables } from './tables';
import { beginUndo, finishUndo, type UndoStep, undoPart } from './undo-import';
import type { WriteContext, Writing } from './writing';

export interface UndoOptions {
  signal?: AbortSignal;
  /** In history entries. */
  onProgress?: (done: number, total: number) => void;
  /** After each part: posts whose reports or dismissals it has changed. */
  onChanged?: (posts: PostKey[]) => void | Promise<void>;
}

/** What imports write. Each call is one transaction with the journal's row in it; `undoImport` is several. */
export abstract class ReportImports extends ReportReads {
  protected abstract write<T>(work: (writing: Writing) => Promise<T>): Promise<T>;
  /** Over all tables, for what the ledger does not vouch for. */
  protected abstract transact<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  protected abstract context(): Promise<WriteContext>;

  /** Resolves to the id of the import. */
  async beginImport({ me, ...meta }: ImportMeta): Promise<string> {
    const { at } = await this.context();
    const row: ImportRow = {
      id: crypto.randomUUID(),
      at,
      by: me,
      ...meta,
      state: 'running',
      firstSeq: 0,
      lastSeq: 0,
      counts: NO_COUNTS,
    };
    return this.transact((tables) => tables.imports.add(row));
  }

  /** All of the parts or none; resolves to what became of them. */
  async importReports(importId: string, parts: readonly ImportPart[]): Promise<ImportCounts> {
    const hashed = await Promise.all(parts.map(hashedPart));
    const context = await this.context();
    while (true) {
      const { row, plan } = await this.read(async (tables) => {
        const running = await runningImport(tables, importId);
        return { row: running, plan: await planParts(tables, running, hashed, context) };
      });
      const sealed = await sealNew(plan.news, plan.last);
      const counts = await this.write((writing) => importParts(writing, row, plan, sealed));
      if (counts) return counts;
    }
  }

  /** Of a backup; posts that are dismissed here keep their own. Resolves to the number of those that were added. */
  importDismissals(importId: string, dismissals: readonly Dismissal[]): Promise<number> {
    return this.write(async (writing) =>
      importDismissals(writing, await runningImport(writing.tables, importId), dismissals),
    );
  }

  finishImport(importId: string): Promise<void> {
    return this.transact(async ({ imports }) => {
      const row = await runningImport({ imports }, importId);
      await imports.put({ ...row, state: 'done' });
    });
  }

  /**
   * Takes back what was not changed since, the newest part first. Goes on where it was cancelled, or had failed; its
   * state stays `undoing` until it is through.
   */
  async undoImport(
    importId: string,
    { signal, onProgress, onChanged }: UndoOptions = {},
  ): Promise<ImportUndo> {
    let row = await this.transact((tables) => beginUndo(tables, importId));
    const total = row.lastSeq + 1 - row.firstSeq;
    const step = async (work: (writing: Writing) => Promise<UndoStep>) => {
      const { row: next, posts } = await this.write(work);
      if (posts.length > 0) await onChanged?.(posts);
      return next;
    };
    while (row.state === 'undoing' && !signal?.aborted) {
      row = await step((writing) => undoPart(writing, importId));
      const left = (row.undo?.from ?? row.firstSeq) - row.firstSeq;
      onProgress?.(total - left, total);
      if (left <= 0) row = await step((writing) => finishUndo(writing, importId));
    }
    const { removed, restored, kept } = row.undo!;
    return { removed, restored, kept };
  }
}
