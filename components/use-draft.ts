import { useState } from 'preact/hooks';
import type { CheckAnswer, ReportDraft, Withheld } from '../utils/model/report';
import { takeOut } from '../utils/model/withhold';

/** What a person adds to a draft, or takes out of it, before or after it is filed. */
export interface DraftEdits {
  filing: string;
  note: string;
  categories: string[];
  answers: CheckAnswer[];
  withheld: Withheld[];
}

/** The report that a draft makes with its edits. */
export function completed(draft: ReportDraft, edits: DraftEdits): ReportDraft {
  return takeOut({ ...draft, ...edits }, edits.withheld);
}

export function useDraft(draft: ReportDraft) {
  const { filing, note, categories, answers, withheld } = draft;
  const [edits, setEdits] = useState<DraftEdits>({ filing, note, categories, answers, withheld });
  return {
    edits,
    change: (part: Partial<DraftEdits>) => setEdits((before) => ({ ...before, ...part })),
    /** Reporting after an undo is another filing: the one that was taken back must not stand for it. */
    renew: () => setEdits((before) => ({ ...before, filing: crypto.randomUUID() })),
  };
}
