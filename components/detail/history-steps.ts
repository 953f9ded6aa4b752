import type { HistoryEntry, Report } from '../../utils/model/report';

/** Fields that people change, and whose values a history shows. */
export const SHOWN_FIELDS = [
  'status',
  'note',
  'categories',
  'tags',
  'assignee',
  'answers',
  'handovers',
] as const;
export type ShownField = (typeof SHOWN_FIELDS)[number];

/** A value in a history: what is not known any more is kept apart from what was not there. */
export type Told<T> = { value: T | undefined } | 'unknown';

export type FieldChange = {
  [Field in ShownField]: { field: Field; from: Report[Field] | undefined; to: Told<Report[Field]> };
}[ShownField];

/**
 * What can be done about one change. `present`: nothing that it changed differs now from what it left, so it can be
 * taken back alone. `changed-since`: something else was put in its place, which taking it back would not touch.
 */
export type Standing = 'present' | 'changed-since' | 'taken-back' | 'unchangeable';

export interface HistoryStep {
  entry: HistoryEntry;
  changes: FieldChange[];
  /** The post itself was read anew. */
  isRereading: boolean;
  standing: Standing;
  /** For `reverted`: one change was taken back, or all after `target`. */
  reverted: { how: 'undo' | 'back'; target: HistoryEntry } | undefined;
  /** The report differs now from how it stood right after this entry. */
  hasMovedOn: boolean;
}

/** What no person changes: names and places of the row, and what follows from its other fields. */
const OWN_OF_STORE: ReadonlySet<string> = new Set(
  'id postKey createdAt updatedAt decidedAt rev seal chain'.split(' '),
);

/**
 * The history of a report, newest first, each entry with what it put in the place of what: the values after an entry
 * are those that the next one replaced, or that the report has now.
 *
 * @param history by ascending number
 */
export function stepsOf(report: Report, history: readonly HistoryEntry[]): HistoryStep[] {
  const bySeq = new Map(history.map((entry) => [entry.seq, entry]));
  const values = new Values(report);
  const takenBack = new Set<number>();
  return history.toReversed().map((entry) => {
    const reverted = howReverted(entry, bySeq, values);
    const isTakenBack = takenBack.has(entry.seq);
    if (reverted && !isTakenBack) {
      for (const seq of undoneBy(entry, reverted, history)) takenBack.add(seq);
    }
    const step: HistoryStep = {
      entry,
      changes: changesOf(entry, values),
      isRereading: entry.before !== undefined && 'post' in entry.before,
      standing: isTakenBack ? 'taken-back' : standingOf(entry, values),
      reverted,
      hasMovedOn: values.haveMovedOn(),
    };
    values.goBefore(entry);
    return step;
  });
}

/** What a report held at a moment of its history; starts with the present and goes back. */
class Values {
  readonly #now: Readonly<Record<string, unknown>>;
  readonly #then = new Map<string, unknown>();
  #isKnown = true;

  constructor(report: Report) {
    this.#now = { ...report };
  }

  at(key: string): Told<unknown> {
    if (this.#then.has(key)) return { value: this.#then.get(key) };
    return this.#isKnown ? { value: this.#now[key] } : 'unknown';
  }

  isPresent(key: string): boolean {
    const told = this.at(key);
    return told !== 'unknown' && isSame(told.value, this.#now[key]);
  }

  haveMovedOn(): boolean {
    return !this.#isKnown || [...this.#then.keys()].some((key) => !this.isPresent(key));
  }

  goBefore(entry: HistoryEntry): void {
    if (entry.action === 'undone' && !entry.before) {
      // Entries of older versions do not say what they took back.
      this.#isKnown = false;
      this.#then.clear();
    }
    for (const [key, value] of replacedIn(entry, Object.keys(this.#now))) this.#then.set(key, value);
  }
}

/**
 * Values that an entry replaced. One that replaced the whole report names all that was there.
 *
 * @param keys of the report
 */
function replacedIn({ before }: HistoryEntry, keys: readonly string[] = []): [string, unknown][] {
  if (!before) return [];
  const absent = before.postKey ? keys.filter((key) => !(key in before)).map((key) => [key, undefined]) : [];
  return [...Object.entries(before), ...(absent as [string, undefined][])].filter(
    ([key]) => !OWN_OF_STORE.has(key),
  );
}

function changesOf(entry: HistoryEntry, values: Values): FieldChange[] {
  const replaced = new Map(replacedIn(entry, SHOWN_FIELDS));
  return SHOWN_FIELDS.filter((field) => replaced.has(field)).flatMap((field) => {
    const [from, to] = [replaced.get(field), values.at(field)];
    return to !== 'unknown' && isSame(from, to.value) ? [] : [{ field, from, to } as FieldChange];
  });
}

function standingOf(entry: HistoryEntry, values: Values): Standing {
  const replaced = replacedIn(entry);
  if (replaced.length === 0) return 'unchangeable';
  // One that replaced the whole report would take all that came later with it.
  if (entry.before?.postKey) return values.haveMovedOn() ? 'changed-since' : 'present';
  return replaced.every(([key]) => values.isPresent(key)) ? 'present' : 'changed-since';
}

/** An entry names the one that it went to, not whether it took that one back or all that came after it. */
function howReverted(
  { action, to }: HistoryEntry,
  bySeq: ReadonlyMap<number, HistoryEntry>,
  values: Values,
): HistoryStep['reverted'] {
  const target = to === undefined ? undefined : bySeq.get(to);
  if (action !== 'reverted' || !target) return undefined;
  const replaced = replacedIn(target);
  const isUndo =
    replaced.length > 0 &&
    replaced.every(([key, value]) => {
      const told = values.at(key);
      return told !== 'unknown' && isSame(told.value, value);
    });
  return { how: isUndo ? 'undo' : 'back', target };
}

function undoneBy(
  { seq }: HistoryEntry,
  { how, target }: NonNullable<HistoryStep['reverted']>,
  history: readonly HistoryEntry[],
): number[] {
  if (how === 'undo') return [target.seq];
  return history
    .filter((each) => each.before && each.seq > target.seq && each.seq < seq)
    .map((each) => each.seq);
}

/** Absent and empty are the same for tags, answers and the reviewer. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a || undefined) === JSON.stringify(b || undefined) || (isEmpty(a) && isEmpty(b));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
