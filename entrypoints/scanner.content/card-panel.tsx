import { type ComponentChild, render } from 'preact';
import { Card } from '@/components/Card';
import type { Earlier } from '@/components/EarlierReport';
import { GoneNotice } from '@/components/GoneNotice';
import type { CardMedia } from '@/components/media/MediaSection';
import { type FilingActions, type FilingState, UNDO_SECONDS } from '@/components/use-filing';
import type { Marks } from '@/utils/highlight/marks';
import { keepOperable } from '@/utils/highlight/top-layer';
import { createUiHost, type UiHost } from '@/utils/highlight/ui-host';
import { t } from '@/utils/i18n';
import type { CardTexts, GestureResult } from '@/utils/messaging/protocol';
import { changesSince } from '@/utils/model/changes';
import type { Finding } from '@/utils/model/finding';
import type { Post, PostKey } from '@/utils/model/post';
import type { ReportDraft, ReportedPost } from '@/utils/model/report';
import { reportedBy } from '@/utils/model/reported';
import { pause } from '@/utils/pause';
import type { RuleSet } from '@/utils/rules/match';
import { call, explain } from './background';
import { CARD_CSS } from './card-css';
import { moveTo } from './card-host';
import { describe, requestFor } from './card-texts';
import type { Decisions } from './decisions';
import { filingActions } from './filing-actions';
import type { MediaDesk, ShownPost } from './media-desk';
import { withLateFindings } from './media-draft';
import { PictureNotice } from './picture-notice';

/**
 * How long a card waits for what only the background knows. One that comes whole is calmer than one that grows under
 * the pointer, and its buttons stay where Tab has left them. A background that sleeps may take longer to answer.
 */
const WHOLE_WITHIN_MS = 200;

/** What is shown at the moment: one thing at a time, in one host. */
interface Shown {
  host: UiHost;
  /** The post that it is about, whose badge gets the focus back. */
  key: PostKey | undefined;
  stop: AbortController;
  /** Draws it anew with what is known of the post's files now. */
  renew?: () => void;
  /** The first drawing leads the reader to what the files say. */
  toFiles?: boolean;
}

/** What a card asks of the files of its post. */
export interface CardFiles {
  desk: Pick<MediaDesk, 'viewOf' | 'check' | 'stop'>;
  /** What rules say of a post at this moment. */
  findingsOf: (key: PostKey) => readonly Finding[];
}

/** The one card of a page: shown beside the post it is about, inside a closed shadow root. */
export class CardPanel {
  #shown: Shown | undefined;

  constructor(
    readonly rules: RuleSet,
    readonly marks: Pick<Marks, 'rectsOf' | 'focus'>,
    readonly decisions: Decisions,
    readonly files: CardFiles,
  ) {}

  /**
   * Shows the card with what the background knows, or without it once that takes too long; then it is added when it
   * has come. What became of a filing is shown at once.
   */
  show(opened: ReportDraft, initial: FilingState = { step: 'open' }): void {
    let draft = opened;
    const { key } = draft.post;
    const shown = this.#open(key);
    const isOfNow = initial.step === 'saved';
    let isFiled = isOfNow;
    const filing = filingActions(draft, this.decisions);
    const actions: FilingActions = {
      ...filing,
      report: (filed) => {
        isFiled = true;
        return filing.report(filed);
      },
    };
    let earlier = isOfNow ? undefined : this.#earlierOf(draft.post);
    let texts: CardTexts | undefined;
    let problem: string | undefined;
    let isDue = initial.step !== 'open';
    const draw = () =>
      isDue &&
      this.#draw(
        shown,
        <Card
          draft={draft}
          findings={describe(draft, this.rules, texts)}
          choices={texts?.choices ?? []}
          earlier={earlier}
          media={this.#mediaOf(draft.post)}
          initial={initial}
          actions={actions}
          problem={problem}
          lookUp={(category) => call('getGuidance', category)}
          onMore={(category) => call('openCampaigns', category)}
          onClose={() => this.close()}
        />,
      );
    const askTexts = async () => {
      const asked = draft;
      try {
        const answer = await call('getCardTexts', requestFor(asked));
        if (asked === draft) texts = answer;
      } catch (error) {
        problem = (error as Error).message;
      }
      draw();
    };
    const askEarlier = async () => {
      if (!(await this.decisions.learnAgain([key]))) return;
      earlier = this.#earlierOf(draft.post);
      draw();
    };
    shown.renew = () => {
      const before = draft;
      if (!isFiled) draft = withLateFindings(draft, this.files.findingsOf(key));
      draw();
      if (draft !== before) void askTexts();
    };
    draw();
    const asked = Promise.all([askTexts(), isOfNow ? undefined : askEarlier()]);
    void Promise.race([asked, pause(WHOLE_WITHIN_MS)]).finally(() => {
      isDue = true;
      draw();
    });
  }

