import type { FilingActions } from '@/components/use-filing';
import { t } from '@/utils/i18n';
import type { ReportDraft } from '@/utils/model/report';
import { call } from './background';
import type { Decisions } from './decisions';

/** What a card's buttons do: ask the background, and remember its answer for the badges. */
export function filingActions(original: ReportDraft, decisions: Decisions): FilingActions {
  const { key } = original.post;
  return {
    report: async (draft) => {
      const filed = await call('fileReport', draft);
      decisions.setReported(key, true);
      return filed;
    },
    undoReport: async ({ reportId, seq, isNew }) => {
      if (!(await call('undoReport', { reportId, seq }))) throw new Error(t('errorUndoLate'));
      decisions.setReported(key, !isNew);
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
    copy: (draft) => navigator.clipboard.writeText(JSON.stringify(draft, null, 2)),
  };
}
