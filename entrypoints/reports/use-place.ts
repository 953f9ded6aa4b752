import { useEffect, useState } from 'preact/hooks';

export const PARTS = ['queue', 'figures', 'care'] as const;
export type Part = (typeof PARTS)[number];

/** What the page shows: one of its parts, and in the queue perhaps one report. */
export interface Place {
  part: Part;
  reportId: string | undefined;
}

const REPORT = 'report/';

/** The place is part of the address, so that the browser's Back leads from a report to the queue. */
export function usePlace() {
  const [place, setPlace] = useState(fromAddress);
  useEffect(() => {
    const follow = () => setPlace(fromAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  /** What the queue is filtered by stands behind the place, and stays (filters/use-view-address.ts). */
  function go(path: string) {
    const [, search] = location.hash.split('?', 2);
    const address = `#${path}${search ? `?${search}` : ''}`;
    if (address !== location.hash) history.pushState(null, '', address);
    setPlace(fromAddress());
  }
  return {
    place,
    show: (part: Part) => go(part),
    open: (reportId: string | undefined) => go(reportId ? REPORT + reportId : 'queue'),
  };
}

function fromAddress(): Place {
  const [path = ''] = location.hash.slice(1).split('?', 1);
  if (path.startsWith(REPORT)) return { part: 'queue', reportId: path.slice(REPORT.length) };
  return { part: PARTS.find((part) => part === path) ?? 'queue', reportId: undefined };
}
