import { useEffect, useReducer } from 'preact/hooks';
import type { CheckAnswer, Filing, Picture, ReportDraft } from '../utils/model/report';

/** How long a filing can be taken back from the page. */
export const UNDO_SECONDS = 10;

export type FilingState =
  | { step: 'open' }
  | { step: 'saving' }
  | { step: 'saved'; filed: Filing; secondsLeft: number }
  | { step: 'failed'; error: string }
  | { step: 'dismissed' }
  | { step: 'undone' };

type FilingEvent =
  | { type: 'save' }
  | { type: 'saved'; filed: Filing }
  | { type: 'amended'; filed: Filing }
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
    case 'amended':
      return state.step === 'saved' ? { ...state, filed: event.filed } : state;
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

/** What can be added to a report after it was filed. */
export interface Details {
  note?: string;
  categories?: string[];
  answers?: CheckAnswer[];
}

/** What the card asks its surroundings to do; each rejects with an error whose message is for the reader. */
export interface FilingActions {
  /** Files a draft; said again with the same `filing`, the newer values take the place of the older. */
  report: (draft: ReportDraft) => Promise<Filing>;
  undoReport: (filed: Filing) => Promise<void>;
  dismiss: () => Promise<void>;
  undoDismissal: () => Promise<void>;
  amend: (filed: Filing, details: Details) => Promise<void>;
  /** Puts another picture in the place of the filing's; null takes it away. */
  setPicture: (filed: Filing, picture: Picture | null) => Promise<void>;
  /** Marks nothing any more for a rule, on any page. */
  muteRule: (rule: string) => Promise<void>;
  unmuteRule: (rule: string) => Promise<void>;
  openReport: (reportId: string) => Promise<void>;
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
      return true;
    } catch (error) {
      onProblem(wordsOf(error));
      return false;
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
    /** Puts newer values in the place of what was filed; rejects when they were not stored. */
    refile: async (filed: Filing, draft: ReportDraft) => {
      const { reportId, seq } = await actions.report(draft);
      send({ type: 'amended', filed: { ...filed, reportId, seq } });
    },
    /** Keeps a picture with what was filed, or keeps none; rejects when that was not stored. */
    keepPicture: async (filed: Filing, picture: Picture | null) => {
      await actions.setPicture(filed, picture);
      const shown = picture ?? filed.picture;
      send({
        type: 'amended',
        filed: { ...filed, screenshot: picture !== null, ...(shown && { picture: shown }) },
      });
    },
    /** Whether it was taken back. */
    undoReport: (filed: Filing) => step(actions.undoReport(filed), 'undone'),
    dismiss: () => step(actions.dismiss(), 'dismissed'),
    undoDismissal: () => step(actions.undoDismissal(), 'undone'),
  };
}

/** Errors come with words for the reader (entrypoints/scanner.content/background.ts). */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
