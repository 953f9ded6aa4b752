import { pause } from '../pause';
import { detailText, type ImportProblem } from './problems';
import type { ImportItem } from './read-file';

const MAX_ROWS = 1_000_000;
const MAX_PROBLEMS = 1_000;
/** Longer without a pause, and a page could not be used meanwhile. */
const TURN_MS = 25;

/**
 * What holds for every file: no post twice from one reviewer, not more rows and problems than anybody can look at, and
 * a pause now and then.
 */
export async function* gated(
  items: AsyncIterable<ImportItem>,
  signal?: AbortSignal,
): AsyncGenerator<ImportItem> {
  const gate = new Gate();
  let turn = performance.now();
  for await (const item of items) {
    if (performance.now() - turn > TURN_MS) {
      await pause();
      turn = performance.now();
    }
    signal?.throwIfAborted();
    for (const each of gate.pass(item)) {
      yield each;
      if (each.type === 'problem' && each.problem.fatal) return;
    }
  }
}

class Gate {
  readonly #seen = new Set<string>();
  #problems = 0;
  #others = 0;

  *pass(item: ImportItem): Generator<ImportItem> {
    if (item.type === 'report') yield this.#report(item);
    else if (item.type === 'problem') yield this.#problem(item.problem);
    else {
      if (item.type === 'dismissal' || item.type === 'settings') this.#others++;
      if (item.type === 'end' && this.#seen.size === 0 && this.#others === 0) {
        yield this.#problem({ code: 'no-reports', detail: '' });
      }
      yield item;
    }
  }

  #report(item: ImportItem & { type: 'report' }): ImportItem {
    const { row, reviewer, report } = item.incoming;
    const key = `${reviewer?.id ?? ''} ${report.postKey}`;
    if (this.#seen.has(key)) {
      return this.#problem({ code: 'row-repeated', row, detail: detailText(report.postKey) });
    }
    this.#seen.add(key);
    if (this.#seen.size <= MAX_ROWS) return item;
    return this.#problem({ code: 'too-many-rows', detail: String(MAX_ROWS), fatal: true });
  }

  #problem(problem: ImportProblem): ImportItem {
    this.#problems++;
    if (this.#problems <= MAX_PROBLEMS || problem.fatal) return { type: 'problem', problem };
    const detail = String(MAX_PROBLEMS);
    return { type: 'problem', problem: { code: 'too-many-problems', detail, fatal: true } };
  }
}
