import { openCampaigns } from '@/utils/campaigns-page';
import { onMessage } from '@/utils/messaging/protocol';
import {
  AddressSchema,
  AmendSchema,
  ButtonStateSchema,
  CardTextsSchema,
  CategorySchema,
  DismissSchema,
  OptionPlaceSchema,
  PictureChangeSchema,
  PostKeySchema,
  PostKeysSchema,
  ReportDraftSchema,
  ReportIdSchema,
  RuleSchema,
  UndoSchema,
  VisitSchema,
} from '@/utils/messaging/schema';
import type { PostKey } from '@/utils/model/post';
import type { ReportDraft, Visit } from '@/utils/model/report';
import { openOptions } from '@/utils/options-page';
import { siteFor } from '@/utils/sites';
import type { ReportStore } from '@/utils/storage/reports';
import { setRuleMuted } from '@/utils/storage/settings';
import { showOnButton } from './button';
import { fileFromCard } from './filing';
import { checkMessage, checkOwnSite, refusal } from './guard';
import { openReport } from './open-report';
import { packTexts } from './packs';
import { webpOf } from './webp';

/** Joins protocol messages to the store. Schemas use plain strings for keys, hence the casts after a check. */
export function registerHandlers(store: ReportStore): void {
  answerFilings(store);
  answerDecisions(store);
  answerCards(store);
  onMessage('openCampaigns', (message) => openCampaigns(checkMessage(CategorySchema, message)));
  onMessage('openReport', (message) => openReport(checkMessage(ReportIdSchema, message)));
  onMessage('openOptions', (message) => openOptions(checkMessage(OptionPlaceSchema, message)));
  onMessage('showOnButton', async (message) => {
    const page = checkMessage(ButtonStateSchema, message);
    const tabId = message.sender.tab?.id;
    if (tabId !== undefined) await showOnButton(tabId, page);
  });
}

function answerFilings(store: ReportStore): void {
  onMessage('fileReport', (message) =>
    fileFromCard(store, checkMessage(ReportDraftSchema, message) as ReportDraft, message.sender.tab),
  );
  onMessage('undoReport', (message) => {
    const { reportId, seq } = checkMessage(UndoSchema, message);
    return store.undoFiling(reportId, seq);
  });
  onMessage('amendReport', async (message) => {
    const { reportId, note, categories, answers } = checkMessage(AmendSchema, message);
    if (note !== undefined) await store.edit(reportId, { action: 'note', note });
    if (categories !== undefined) await store.edit(reportId, { action: 'categories', categories });
    if (answers !== undefined) await store.edit(reportId, { action: 'answers', answers });
  });
  onMessage('setPicture', (message) => {
    const { reportId, seq, picture } = checkMessage(PictureChangeSchema, message);
    return store.setPicture({ reportId, seq, blob: picture && webpOf(picture.webp) });
  });
  onMessage('recordVisit', (message) =>
    store.recordVisit(checkMessage(VisitSchema, message) as Omit<Visit, 'seq' | 'at'>),
  );
}

function answerDecisions(store: ReportStore): void {
  onMessage('dismissPost', (message) => {
    const { postKey, rules } = checkMessage(DismissSchema, message);
    return store.dismiss(postKey as PostKey, rules);
  });
  onMessage('undoDismissal', (message) =>
    store.undoDismissal(checkMessage(PostKeySchema, message) as PostKey),
  );
  onMessage('getDecisions', (message) => {
    const keys = checkMessage(PostKeysSchema, message) as PostKey[];
    checkOwnSite(
      message,
      keys.map((key) => key.slice(0, key.indexOf(':'))),
    );
    return store.decided(keys);
  });
  onMessage('getReportsAt', (message) => {
    const address = checkMessage(AddressSchema, message);
    checkOwnSite(message, [siteFor(new URL(address))?.id]);
    return store.reportsAt(address);
  });
}

function answerCards(store: ReportStore): void {
  onMessage('getCardTexts', async (message) => {
    const findings = checkMessage(CardTextsSchema, message);
    const counters = [...new Set(findings.flatMap((finding) => finding.counters))];
    const [texts, tallies] = await Promise.all([
      packTexts(),
      store.tallies(findings.map(({ rule }) => rule)),
    ]);
    return {
      findings: findings.map((finding) => texts.describeFinding(finding) ?? null),
      counters: Object.fromEntries(counters.map((id) => [id, texts.counterName(id)])),
      tallies,
      choices: texts.categoryChoices,
    };
  });
  onMessage('getGuidance', async (message) => {
    const category = checkMessage(CategorySchema, message);
    return (await packTexts()).describeGuidance(category) ?? null;
  });
  onMessage('muteRule', async (message) => {
    const rule = checkMessage(RuleSchema, message);
    if (!(await packTexts()).isRule(rule)) throw refusal(message.type, 'no pack has this rule');
    return setRuleMuted(rule, true);
  });
  // Also for a rule that is in no pack any more: its being muted must not outlive the wish.
  onMessage('unmuteRule', (message) => setRuleMuted(checkMessage(RuleSchema, message), false));
}
