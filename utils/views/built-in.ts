import type { MessageKey } from '../i18n';
import { EVERYTHING, NEWEST_FIRST, type ReportSort } from '../model/queue';
import { rangeOf } from './days';
import { START, type ViewState } from './query';

/** A view that the extension comes with. */
export interface BuiltInView extends ViewState {
  id: string;
  name: MessageKey;
}

/** The view of an address that names none. */
export const ALL = 'all';

/** The category whose reports say that the label place was read and held no AI label. */
const UNLABELLED = '2025-4/ai-label-missing';

export interface BuiltInContext {
  /** The reader's own name; without one nothing can be theirs. */
  reviewer: string;
  /** Ids of the categories that the installed packs have. */
  categories: ReadonlySet<string>;
  today: Date;
}

export function builtInViews({ reviewer, categories, today }: BuiltInContext): BuiltInView[] {
  const undecided = { ...EVERYTHING, statuses: ['new'] } as const;
  const views: BuiltInView[] = [
    { ...START, id: ALL, name: 'viewAll' },
    { ...START, id: 'undecided', name: 'viewUndecided', query: undecided },
    { ...START, id: 'strong', name: 'viewStrong', query: undecided, sort: downBy('confidence') },
  ];
  if (reviewer) {
    views.push({ ...START, id: 'mine', name: 'viewMine', query: { ...EVERYTHING, assignees: [reviewer] } });
  }
  if (categories.has(UNLABELLED)) {
    const query = { ...EVERYTHING, categories: [UNLABELLED] };
    views.push({ ...START, id: 'unlabelled', name: 'viewUnlabelled', query });
  }
  views.push(
    {
      id: 'copies',
      name: 'viewCopies',
      query: { ...EVERYTHING, copies: true },
      sort: downBy('copies'),
      grouped: true,
    },
    {
      ...START,
      id: 'week',
      name: 'viewWeek',
      query: { ...EVERYTHING, ...rangeOf('week', today) },
      sort: NEWEST_FIRST,
    },
    {
      ...START,
      id: 'decided',
      name: 'viewDecided',
      query: { ...EVERYTHING, statuses: ['confirmed', 'dismissed', 'submitted'] },
      sort: downBy('decidedAt'),
    },
  );
  return views;
}

function downBy(by: ReportSort['by']): ReportSort {
  return { by, descending: true };
}
