import { openCampaigns } from '@/utils/campaigns-page';
import { onMessage } from '@/utils/messaging/protocol';
import {
  AmendSchema,
  ButtonStateSchema,
  CardTextsSchema,
  CategorySchema,
  DismissSchema,
  PostKeySchema,
  PostKeysSchema,
  ReportDraftSchema,
  UndoSchema,
} from '@/utils/messaging/schema';
import type { PostKey } from '@/utils/model/post';
import type { ReportDraft } from '@/utils/model/report';
import { categoryChoices, counterName, describeFinding, describeGuidance } from '@/utils/rules/describe';
import type { ReportStore } from '@/utils/storage/reports';
import { showOnButton } from './button';
import { checkMessage } from './guard';

/** Joins protocol messages to the store. Schemas use plain strings for keys, hence the casts after a check. */
export function registerHandlers(store: ReportStore): void {
  onMessage('fileReport', (message) => store.file(checkMessage(ReportDraftSchema, message) as ReportDraft));
  onMessage('undoReport', (message) => {
    const { reportId, seq } = checkMessage(UndoSchema, message);
    return store.undoFiling(reportId, seq);
  });
  onMessage('amendReport', async (message) => {
    const { reportId, note, categories } = checkMessage(AmendSchema, message);
    if (note !== undefined) await store.edit(reportId, { action: 'note', note });
    if (categories !== undefined) await store.edit(reportId, { action: 'categories', categories });
  });
  onMessage('dismissPost', (message) => {
    const { postKey, rules } = checkMessage(DismissSchema, message);
    return store.dismiss(postKey as PostKey, rules);
  });
  onMessage('undoDismissal', (message) =>
    store.undoDismissal(checkMessage(PostKeySchema, message) as PostKey),
  );
  onMessage('getDecisions', (message) => store.decided(checkMessage(PostKeysSchema, message) as PostKey[]));
  onMessage('getCardTexts', (message) => {
    const findings = checkMessage(CardTextsSchema, message);
    const counters = [...new Set(findings.flatMap((finding) => finding.counters))];
    return {
      findings: findings.map((finding) => describeFinding(finding) ?? null),
      counters: Object.fromEntries(counters.map((id) => [id, counterName(id)])),
      choices: categoryChoices,
    };
  });
  onMessage('getGuidance', (message) => describeGuidance(checkMessage(CategorySchema, message)) ?? null);
  onMessage('openCampaigns', (message) => openCampaigns(checkMessage(CategorySchema, message)));
  onMessage('showOnButton', async (message) => {
    const page = checkMessage(ButtonStateSchema, message);
    const tabId = message.sender.tab?.id;
    if (tabId !== undefined) await showOnButton(tabId, page);
  });
}
