import { useLayoutEffect, useState } from 'preact/hooks';

export const PARTS = ['queue', 'figures', 'exchange', 'cases', 'care'] as const;
export type Part = (typeof PARTS)[number];

/** What the page shows: one of its parts, and perhaps one report: open in the queue, or to be handed over. */
export interface Place {
  part: Part;
  reportId: string | undefined;
}

const REPORT = 'report/';
const CASE = 'cases/';

/** The place is part of the address, so that the browser's Back leads from a report to the queue. */
export function usePlace() {
  const [place, setPlace] = useState(fromAddress);
  useLayoutEffect(() => {
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
    handOver: (reportId: string) => go(CASE + reportId),
  };
}

function fromAddress(): Place {
  const [path = ''] = location.hash.slice(1).split('?', 1);
  if (path.startsWith(REPORT)) return { part: 'queue', reportId: path.slice(REPORT.length) };
  if (path.startsWith(CASE)) return { part: 'cases', reportId: path.slice(CASE.length) };
  return { part: PARTS.find((part) => part === path) ?? 'queue', reportId: undefined };
}
