import type { Reviewer } from '../model/account';
import type { Handover } from '../model/handover';
import type { HandoverDigest } from '../model/queue';
import type { Report } from '../model/report';

/** Told of a report that was handed in nowhere; one object for all of them. */
const NOWHERE: readonly HandoverDigest[] = [];

/** Where a report's post was handed in, by anybody; what stands in the report itself goes before what others say. */
export function handoversOf({
  handovers = [],
  accounts = [],
  adopted,
}: Pick<Report, 'handovers' | 'accounts' | 'adopted'>): readonly HandoverDigest[] {
  const leader = accounts.find(({ reviewer }) => reviewer.id === adopted)?.reviewer;
  const digests = new Map(handovers.map((each) => [each.id, digestOf(each, true, leader)]));
  for (const { reviewer, report } of accounts) {
    for (const each of report.handovers ?? []) {
      if (!digests.has(each.id)) digests.set(each.id, digestOf(each, false, reviewer));
    }
  }
  return digests.size > 0 ? [...digests.values()] : NOWHERE;
}

function digestOf(
  { id, channel, at, queryCode, outcome, outcomeAt }: Handover,
  isOwn: boolean,
  by: Reviewer | undefined,
): HandoverDigest {
  return {
    id,
    channel,
    at,
    queryCode,
    outcome,
    ...(outcomeAt !== undefined && { outcomeAt }),
    ...(by && { by }),
    isOwn,
  };
}
