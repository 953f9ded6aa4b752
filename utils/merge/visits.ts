import type { Visit } from '../model/report';
import { canonical } from '../storage/ledger/canonical';

/** Visits of a file that are not here yet, each once. Numbers and ids of reports are a store's own. */
export function newVisits(
  here: readonly Visit[],
  incoming: readonly Visit[],
): Omit<Visit, 'seq' | 'reportId'>[] {
  const known = new Set(here.map(visitKey));
  return incoming.map(contentOf).filter((visit) => {
    const text = canonical(visit);
    if (known.has(text)) return false;
    known.add(text);
    return true;
  });
}

/** The same for the same visit in every store. */
export function visitKey(visit: Omit<Visit, 'seq' | 'reportId'>): string {
  return canonical(contentOf(visit));
}

/** By time; of equal times, by content, so that the same ones are the newest in every store. */
export function newestVisits<T extends Omit<Visit, 'seq' | 'reportId'>>(
  visits: readonly T[],
  most: number,
): T[] {
  return visits.toSorted((a, b) => a.at - b.at || (visitKey(a) < visitKey(b) ? -1 : 1)).slice(-most);
}

function contentOf({
  at,
  changes,
  labels,
  title,
  text,
}: Omit<Visit, 'seq' | 'reportId'>): Omit<Visit, 'seq' | 'reportId'> {
  return {
    at,
    changes,
    ...(labels && { labels }),
    ...(title !== undefined && { title }),
    ...(text !== undefined && { text }),
  };
}
