import { render } from 'preact';
import { Card } from '@/components/Card';
import type { DescribedFinding } from '@/components/CardFinding';
import cardCss from '@/components/card.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import type { FilingActions, FilingState } from '@/components/use-filing';
import { UNDO_SECONDS } from '@/components/use-filing';
import type { Badges } from '@/utils/highlight/badges';
import { createUiHost, type UiHost } from '@/utils/highlight/ui-host';
import { localized, t } from '@/utils/i18n';
import type { GestureResult } from '@/utils/messaging/protocol';
import type { FiledReport, ReportDraft } from '@/utils/model/report';
import type { RuleSet } from '@/utils/rules/compile';
import { categoryChoices, counterName, describeFinding } from '@/utils/rules/describe';
import { call } from './background';
import type { Decisions } from './decisions';

/** The one card of a page: shown beside the post it is about, inside a closed shadow root. */
export class CardPanel {
  #host: UiHost | undefined;
  #key: ReportDraft['post']['key'] | undefined;

  constructor(
    readonly rules: RuleSet,
    readonly badges: Badges,
    readonly decisions: Decisions,
    readonly onDecided: () => void,
  ) {}

  show(draft: ReportDraft, initial: FilingState = { step: 'open' }): void {
    this.close();
    this.#key = draft.post.key;
    this.#host = createUiHost(document, tokensCss + cardCss, placeOf(this.badges.rectOf(draft.post.key)));
    render(
      <Card
        draft={draft}
        findings={this.#describe(draft)}
        choices={categoryChoices(this.rules)}
        reported={this.decisions.isReported(draft.post.key)}
        initial={initial}
        actions={this.#actions(draft)}
        onClose={() => this.close()}
      />,
      this.#host.container,
    );
  }

  /** The outcome of a filing by menu or shortcut. */
  showGesture(result: GestureResult): void {
    if (result.ok) {
      const { filed, draft } = result;
      this.#setReported(draft, true);
      this.show(draft, { step: 'saved', filed, secondsLeft: UNDO_SECONDS });
    } else if (result.draft) {
      this.show(result.draft, { step: 'failed', error: t('errorNoAnswer') });
    } else {
      this.#showNotice(result.error === 'no-post' ? t('errorNoPost') : t('errorNoAnswer'));
    }
  }

  close(): void {
    if (!this.#host) return;
    render(null, this.#host.container);
    this.#host.remove();
    this.#host = undefined;
    if (this.#key) this.badges.focus(this.#key);
    this.#key = undefined;
  }

  #showNotice(text: string): void {
    this.close();
    const host = createUiHost(document, tokensCss + cardCss, placeOf(undefined));
    this.#host = host;
    render(
      <div class="card" role="alert">
        <p class="notice">{text}</p>
      </div>,
      host.container,
    );
    setTimeout(() => this.#host === host && this.close(), UNDO_SECONDS * 1_000);
  }

  #describe({ findings }: ReportDraft): DescribedFinding[] {
    return findings.flatMap((finding) => {
      const known = describeFinding(this.rules, finding);
      if (!known) return [];
      const against = finding.counter.map((counter) =>
        counter.type === 'label' ? counter.label.text : `${localized(counterName(counter.id))}: ${counter.text}`,
      );
      const { category: categoryName, campaign: campaignName, clause, reason, checklist } = known;
      return [{ ...finding, categoryName, campaignName, clause, reason, checklist, against }];
    });
  }

  #actions(original: ReportDraft): FilingActions {
    const { key } = original.post;
    return {
      report: async (draft) => {
        const filed = await call('fileReport', draft);
        this.#setReported(draft, true);
        return filed;
      },
      undoReport: async ({ reportId, seq, isNew }: FiledReport) => {
        if (!(await call('undoReport', { reportId, seq }))) throw new Error(t('errorUndoLate'));
        this.#setReported(original, !isNew);
      },
      dismiss: async () => {
        await call('dismissPost', { postKey: key, rules: original.findings.map(({ rule }) => rule) });
        this.#setDismissed(original, true);
      },
      undoDismissal: async () => {
        await call('undoDismissal', key);
        this.#setDismissed(original, false);
      },
      amend: async ({ reportId }, details) => call('amendReport', { reportId, ...details }),
      copy: (draft) => navigator.clipboard.writeText(JSON.stringify(draft, null, 2)),
    };
  }

  #setReported({ post }: ReportDraft, reported: boolean): void {
    this.decisions.setReported(post.key, reported);
    this.onDecided();
  }

  #setDismissed({ post }: ReportDraft, dismissed: boolean): void {
    this.decisions.setDismissed(post.key, dismissed);
    this.onDecided();
  }
}

const CARD_WIDTH = 380;
const CARD_HEIGHT = 560;
const MARGIN = 12;

/** Below the badge where there is room, always inside the window, and still while the page scrolls. */
function placeOf(badge: DOMRect | undefined): Partial<CSSStyleDeclaration> {
  const between = (value: number, most: number) => `${Math.round(Math.max(MARGIN, Math.min(value, most)))}px`;
  return {
    position: 'fixed',
    top: between(badge ? badge.bottom + 6 : MARGIN, innerHeight - CARD_HEIGHT - MARGIN),
    right: between(badge ? innerWidth - badge.right : MARGIN, innerWidth - CARD_WIDTH - MARGIN),
    zIndex: '2147483001',
  };
}
