import { useEffect, useReducer } from 'preact/hooks';
import type { FiledReport, ReportDraft } from '../utils/model/report';

/** How long a filing can be taken back from the page. */
export const UNDO_SECONDS = 10;

export type FilingState =
  | { step: 'open' }
  | { step: 'saving' }
  | { step: 'saved'; filed: FiledReport; secondsLeft: number }
  | { step: 'failed'; error: string }
  | { step: 'dismissed' }
  | { step: 'undone' };

type FilingEvent =
  | { type: 'save' }
  | { type: 'saved'; filed: FiledReport }
  | { type: 'failed'; error: string }
  | { type: 'dismissed' }
  | { type: 'undone' }
  | { type: 'tick' };

export function nextFiling(state: FilingState, event: FilingEvent): FilingState {
  switch (event.type) {
    case 'save':
      return { step: 'saving' };
    case 'saved':
      return { step: 'saved', filed: event.filed, secondsLeft: UNDO_SECONDS };
    case 'failed':
      return { step: 'failed', error: event.error };
    case 'dismissed':
      return { step: 'dismissed' };
    case 'undone':
      return { step: 'undone' };
    case 'tick':
      return state.step === 'saved' && state.secondsLeft > 0
        ? { ...state, secondsLeft: state.secondsLeft - 1 }
        : state;
  }
}

/** What the card asks its surroundings to do; each rejects with an error whose message is for the reader. */
export interface FilingActions {
  report: (draft: ReportDraft) => Promise<FiledReport>;
  undoReport: (filed: FiledReport) => Promise<void>;
  dismiss: () => Promise<void>;
  undoDismissal: () => Promise<void>;
  amend: (filed: FiledReport, details: { note?: string; categories?: string[] }) => Promise<void>;
  copy: (draft: ReportDraft) => Promise<void>;
}

/**
 * The card's state machine: nothing is called saved before the answer that it is, and a step back that fails leaves
 * the step that holds.
 *
 * @param onProblem told why a step back failed
 */
export function useFiling(
  actions: FilingActions,
  initial: FilingState,
  onProblem: (problem: string) => void,
) {
  const [state, send] = useReducer(nextFiling, initial);
  const saved = state.step === 'saved';
  useEffect(() => {
    if (!saved) return;
    const timer = setInterval(() => send({ type: 'tick' }), 1_000);
    return () => clearInterval(timer);
  }, [saved]);

  const step = async (work: Promise<void>, type: 'dismissed' | 'undone') => {
    try {
      await work;
      send({ type });
    } catch (error) {
      onProblem(wordsOf(error));
    }
  };
  return {
    state,
    report: async (draft: ReportDraft) => {
      send({ type: 'save' });
      try {
        send({ type: 'saved', filed: await actions.report(draft) });
      } catch (error) {
        send({ type: 'failed', error: wordsOf(error) });
      }
    },
    undoReport: (filed: FiledReport) => step(actions.undoReport(filed), 'undone'),
    dismiss: () => step(actions.dismiss(), 'dismissed'),
    undoDismissal: () => step(actions.undoDismissal(), 'undone'),
  };
}

/** Errors come with words for the reader (entrypoints/scanner.content/background.ts). */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
