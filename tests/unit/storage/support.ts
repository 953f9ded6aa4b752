import '../../support/indexeddb';
import { afterEach, beforeEach } from 'vitest';
import type { LabelItem } from '@/utils/model/post';
import type { Report, ReportDraft } from '@/utils/model/report';
import { type FullReport, ReportStore } from '@/utils/storage/reports';
import { makeDraft, makePost } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';

export interface StoreSession {
  store: ReportStore;
  /** What the store takes for now. */
  time: number;
}

/** A store with an empty database for each test. */
export function useStore(): StoreSession {
  const session = {} as StoreSession;
  beforeEach(() => {
    session.time = 1_000;
    session.store = new ReportStore('1.2.3', newDatabaseName(), () => session.time);
  });
  afterEach(() => session.store.close());
  return session;
}

export async function whole(store: ReportStore, reportId: string): Promise<FullReport> {
  const full = await store.get(reportId);
  if (!full) throw new Error(`no report ${reportId}`);
  return full;
}

/** A draft that was read at the store's time. */
export function draftAt(time: number, parts: Partial<ReportDraft> = {}): ReportDraft {
  return makeDraft({ readAt: time, ...parts });
}

export const postOf = (id: string, text = makePost().text) => makePost({ id, text });

export const AI_LABEL: LabelItem = { kind: 'ai', text: '内容由AI生成', by: 'platform', from: 'element' };

/** Newest first. */
export async function listOf(store: ReportStore): Promise<Report[]> {
  return (await store.page(undefined, 1_000)) as Report[];
}
