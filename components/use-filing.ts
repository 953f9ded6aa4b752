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

/** The card's state machine: nothing is called saved before the answer that it is. */
export function useFiling(actions: FilingActions, initial: FilingState) {
  const [state, send] = useReducer(nextFiling, initial);
  const saved = state.step === 'saved';
  useEffect(() => {
    if (!saved) return;
    const timer = setInterval(() => send({ type: 'tick' }), 1_000);
    return () => clearInterval(timer);
  }, [saved]);

  const attempt = async (work: () => Promise<FilingEvent>) => {
    try {
      send(await work());
    } catch (error) {
      send({
        type: 'failed',
        error: error instanceof Error ? error.message : String(error),
      });
    }
  };
  return {
    state,
    report: (draft: ReportDraft) => {
      send({ type: 'save' });
      return attempt(async () => ({
        type: 'saved',
        filed: await actions.report(draft),
      }));
    },
    undoReport: (filed: FiledReport) =>
      attempt(async () => {
        await actions.undoReport(filed);
        return { type: 'undone' };
      }),
    dismiss: () =>
      attempt(async () => {
        await actions.dismiss();
        return { type: 'dismissed' };
      }),
    undoDismissal: () =>
      attempt(async () => {
        await actions.undoDismissal();
        return { type: 'undone' };
      }),
  };
}