  /** More is known of the files of a post, whose card may be open. */
  filesCame(key: PostKey): void {
    if (this.#shown?.key === key) this.#shown.renew?.();
  }

  /** Leads the reader to what the files of the post say, on the card that is open. */
  showFiles(): void {
    const { container } = this.#shown?.host ?? {};
    if (container?.firstElementChild) container.querySelector<HTMLElement>('.media-says')?.focus();
    else if (this.#shown) this.#shown.toFiles = true;
  }

  /** What a picture says that stands in no post that could be told. */
  showPicture(post: ShownPost): void {
    const shown = this.#open(post.key);
    const close = () => this.close();
    shown.renew = () => {
      this.#draw(shown, <PictureNotice post={post} media={this.#mediaOf(post)} onClose={close} />);
    };
    shown.renew();
    this.showFiles();
  }

  /** The outcome of a filing by menu or shortcut. */
  showGesture(result: GestureResult): void {
    if (result.ok) {
      const { filed, draft, picture } = result;
      const { key } = draft.post;
      this.decisions.setReported(key, reportedBy(draft, filed, this.decisions.reportOf(key), Date.now()));
      const filing = { ...filed, ...(picture && { picture }) };
      this.show(draft, { step: 'saved', filed: filing, secondsLeft: UNDO_SECONDS });
    } else {
      const error = result.error === 'no-post' ? t('errorNoPost') : explain(new Error(result.error));
      if (result.draft) this.show(result.draft, { step: 'failed', error });
      else this.#showNotice(error);
    }
  }

  /**
   * Says that reported posts are gone from this page; called once for each address that shows none of them. A card that
   * is open stays: it is what the reader is at.
   */
  showGone(reports: readonly ReportedPost[]): void {
    if (reports.length === 0 || this.#shown) return;
    const shown = this.#open(undefined);
    this.#draw(
      shown,
      <GoneNotice
        reports={reports}
        onOpen={(reportId) =>
          call('openReport', reportId).catch((error: Error) => this.#showNotice(error.message))
        }
        onClose={() => this.close()}
      />,
    );
  }

  close(): void {
    if (!this.#shown) return;
    const { host, key, stop } = this.#shown;
    this.#shown = undefined;
    stop.abort();
    render(null, host.container);
    host.remove();
    if (key) this.marks.focus(key);
  }

  /** An empty host in the place of what was shown, which follows the size of the window but stands still in it. */
  #open(key: PostKey | undefined): Shown {
    this.close();
    const [badge, post] = key ? this.marks.rectsOf(key) : [];
    const host = createUiHost(document, CARD_CSS, { position: 'fixed', zIndex: '2147483001' });
    const stop = new AbortController();
    const place = () => moveTo(host, post, badge);
    place();
    window.addEventListener('resize', place, { signal: stop.signal });
    stop.signal.addEventListener('abort', keepOperable(host));
    this.#shown = { host, key, stop };
    return this.#shown;
  }

  /** What comes too late, after something else is shown, is not drawn. */
  #draw(shown: Shown, content: ComponentChild): void {
    if (this.#shown !== shown) return;
    render(content, shown.host.container);
    if (shown.toFiles) this.showFiles();
    shown.toFiles = false;
  }

  #mediaOf(post: ShownPost): CardMedia {
    const { desk } = this.files;
    return {
      view: desk.viewOf(post),
      onCheck: () => desk.check(post),
      onStop: () => desk.stop(),
      onAllow: () =>
        void call('openOptions', 'media').catch((error: Error) => this.#showNotice(error.message)),
    };
  }

  #earlierOf(post: Post): Earlier | undefined {
    const report = this.decisions.reportOf(post.key);
    return report && { report, changes: changesSince(report, post) };
  }

  #showNotice(text: string): void {
    const shown = this.#open(undefined);
    this.#draw(
      shown,
      <div class="card" role="alert">
        <p class="notice">{text}</p>
      </div>,
    );
    setTimeout(() => this.#shown === shown && this.close(), UNDO_SECONDS * 1_000);
  }
}
