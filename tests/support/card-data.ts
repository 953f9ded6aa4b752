import { vi } from 'vitest';
import type { DescribedFinding } from '@/components/CardFinding';
import type { FilingActions } from '@/components/use-filing';
import type { Filing, ReportedPost } from '@/utils/model/report';
import { makeFinding, makePost } from './builders';

export const both = (zh_CN: string, en: string) => ({ zh_CN, en });

export const FINDING: DescribedFinding = {
  ...makeFinding({ counter: [{ type: 'wording', id: 'debunk', text: '辟谣' }] }),
  categoryName: both('虚假摆拍', 'Fake staged scenes'),
  campaignName: both('整治短视频领域恶意营销', 'Malicious marketing in short video'),
  basis: both('摆拍悲情戏', 'staging tragic scenes'),
  reason: both('善举桥段与求关注同现', 'A kindness scene with a call to follow'),
  checklist: [
    both('有无演绎标签？', 'Is there a fiction label?'),
    both('是否多机位？', 'Are there several cameras?'),
  ],
  reminder: both('多看两条同桥段', 'Look for two more of the same plot'),
  help: false,
  also: [],
  against: ['debunk: 辟谣'],
};

export const FILED: Filing = { reportId: 'r1', seq: 1, isNew: true, screenshot: false };

export function makeActions() {
  return {
    report: vi.fn<FilingActions['report']>(async () => FILED),
    undoReport: vi.fn<FilingActions['undoReport']>(async () => undefined),
    dismiss: vi.fn<FilingActions['dismiss']>(async () => undefined),
    undoDismissal: vi.fn<FilingActions['undoDismissal']>(async () => undefined),
    amend: vi.fn<FilingActions['amend']>(async () => undefined),
    setPicture: vi.fn<FilingActions['setPicture']>(async () => undefined),
    muteRule: vi.fn<FilingActions['muteRule']>(async () => undefined),
    unmuteRule: vi.fn<FilingActions['unmuteRule']>(async () => undefined),
    openReport: vi.fn<FilingActions['openReport']>(async () => undefined),
    copy: vi.fn<FilingActions['copy']>(async () => undefined),
  };
}

/** A report that the reader filed on the post of `makeDraft` before. */
export function makeReported(parts: Partial<ReportedPost> = {}): ReportedPost {
  const { key, title, text, labels } = makePost();
  return {
    key,
    reportId: 'r0',
    status: 'confirmed',
    categories: ['2025-3/fake-staged'],
    createdAt: Date.UTC(2026, 9, 2, 3, 4, 5),
    title,
    text,
    labels,
    lastChanges: [],
    ...parts,
  };
}
