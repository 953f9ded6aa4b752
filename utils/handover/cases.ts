import type { Outcome } from '../model/handover';
import type { HandoverDigest, ReportDigest } from '../model/queue';
import type { Change, Visit } from '../model/report';

const DAY = 86_400_000;

/** All reports that were handed in together, or under one query code of one channel. */
export interface HandoverCase {
  /** The same as long as the case has this code. */
  key: string;
  channel: string;
  queryCode: string;
  /** When it was handed in first. */
  at: number;
  /** `open` as long as any of its parts is. */
  outcome: Outcome;
  outcomeAt: number | undefined;
  /** Names of others who handed it in, each once; without a name, the beginning of the id. */
  by: readonly string[];
  parts: readonly CasePart[];
}

export interface CasePart {
  reportId: string;
  handoverId: string;
  /** An outcome can be noted: it stands in the report itself. */
  isOwn: boolean;
}

export interface Cases {
  /** The one that waits longest first. */
  open: HandoverCase[];
  /** The last answer first. */
  closed: HandoverCase[];
}

export function casesOf(digests: Iterable<Pick<ReportDigest, 'id' | 'handovers'>>): Cases {
  const groups = new Map<string, { reportId: string; handover: HandoverDigest }[]>();
  for (const { id, handovers } of digests) {
    for (const handover of handovers) {
      const key = keyOf(handover);
      const group = groups.get(key);
      if (group) group.push({ reportId: id, handover });
      else groups.set(key, [{ reportId: id, handover }]);
    }
  }
  const cases = [...groups].map(([key, members]) => caseOf(key, members));
  return {
    open: cases.filter(({ outcome }) => outcome === 'open').sort((a, b) => a.at - b.at || order(a, b)),
    closed: cases
      .filter(({ outcome }) => outcome !== 'open')
      .sort((a, b) => (b.outcomeAt ?? b.at) - (a.outcomeAt ?? a.at) || order(a, b)),
  };
}

/** Whole days since; never negative. */
export function daysSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY));
}

/**
 * How a post was found at the last visit after a moment; `undefined` when nobody has seen it since.
 *
 * @param visits by ascending time
 */
export function changesAfter(
  visits: readonly Pick<Visit, 'at' | 'changes'>[],
  at: number,
): Change[] | undefined {
  return visits.findLast((visit) => visit.at >= at)?.changes;
}

function keyOf({ id, channel, queryCode }: HandoverDigest): string {
  return queryCode ? `${channel} ${queryCode}` : `${channel} #${id}`;
}

function caseOf(key: string, members: { reportId: string; handover: HandoverDigest }[]): HandoverCase {
  const all = members.map(({ handover }) => handover);
  const { channel, queryCode } = all[0]!;
  const last = all.reduce((a, b) => ((b.outcomeAt ?? 0) > (a.outcomeAt ?? 0) ? b : a));
  const isOpen = all.some(({ outcome }) => outcome === 'open');
  const others = all.flatMap(({ by }) => (by ? by.name || by.id.slice(0, 8) : []));
  return {
    key,
    channel,
    queryCode,
    at: all.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY),
    outcome: isOpen ? 'open' : last.outcome,
    outcomeAt: isOpen ? undefined : last.outcomeAt,
    by: [...new Set(others)],
    parts: members.map(({ reportId, handover: { id, isOwn } }) => ({ reportId, handoverId: id, isOwn })),
  };
}

function order(a: HandoverCase, b: HandoverCase): number {
  return a.key < b.key ? -1 : 1;
}
