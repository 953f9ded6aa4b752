import { render } from 'preact';
import { Card } from '@/components/Card';
import cardCss from '@/components/card.css?inline';
import findingsCss from '@/components/findings.css?inline';
import pickerCss from '@/components/picker.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { type FilingState, UNDO_SECONDS } from '@/components/use-filing';
import type { Badges } from '@/utils/highlight/badges';
import { createUiHost, type UiHost } from '@/utils/highlight/ui-host';
import { t } from '@/utils/i18n';
import type { CardTexts, GestureResult } from '@/utils/messaging/protocol';
import type { ReportDraft } from '@/utils/model/report';
import type { RuleSet } from '@/utils/rules/match';
import { call, explain } from './background';
import { describe, requestFor } from './card-texts';
import type { Decisions } from './decisions';
import { filingActions } from './filing-actions';

const CSS_TEXT = tokensCss + findingsCss + pickerCss + cardCss;

/** The one card of a page: shown beside the post it is about, inside a closed shadow root. */
export class CardPanel {
  #host: UiHost | undefined;
  #key: ReportDraft['post']['key'] | undefined;

  constructor(
    readonly rules: RuleSet,
    readonly badges: Badges,
    readonly decisions: Decisions,
  ) {}

  /** Shows the card at once and adds what the rules say of themselves when the background has answered. */
  show(draft: ReportDraft, initial: FilingState = { step: 'open' }): void {
    this.close();
    this.#key = draft.post.key;
    const host = createUiHost(document, CSS_TEXT, placeOf(...this.badges.rectsOf(draft.post.key)));
    this.#host = host;
    const actions = filingActions(draft, this.decisions);
    const reported = this.decisions.isReported(draft.post.key);
    const draw = (texts?: CardTexts, problem?: string) =>
      render(
        <Card
          draft={draft}
          findings={describe(draft, this.rules, texts)}
          choices={texts?.choices ?? []}
          reported={reported}
          initial={initial}
          actions={actions}
          problem={problem}
          lookUp={(category) => call('getGuidance', category)}
          onMore={(category) => call('openCampaigns', category)}
          onClose={() => this.close()}
        />,
        host.container,
      );
    draw();
    call('getCardTexts', requestFor(draft)).then(
      (texts) => this.#host === host && draw(texts),
      (error: Error) => this.#host === host && draw(undefined, error.message),
    );
  }

  /** The outcome of a filing by menu or shortcut. */
  showGesture(result: GestureResult): void {
    if (result.ok) {
      const { filed, draft } = result;
      this.decisions.setReported(draft.post.key, true);
      this.show(draft, { step: 'saved', filed, secondsLeft: UNDO_SECONDS });
    } else {
      const error = result.error === 'no-post' ? t('errorNoPost') : explain(new Error(result.error));
      if (result.draft) this.show(result.draft, { step: 'failed', error });
      else this.#showNotice(error);
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
    const host = createUiHost(document, CSS_TEXT, placeOf());
    this.#host = host;
    render(
      <div class="card" role="alert">
        <p class="notice">{text}</p>
      </div>,
      host.container,
    );
    setTimeout(() => this.#host === host && this.close(), UNDO_SECONDS * 1_000);
  }
}

const CARD_WIDTH = 380;
const CARD_HEIGHT = 560;
const MARGIN = 12;

/**
 * Beside the post where there is room, so that it stays in sight; else beside its badge; else as far inside the window
 * as it goes. It stands still while the page scrolls.
 */
function placeOf(badge?: DOMRect, post?: DOMRect): Partial<CSSStyleDeclaration> {
  const { clientWidth, clientHeight } = document.documentElement;
  const most = clientWidth - CARD_WIDTH - MARGIN;
  const besides = [post, badge].flatMap((box) =>
    box ? [box.right + MARGIN, box.left - MARGIN - CARD_WIDTH] : [],
  );
  const left = besides.find((x) => x >= MARGIN && x <= most) ?? most;
  const top = Math.min(badge?.top ?? MARGIN, clientHeight - CARD_HEIGHT - MARGIN);
  const pixels = (value: number) => `${Math.round(Math.max(MARGIN, value))}px`;
  return { position: 'fixed', top: pixels(top), left: pixels(left), zIndex: '2147483001' };
}
