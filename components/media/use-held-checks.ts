import { useRef } from 'preact/hooks';
import { MAX_MEDIA_CHECKS, type MediaCheck } from '../../utils/model/media-check';
import type { ReportDraft } from '../../utils/model/report';
import type { FilingState } from '../use-filing';

type Step = FilingState['step'];

/**
 * The draft with what is known of its files: everything until it is filed, and from then on what was known then. What
 * comes later does not get into a report unasked.
 *
 * @param known absent where nobody looks into files; then the draft's own stay
 * @returns `hold` is told in which step the card is, in each rendering
 */
export function useHeldChecks(
  draft: ReportDraft,
  known: readonly MediaCheck[] | undefined,
  initial: Step,
): { draft: ReportDraft; hold: (step: Step) => void } {
  const held = useRef(isFiling(initial) ? { checks: draft.mediaChecks } : undefined);
  const { mediaChecks: own, ...rest } = draft;
  const checks = held.current ? held.current.checks : (known?.slice(0, MAX_MEDIA_CHECKS) ?? own);
  return {
    draft: checks?.length ? { ...rest, mediaChecks: checks } : rest,
    hold: (step) => {
      held.current = isFiling(step) ? (held.current ?? { checks }) : undefined;
    },
  };
}

function isFiling(step: Step): boolean {
  return step === 'saving' || step === 'saved';
}
