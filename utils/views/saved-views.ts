import type { SavedView } from '../model/queue';
import type { ViewState } from './query';
import { LONGEST_NAME } from './stored-views';

type Views = readonly SavedView[];

/** What a change makes of the saved views, and what takes it back, whatever else was changed in between. */
export interface ViewChange {
  views: Views;
  undo: (now: Views) => Views;
}

export type NameProblem = 'empty' | 'long' | 'taken';

/**
 * Why a view cannot have a name.
 *
 * @param own the view that is renamed: its name does not count as taken
 */
export function nameProblem(
  name: string,
  views: readonly Pick<SavedView, 'id' | 'name'>[],
  own?: string,
): NameProblem | undefined {
  const wanted = name.trim();
  if (wanted === '') return 'empty';
  if (wanted.length > LONGEST_NAME) return 'long';
  return views.some((view) => view.id !== own && view.name === wanted) ? 'taken' : undefined;
}

export function addView(views: Views, view: SavedView): ViewChange {
  return { views: [...views, view], undo: (now) => without(now, view.id) };
}

export function renameView(views: Views, id: string, name: string): ViewChange {
  return alter(views, id, (view) => ({ ...view, name: name.trim() }));
}

/** Lets a saved view show what is shown now. */
export function updateView(views: Views, id: string, { query, sort, grouped }: ViewState): ViewChange {
  return alter(views, id, (view) => ({ ...view, query, sort, grouped }));
}

export function removeView(views: Views, id: string): ViewChange {
  const at = views.findIndex((view) => view.id === id);
  const removed = views[at];
  return {
    views: without(views, id),
    undo: (now) =>
      !removed || now.some((view) => view.id === id) ? now : [...now.slice(0, at), removed, ...now.slice(at)],
  };
}

function alter(views: Views, id: string, change: (view: SavedView) => SavedView): ViewChange {
  const before = views.find((view) => view.id === id);
  const put = (all: Views, to: (view: SavedView) => SavedView) =>
    all.map((view) => (view.id === id ? to(view) : view));
  return { views: put(views, change), undo: (now) => (before ? put(now, () => before) : now) };
}

function without(views: Views, id: string): Views {
  return views.filter((view) => view.id !== id);
}
