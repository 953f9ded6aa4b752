import { useEffect, useMemo, useState } from 'preact/hooks';
import { openCheckContext } from '@/utils/exchange/check-context';
import { type CheckId, COMPLETENESS, type Concern, isOpen } from '@/utils/model/concern';
import type { Evidence, Report } from '@/utils/model/report';
import type { CheckContext } from '@/utils/precheck/define-check';
import { maskFound } from '@/utils/precheck/mask';
import { runChecks } from '@/utils/precheck/run';

/** A report that goes along, with its pictures. */
export interface Going {
  report: Report;
  evidence: readonly Evidence[];
}

/** What one report raises. */
export interface Raised {
  report: Report;
  concerns: readonly Concern[];
}

export interface Checks {
  /** Each report with what it raises; empty until the rules are there. */
  raised: readonly Raised[];
  /** For every check the first report that raises it, with how many do: copies mostly raise the same. */
  shown: readonly Raised[];
  passed: ReadonlySet<CheckId>;
  masked: ReadonlySet<CheckId>;
  onPass: (check: CheckId, pass: boolean) => void;
  onMask: (check: CheckId, mask: boolean) => void;
  /** Checks that somebody has yet to look at; `undefined` until they have run. */
  waiting: readonly CheckId[] | undefined;
  /** Takes what is to be masked out of a text. */
  mask: (text: string) => string;
  /** Why the checks cannot be made. */
  problem: string | undefined;
}

/** The checks of what is about to be handed over. Notes what was let pass; nothing of it is stored here. */
export function useChecks(going: readonly Going[]): Checks {
  const [context, setContext] = useState<CheckContext>();
  const [problem, setProblem] = useState<string>();
  const [passed, setPassed] = useState<ReadonlySet<CheckId>>(new Set());
  const [masked, setMasked] = useState<ReadonlySet<CheckId>>(new Set());
  useEffect(() => {
    let isWanted = true;
    openCheckContext({ leaving: 'handover', now: Date.now(), picturesLeave: true }).then(
      (opened) => isWanted && setContext(opened),
      (error: unknown) => isWanted && setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  const raised = useMemo(
    () =>
      context
        ? going.map(({ report, evidence }) => ({
            report,
            concerns: runChecks({ report, pictures: evidence.length }, context),
          }))
        : [],
    [context, going],
  );
  const concerns = raised.flatMap((each) => each.concerns);
  return {
    raised,
    shown: useMemo(() => firstOfEach(raised), [raised]),
    passed,
    masked,
    onPass: (check, pass) => setPassed((last) => withMember(last, check, pass)),
    onMask: (check, mask) => setMasked((last) => withMember(last, check, mask)),
    // Checks that cannot be made keep nobody from handing in; the person is told.
    waiting: context ? waitingIn(concerns, passed, masked) : problem !== undefined ? [] : undefined,
    mask: (text) =>
      maskFound(
        text,
        concerns.filter(({ check }) => masked.has(check)),
      ),
    problem,
  };
}

/** Each once, in the order in which they are told. */
export function waitingIn(
  concerns: readonly Concern[],
  passed: ReadonlySet<CheckId>,
  masked: ReadonlySet<CheckId>,
): CheckId[] {
  const open = concerns.filter((concern) => isOpen(concern, passed, masked));
  return [...new Set(open.map(({ check }) => check))];
}

/** What is to be noted of a report: everything that it raises and that was let pass now. */
export function passedOf({ concerns }: Raised, passed: ReadonlySet<CheckId>): CheckId[] {
  return concerns.flatMap(({ check, earlier }) =>
    !earlier?.stands && (passed.has(check) || COMPLETENESS.includes(check)) ? [check] : [],
  );
}

export function firstOfEach(raised: readonly Raised[]): Raised[] {
  const told = new Set<CheckId>();
  return raised.flatMap(({ report, concerns }) => {
    const first = concerns.filter(({ check }) => !told.has(check));
    for (const { check } of first) told.add(check);
    return first.length > 0 ? [{ report, concerns: first }] : [];
  });
}

function withMember<T>(set: ReadonlySet<T>, member: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (isIn) next.add(member);
  else next.delete(member);
  return next;
}
