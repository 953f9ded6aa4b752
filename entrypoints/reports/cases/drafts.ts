import { useState } from 'preact/hooks';

/** What was chosen and typed for handing one report over, and is not noted yet. */
export interface HandoverDraft {
  /** Id of a form; the suggested one when it was not chosen. */
  channel?: string;
  /** Copies that go along; those that are offered at first when nothing was chosen. */
  copies?: ReadonlySet<string>;
  /** Texts that take the place of what was filled in, by form and field. */
  texts: ReadonlyMap<string, string>;
  /** Longest description, where the form has several. */
  descriptionLimit?: number;
  /** As a `datetime-local` field holds it; now when it was not set. */
  at?: string;
  queryCode: string;
  note: string;
}

const NOTHING: HandoverDraft = { texts: new Map(), queryCode: '', note: '' };

/** By report, as long as the page is open: going to look at a report must not lose what was typed. */
export class HandoverDrafts {
  readonly #drafts = new Map<string, HandoverDraft>();

  of(reportId: string): HandoverDraft {
    return this.#drafts.get(reportId) ?? NOTHING;
  }

  keep(reportId: string, draft: HandoverDraft): void {
    this.#drafts.set(reportId, draft);
  }

  drop(reportId: string): void {
    this.#drafts.delete(reportId);
  }
}

/** One for the page. */
export const handoverDrafts = new HandoverDrafts();

export interface DraftInWork {
  draft: HandoverDraft;
  change: (change: Partial<HandoverDraft>) => void;
  /** `undefined` goes back to what was filled in. */
  type: (key: string, text: string | undefined) => void;
  drop: () => void;
}

/** To be keyed by its report. */
export function useHandoverDraft(reportId: string, drafts: HandoverDrafts = handoverDrafts): DraftInWork {
  const [draft, setDraft] = useState(() => drafts.of(reportId));
  function change(parts: Partial<HandoverDraft>) {
    // From what is kept, not from what was drawn: two changes may come before the next render.
    const next = { ...drafts.of(reportId), ...parts };
    drafts.keep(reportId, next);
    setDraft(next);
  }
  return {
    draft,
    change,
    type(key, text) {
      const texts = new Map(drafts.of(reportId).texts);
      if (text === undefined) texts.delete(key);
      else texts.set(key, text);
      change({ texts });
    },
    drop: () => drafts.drop(reportId),
  };
}
