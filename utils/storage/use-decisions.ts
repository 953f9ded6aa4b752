import { useRef } from 'preact/hooks';
import { hasChanged } from '../model/changes';
import type { PageState } from '../model/page';
import type { PostKey } from '../model/post';
import type { ReportStore } from './reports';
import { useLiveQuery } from './use-live-query';

export interface Decided {
  reported: readonly PostKey[];
  /** Of these the ones that differ from their report as far as they were seen since. */
  changed: readonly PostKey[];
  dismissed: readonly PostKey[];
}

/**
 * Which posts of a page were reported or dismissed. While a changed page is being looked up, the answer before it
 * stands, so that a dismissed post does not come back for a moment.
 */
export function useDecisions(store: ReportStore, page: PageState): Decided {
  const posts = page.type === 'read' ? page.reading.posts : [];
  const keys = posts.filter(({ findings }) => findings.length > 0).map(({ key }) => key);
  const { value } = useLiveQuery(store, (each) => each.decided(keys), keys);
  const latest = useRef<Decided>({ reported: [], changed: [], dismissed: [] });
  if (value) {
    const { reported, dismissed } = value;
    latest.current = {
      reported: reported.map(({ key }) => key),
      changed: reported.filter(({ lastChanges }) => hasChanged(lastChanges)).map(({ key }) => key),
      dismissed,
    };
  }
  return latest.current;
}
