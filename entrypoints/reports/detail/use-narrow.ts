import { useLayoutEffect, useState } from 'preact/hooks';

/** As in the page's style: one pane at a time, the report in the place of the queue. */
const NARROW = '(max-width: 1099px)';

export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useLayoutEffect(() => {
    const query = matchMedia(NARROW);
    const follow = () => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}
