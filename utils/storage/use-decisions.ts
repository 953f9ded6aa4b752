import { useRef } from 'preact/hooks';
import type { PageState } from '../model/page';
import type { PostKey } from '../model/post';
import type { ReportStore } from './reports';
import { useLiveQuery } from './use-live-query';

/**
 * Which posts of a page were reported or dismissed. While a changed page is being looked up, the answer before it
 * stands, so that a dismissed post does not come back for a moment.
 */
export function useDecisions(
  store: ReportStore,
  page: PageState,
): { reported: readonly PostKey[]; dismissed: readonly PostKey[] } {
  const posts = page.type === 'read' ? page.reading.posts : [];
  const keys = posts.filter(({ findings }) => findings.length > 0).map(({ key }) => key);
  const { value } = useLiveQuery(store, (each) => each.decided(keys), keys);
  const latest = useRef<NonNullable<typeof value>>({ reported: [], dismissed: [] });
  if (value) latest.current = value;
  return latest.current;
}
