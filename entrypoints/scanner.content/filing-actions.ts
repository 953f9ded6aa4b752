import type { FilingActions } from '@/components/use-filing';
import { t } from '@/utils/i18n';
import type { ReportDraft, ReportedPost } from '@/utils/model/report';
import { reportedBy } from '@/utils/model/reported';
import { call } from './background';
import type { Decisions } from './decisions';

/** What a card's buttons do: ask the background, and remember its answer for the badges. */
export function filingActions(original: ReportDraft, decisions: Decisions): FilingActions {
  const { key } = original.post;
  /** As it was before this card reported: saying a filing again does not build on what it said before. */
  let before: { report: ReportedPost | undefined } | undefined;
  return {
    report: async (draft) => {
      before ??= { report: decisions.reportOf(key) };
      const filed = await call('fileReport', draft);
      decisions.setReported(key, reportedBy(draft, filed, before.report, Date.now()));
      return filed;
    },
    undoReport: async ({ reportId, seq, isNew }) => {
      if (!(await call('undoReport', { reportId, seq }))) throw new Error(t('errorUndoLate'));
      if (isNew) decisions.setReported(key, undefined);
      else await decisions.refresh([key]);
    },
    dismiss: async () => {
      await call('dismissPost', {
        postKey: key,
        rules: original.findings.map(({ rule }) => rule),
      });
      decisions.setDismissed(key, true);
    },
    undoDismissal: async () => {
      await call('undoDismissal', key);
      decisions.setDismissed(key, false);
    },
    amend: ({ reportId }, details) => call('amendReport', { reportId, ...details }),
    setPicture: ({ reportId, seq }, picture) => call('setPicture', { reportId, seq, picture }),
    muteRule: (rule) => call('muteRule', rule),
    unmuteRule: (rule) => call('unmuteRule', rule),
    openReport: (reportId) => call('openReport', reportId),
    copy: (draft) => navigator.clipboard.writeText(JSON.stringify(draft, null, 2)),
  };
}
