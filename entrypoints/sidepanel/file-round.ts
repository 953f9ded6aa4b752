import type { MediaFindings } from '@/utils/evidence/engine/order';

/** What looks into files that are at hand (`WorkerEngine`). */
export interface FileEngine {
  checkLocal(file: File): Promise<MediaFindings>;
  /** Gives up what is under way. */
  close(): void;
}

export interface CheckedFile {
  id: number;
  /** As the reader's machine calls it; anything may stand in it. */
  name: string;
  /** Absent until it was looked into. */
  findings?: MediaFindings;
}

export interface RoundState {
  /** In the order in which they were given. */
  files: readonly CheckedFile[];
  isRunning: boolean;
  /** Why nothing can be looked into. */
  problem: string | undefined;
}

export const NO_FILES: RoundState = { files: [], isRunning: false, problem: undefined };
/** As many as a list can be looked through for. */
export const MAX_FILES = 100;

/** Looks into files that a reader gives, one after the other; what is found is only shown, never stored. */
export class FileRound {
  #state = NO_FILES;
  #waiting: { id: number; file: File }[] = [];
  #engine: FileEngine | undefined;
  #lastId = 0;

  constructor(
    readonly openEngine: () => Promise<FileEngine>,
    readonly onChange: (state: RoundState) => void,
  ) {}

  /** Returns how many were left out because the list is full. */
  add(files: readonly File[]): number {
    const taken = files.slice(0, MAX_FILES - this.#state.files.length);
    const added = taken.map((file) => ({ id: ++this.#lastId, file }));
    this.#waiting.push(...added);
    const named = added.map(({ id, file }) => ({ id, name: file.name }));
    this.#change({ files: [...this.#state.files, ...named] });
    if (added.length > 0 && !this.#state.isRunning) void this.#run();
    return files.length - taken.length;
  }

  /** Gives up what was not looked into yet; it leaves the list. */
  stop(): void {
    this.#waiting = [];
    this.#change({ files: this.#state.files.filter(({ findings }) => findings) });
    this.#engine?.close();
  }

  clear(): void {
    this.stop();
    this.#change({ files: [], problem: undefined });
  }

  async #run(): Promise<void> {
    this.#change({ isRunning: true, problem: undefined });
    try {
      this.#engine = await this.openEngine();
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift())
        this.#settle(next.id, await this.#engine.checkLocal(next.file));
      // Its worker would hold the memory of what checks signatures.
      this.#engine.close();
    } catch (error) {
      this.stop();
      this.#change({ problem: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#engine = undefined;
      this.#change({ isRunning: false });
    }
  }

  #settle(id: number, findings: MediaFindings): void {
    const files = this.#state.files.map((file) => (file.id === id ? { ...file, findings } : file));
    this.#change({ files });
  }

  #change(change: Partial<RoundState>): void {
    this.#state = { ...this.#state, ...change };
    this.onChange(this.#state);
  }
}
