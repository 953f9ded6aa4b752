import { useMemo, useState } from 'preact/hooks';
import type { ViewBarProps } from '@/components/filters/ViewBar';
import type { Names } from '@/components/ReportDetail';
import type { Toasts } from '@/components/use-toast';
import { t } from '@/utils/i18n';
import type { ReportQuery, ReportSort } from '@/utils/model/queue';
import { ALL, builtInViews } from '@/utils/views/built-in';
import { isSameView, type ViewState } from '@/utils/views/query';
import { addView, removeView, renameView, updateView, type ViewChange } from '@/utils/views/saved-views';
import type { StoredViews } from '@/utils/views/stored-views';
import { changeViews, useStoredViews } from './use-stored-views';
import { useViewAddress } from './use-view-address';

/** What the queue shows, and all that the bar of views needs. */
export interface Views extends ViewState {
  setQuery: (change: Partial<ReportQuery>) => void;
  setSort: (sort: ReportSort) => void;
  setGrouped: (grouped: boolean) => void;
  /** The reader's own name; empty when they have set none. */
  reviewer: string;
  /** `undefined` until the saved views have been read. */
  bar: ViewBarProps | undefined;
}

/** @param names of the page: of the categories that are installed */
export function useViews({ categories }: Pick<Names, 'categories'>, toasts: Toasts): Views {
  const address = useViewAddress();
  const stored = useStoredViews();
  const [problem, setProblem] = useState('');
  const [seen, setSeen] = useState<readonly string[]>([]);
  const { query, sort, grouped, base, dropped } = address.shown;
  const state = { query, sort, grouped };
  const reviewer = stored?.reviewer ?? '';
  const known = useMemo(() => knownViews(stored, categories), [stored, categories]);
  const current = known.find(({ id }) => id === base) ?? known[0]!;

  const store = async (change: (views: StoredViews['views']) => ViewChange, message: string) => {
    setProblem('');
    try {
      const undo = await changeViews(change);
      toasts.show(message, () => void undo().catch(refused));
      return true;
    } catch {
      refused();
      return false;
    }
  };
  const refused = () => setProblem(t('viewNotSaved'));
  const saveAs = async (name: string) => {
    const view = { id: crypto.randomUUID(), name, ...state };
    if (await store((views) => addView(views, view), t('viewSaved', name))) address.rename(view.id);
  };
  const bar: ViewBarProps = {
    views: known,
    current,
    changed: !isSameView(current, state),
    unread: stored?.unread.length ?? 0,
    problem: problem || (dropped === seen || dropped.length === 0 ? '' : droppedWords(dropped)),
    onChoose: (id) => {
      const view = known.find((each) => each.id === id);
      if (view) address.choose(view, id === ALL ? '' : id);
    },
    onSave: () => void store((views) => updateView(views, current.id, state), t('viewSaved', current.name)),
    onSaveAs: (name) => void saveAs(name),
    onRename: (name) => void store((views) => renameView(views, current.id, name), t('viewRenamed', name)),
    onDelete: () => void store((views) => removeView(views, current.id), t('viewDeleted', current.name)),
    onProblemClose: () => {
      setProblem('');
      setSeen(dropped);
    },
  };
  return {
    ...state,
    setQuery: (change) => address.change((last) => ({ query: { ...last.query, ...change } })),
    setSort: (next) => address.change(() => ({ sort: next })),
    setGrouped: (next) => address.change(() => ({ grouped: next })),
    reviewer,
    bar: stored && bar,
  };
}

type KnownView = ViewState & ViewBarProps['current'];

function knownViews(stored: ReturnType<typeof useStoredViews>, categories: Names['categories']): KnownView[] {
  const context = {
    reviewer: stored?.reviewer ?? '',
    categories: new Set(categories.map(({ id }) => id)),
    today: new Date(),
  };
  return [
    ...builtInViews(context).map((view) => ({ ...view, name: t(view.name), builtIn: true })),
    ...(stored?.views ?? []).map((view) => ({ ...view, builtIn: false })),
  ];
}

function droppedWords(dropped: readonly string[]): string {
  return t('viewAddressDropped', dropped.join(t('listSeparator')));
}
