import type { OutcomeNote } from '@/components/handover/OutcomeForm';
import type { HandoverCase } from '@/utils/handover/cases';
import type { Handover } from '@/utils/model/handover';
import type { ReportStore } from '@/utils/storage/reports';
import { readStored } from '@/utils/storage/stored-report';
import type { QueueActions } from '../queue/use-queue-actions';

export interface Noting {
  store: Pick<ReportStore, 'rows'>;
  actions: Pick<QueueActions, 'edit' | 'attempt'>;
}

/** Notes what came of a case in every report of it that is one's own; false when not all of it was stored. */
export async function noteOutcome(
  { store, actions }: Noting,
  item: HandoverCase,
  noted: OutcomeNote,
): Promise<boolean> {
  let stored = new Map<string, StoredHandover>();
  const isRead = await actions.attempt('errorNotSaved', async () => {
    stored = await storedIn(store, item);
  });
  if (!isRead) return false;
  for (const { handover, ids } of stored.values()) {
    const { outcomeAt: _before, ...rest } = handover;
    if (!(await actions.edit(ids, { action: 'handover', handover: { ...rest, ...noted } }))) return false;
  }
  return true;
}

interface StoredHandover {
  handover: Handover;
  ids: string[];
}

/** By id, each with the reports that hold it. */
async function storedIn(
  store: Noting['store'],
  { parts }: HandoverCase,
): Promise<Map<string, StoredHandover>> {
  const own = parts.filter(({ isOwn }) => isOwn);
  const rows = await store.rows(own.map(({ reportId }) => reportId));
  const stored = new Map<string, StoredHandover>();
  for (const [i, { reportId, handoverId }] of own.entries()) {
    const read = readStored(rows[i]);
    const handover =
      'report' in read ? read.report.handovers?.find(({ id }) => id === handoverId) : undefined;
    if (!handover) continue;
    const known = stored.get(handoverId);
    if (known) known.ids.push(reportId);
    else stored.set(handoverId, { handover, ids: [reportId] });
  }
  return stored;
}
