import { useEffect, useState } from 'preact/hooks';
import type { PageState } from '../model/page';
import { followActivePage } from './follow';

/** What is known of the active tab of this window. */
export function useActivePage(): PageState {
  const [page, setPage] = useState<PageState>({ type: 'loading' });
  useEffect(() => followActivePage(setPage), []);
  return page;
}
