import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import type { Picture, ReportDraft, Withheld } from '../utils/model/report';
import { completed, useDraft } from './use-draft';
import { type Details, type FilingActions, type FilingState, useFiling, wordsOf } from './use-filing';

/** Everything that a person can do on a card, and what came of it: a draft before it is filed, a report after. */
export function useCard(draft: ReportDraft, initial: FilingState, actions: FilingActions) {
  const [notice, setNotice] = useState('');
  const { edits, change, renew } = useDraft(draft);
  const filing = useFiling(actions, initial, setNotice);
  const filed = filing.state.step === 'saved' ? filing.state.filed : undefined;
  const offered = [...new Set([...draft.findings.map(({ category }) => category), ...draft.categories])];
  const [listed, setListed] = useState(offered);
  // What the files of a post say may come while its card is open.
  useLayoutEffect(() => {
    const late = offered.filter((id) => !listed.includes(id));
    if (late.length === 0) return;
    setListed([...listed, ...late]);
    change({ categories: [...edits.categories, ...late.filter((id) => draft.categories.includes(id))] });
  }, [draft.findings, draft.categories]);
  const noted = useNote(draft.note);

  /** Says what came of something; resolves to whether it was done. */
  const tell = async (work: Promise<void>, done: string) => {
    try {
      await work;
      setNotice(done);
      return true;
    } catch (error) {
      setNotice(wordsOf(error));
      return false;
    }
  };
  const amend = async (details: Pick<Details, 'categories' | 'answers'>) => {
    const { categories, answers } = edits;
    change(details);
    if (filed && !(await tell(actions.amend(filed, details), t('stateUpdated'))))
      change({ categories, answers });
  };
  const saveNote = async () => {
    if (!filed || noted.isSaved(edits.note)) return;
    const takeBack = noted.save(edits.note);
    if (!(await tell(actions.amend(filed, { note: edits.note }), t('stateNoteSaved')))) takeBack();
  };
  const withhold = async (part: Withheld, kept: boolean, done: string) => {
    const others = edits.withheld.filter((each) => each !== part);
    const withheld = kept ? others : [...others, part];
    change({ withheld });
    if (!filed) return setNotice(done);
    const takeBack = noted.save(edits.note);
    if (await tell(filing.refile(filed, completed(draft, { ...edits, withheld })), done)) return;
    takeBack();
    change({ withheld: edits.withheld });
  };
  const keepPicture = async (picture: Picture | null) => {
    if (!filed) return;
    const done = t(picture ? 'stateEntryBack' : 'stateEntryRemoved', t('keptPicture'));
    await tell(filing.keepPicture(filed, picture), done);
  };

  return {
    state: filing.state,
    filed,
    edits,
    /** Categories with a number, in its order; one that was chosen stays when it is dropped again. */
    listed,
    notice,
    tell,
    say: setNotice,
    report: () => {
      noted.save(edits.note);
      return filing.report(completed(draft, edits));
    },
    undo: async () => {
      if (filing.state.step === 'dismissed') await filing.undoDismissal();
      else if (filed && (await filing.undoReport(filed))) renew();
    },
    dismiss: filing.dismiss,
    copy: () => tell(actions.copy(completed(draft, edits)), t('stateCopied')),
    setNote: (note: string) => change({ note }),
    saveNote,
    isNoteSaved: noted.isSaved(edits.note),
    setCategories: (categories: string[]) => {
      setListed((before) => [...new Set([...before, ...categories])]);
      return amend({ categories });
    },
    setAnswers: (answers: ReportDraft['answers']) => amend({ answers }),
    keep: (part: Withheld | 'picture', kept: boolean, name: string) =>
      part === 'picture'
        ? keepPicture(kept ? (filed?.picture ?? null) : null)
        : withhold(part, kept, t(kept ? 'stateEntryBack' : 'stateEntryRemoved', name)),
    keepPicture,
    muteRule: (rule: string) => tell(actions.muteRule(rule), ''),
    unmuteRule: (rule: string) => tell(actions.unmuteRule(rule), ''),
  };
}

export type CardWork = ReturnType<typeof useCard>;

/** The note as it was stored last; also in a ref, because leaving the field and pressing Save come in one turn. */
function useNote(initial: string) {
  const stored = useRef(initial);
  const [, setShown] = useState(initial);
  const store = (note: string) => {
    stored.current = note;
    setShown(note);
  };
  return {
    isSaved: (note: string) => note === stored.current,
    /** @returns what takes it back when it was not stored after all */
    save: (note: string) => {
      const before = stored.current;
      store(note);
      return () => store(before);
    },
  };
}
