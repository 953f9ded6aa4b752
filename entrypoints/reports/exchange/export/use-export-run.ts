import { useEffect, useRef, useState } from 'preact/hooks';
import type { CheckChoice, CheckId, CheckTally } from '@/utils/model/concern';
import { defaultChoices } from '@/utils/precheck/choices';
import { leftOut } from '@/utils/precheck/overruled';

/** What the checks found in the reports of one export. */
export interface LookedOver {
  /** Reports that were checked; damaged rows are not among them. */
  total: number;
  tallies: readonly CheckTally[];
}

type Choices = ReadonlyMap<CheckId, CheckChoice>;

/** A file that was written. */
export interface Exported {
  name: string;
  /** Of bytes. */
  size: number;
  count: number;
  /** Reports that the reader left out. */
  left: number;
  /** Rows that cannot be read. */
  damaged: number;
  /** Reports in which it was noted what was let pass. */
  noted: number;
}

export interface Going {
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}

/** The work of one export. Each step rejects with `AbortError` when it was cancelled. */
export interface ExportWork {
  check: (going: Going) => Promise<LookedOver>;
  /** Its progress tells in how many reports something was noted. */
  note: (tallies: readonly CheckTally[], choices: Choices, going: Going) => Promise<void>;
  write: (left: ReadonlySet<string>, going: Going) => Promise<Omit<Exported, 'left' | 'noted'>>;
}

export type ExportEnd =
  | { at: 'done'; result: Exported }
  /** After so many reports had been noted in. */
  | { at: 'cancelled'; noted: number }
  | { at: 'failed'; error: unknown };

export type ExportPhase =
  | { at: 'idle' }
  | { at: 'checking' | 'noting' | 'writing'; done: number; total: number }
  | { at: 'deciding'; found: LookedOver; choices: Choices }
  | ExportEnd;

export type ExportRun = ReturnType<typeof useExportRun>;

/** One export at a time: check, let the reader choose where something was raised, note it, write. */
export function useExportRun(onEnd: (end: ExportEnd) => void) {
  const [phase, setPhase] = useState<ExportPhase>({ at: 'idle' });
  const current = useRef<{ work: ExportWork; abort: AbortController; checking: boolean } | undefined>(
    undefined,
  );
  // Nobody is there any more to choose; a file that is being written is finished.
  useEffect(
    () => () => {
      if (current.current?.checking) current.current.abort.abort();
    },
    [],
  );
  function end(phase: ExportEnd): void {
    setPhase(phase);
    onEnd(phase);
  }

  function going(at: 'checking' | 'noting' | 'writing', total: number): Going {
    const onProgress = (done: number, of: number) => setPhase({ at, done, total: of });
    onProgress(0, total);
    return { signal: current.current!.abort.signal, onProgress };
  }
  /** @returns `undefined` when it was cancelled or failed, which is then what is shown */
  async function guarded<T>(run: () => Promise<T>, noted = () => 0): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      const { signal } = current.current!.abort;
      end(signal.aborted ? { at: 'cancelled', noted: noted() } : { at: 'failed', error });
      return undefined;
    }
  }
  async function finish({ total, tallies }: LookedOver, choices: Choices): Promise<void> {
    const { work } = current.current!;
    const left = leftOut(tallies, choices);
    const letPass = countTaken(tallies, choices);
    let noted = 0;
    const note = ({ signal, onProgress }: Going) =>
      work.note(tallies, choices, {
        signal,
        onProgress(done, of) {
          noted = done;
          onProgress(done, of);
        },
      });
    const file = await guarded(
      async () => {
        if (letPass > 0) await note(going('noting', letPass));
        return work.write(left, going('writing', total - left.size));
      },
      () => noted,
    );
    if (file) end({ at: 'done', result: { ...file, left: left.size, noted } });
  }
  return {
    phase,
    async start(work: ExportWork, total: number): Promise<void> {
      const mine = { work, abort: new AbortController(), checking: true };
      current.current = mine;
      const found = await guarded(() => work.check(going('checking', total)));
      mine.checking = false;
      if (!found) return;
      const isClear = found.tallies.every(({ count }) => count === 0);
      if (isClear) await finish(found, new Map());
      else setPhase({ at: 'deciding', found, choices: defaultChoices(found.tallies) });
    },
    choose(check: CheckId, choice: CheckChoice): void {
      setPhase((last) =>
        last.at === 'deciding' ? { ...last, choices: new Map(last.choices).set(check, choice) } : last,
      );
    },
    take: () => (phase.at === 'deciding' ? finish(phase.found, phase.choices) : Promise.resolve()),
    cancel: () => current.current?.abort.abort(),
    /** Back to choosing, unless something is under way. */
    reset: () => setPhase((last) => ('total' in last ? last : { at: 'idle' })),
  };
}

/** How many reports go along in spite of something. */
function countTaken(tallies: readonly CheckTally[], choices: Choices): number {
  const left = leftOut(tallies, choices);
  const taken = new Set(tallies.flatMap(({ check, ids }) => (choices.get(check) === 'take' ? ids : [])));
  return [...taken].filter((id) => !left.has(id)).length;
}
