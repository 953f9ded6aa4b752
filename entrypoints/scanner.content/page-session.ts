import badgeCss from '@/components/badge.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { Marks } from '@/utils/highlight/marks';
import { setInterfaceHidden } from '@/utils/highlight/ui-host';
import { onMessage } from '@/utils/messaging/protocol';
import type { PostKey } from '@/utils/model/post';
import type { RuleSet } from '@/utils/rules/match';
import { LiveScan } from '@/utils/scan/live-scan';
import type { SiteAdapter } from '@/utils/sites/define-site';
import type { PageData } from '@/utils/sites/read-page';
import { decidedElsewhere } from '@/utils/storage/settings';
import { CardPanel } from './card-panel';
import { Decisions } from './decisions';
import type { Keyboard } from './keyboard';
import { MarkedPosts } from './marked-posts';
import { MediaDesk } from './media-desk';
import { PageGestures } from './page-gestures';
import { PageKeys } from './page-keys';
import { PictureFramer } from './picture-frame';
import { PointedPost } from './pointed-post';
import { Revisits } from './revisits';
import { ToolbarButton } from './toolbar-button';

/** A page that is read is asked about after this time, so that a feed that grows is asked about in one go. */
const LEARN_MS = 250;

/** Everything that happens on one page while its site is on: scan, marks, card, keys. Fully undone by `stop`. */
export class PageSession {
  readonly #live: LiveScan;
  readonly #media: MediaDesk;
  readonly #marks: Marks;
  readonly #card: CardPanel;
  readonly #decisions = new Decisions(() => this.#show());
  readonly #marked: MarkedPosts;
  readonly #gestures: PageGestures;
  readonly #keys: PageKeys;
  readonly #revisits: Revisits;
  readonly #framer: PictureFramer;
  readonly #pointed = new PointedPost();
  readonly #button = new ToolbarButton();
  readonly #stop = new AbortController();
  readonly #id = crypto.randomUUID();
  #rules: RuleSet;
  #changes = 0;
  #learning: ReturnType<typeof setTimeout> | undefined;

  /** @param keyboard listens since before the page's own scripts */
  constructor(site: SiteAdapter, rules: RuleSet, keyboard: Keyboard, data?: PageData) {
    this.#rules = rules;
    this.#live = new LiveScan(site, rules, {
      document,
      data,
      evidenceOf: (key) => this.#media.evidenceOf(key),
      onChange: () => this.#onChange(),
    });
    this.#media = new MediaDesk({
      site: site.id,
      live: this.#live,
      onNews: (key, isEvidence) => this.#onMedia(key, isEvidence),
    });
    this.#marks = new Marks(document, {
      css: tokensCss + badgeCss,
      onOpen: (key) => {
        this.#keys.visit(key);
        void this.#gestures.open(key);
      },
      onStep: (direction) => this.#keys.step(direction),
    });
    this.#card = new CardPanel(rules, this.#marks, this.#decisions, {
      desk: this.#media,
      findingsOf: (key) => this.#live.peek(key)?.findings ?? [],
    });
    this.#marked = new MarkedPosts(this.#live, rules, this.#decisions);
    // An answer that comes after the end has nothing to be shown on.
    const isOver = () => this.#stop.signal.aborted;
    const card: Pick<CardPanel, 'show' | 'showGone' | 'showFiles' | 'showPicture'> = {
      show: (...shown) => isOver() || this.#card.show(...shown),
      showGone: (reports) => isOver() || this.#card.showGone(reports),
      showFiles: () => isOver() || this.#card.showFiles(),
      showPicture: (post) => isOver() || this.#card.showPicture(post),
    };
    this.#gestures = new PageGestures({
      site,
      rules: () => this.#rules,
      live: this.#live,
      pointed: this.#pointed,
      marks: this.#marks,
      card,
      decisions: this.#decisions,
      media: this.#media,
    });
    this.#revisits = new Revisits(this.#live, this.#decisions, card);
    const page = {
      marked: () => this.#marked.found(),
      reveal: (key: PostKey) => {
        this.#card.close();
        this.#marks.reveal(key);
      },
      open: (key: PostKey) => void this.#gestures.open(key),
      report: (key: PostKey) => this.#gestures.report(key),
      dismiss: (key: PostKey) => this.#gestures.dismiss(key),
    };
    this.#keys = new PageKeys(keyboard, page, rules, document);
    this.#framer = new PictureFramer({
      hide: () => this.#setHidden(true),
      unhide: () => this.#setHidden(false),
    });
  }

  /** Names what is found: the same while nothing else is, never used again by another page. */
  get scanId(): string {
    return `${this.#id}.${this.#changes}`;
  }

  /** @param loadedFrom the address of the document, when this is the first session on it */
  start(loadedFrom?: string): void {
    const { signal } = this.#stop;
    this.#pointed.follow(document, signal, (target) => this.#live.at(target)[0]);
    this.#keys.start();
    const gestures = this.#gestures;
    const unlisten = [
      onMessage('getPageReading', async ({ data }) => this.#media.complete(await this.#live.reading(data))),
      onMessage('showPost', ({ data }) => gestures.reveal(data)),
      onMessage('pickPost', ({ data }) => gestures.pick(data)),
      onMessage('checkShown', ({ data }) => gestures.checkShown(data)),
      onMessage('isShown', ({ data }) => gestures.isShown(data)),
      onMessage('showFiled', ({ data }) => this.#card.showGesture(data)),
      onMessage('framePicture', ({ data }) => this.#frame(data)),
      onMessage('pictureTaken', () => this.#framer.taken()),
      decidedElsewhere.watch((decided) => void this.#decisions.refresh((decided?.keys ?? []) as PostKey[])),
    ];
    signal.addEventListener('abort', () => {
      for (const stopListening of unlisten) stopListening();
    });
    this.#live.start(loadedFrom);
    this.#media.start(signal);
  }

  stop(): void {
    this.#stop.abort();
    clearTimeout(this.#learning);
    this.#live.stop();
    this.#framer.stop();
    this.#keys.stop();
    this.#card.close();
    this.#marks.clear();
    this.#button.show({ marked: 0, unreadable: false });
  }

  /** Other rules hold for the posts that are shown; what the reader is at stays. */
  setRules(rules: RuleSet): void {
    this.#rules = rules;
    this.#live.setRules(rules);
  }

  /** The page has moved on under the same document. */
  rescan(): void {
    if (!this.#stop.signal.aborted) this.#live.rescan();
  }

  #onChange(): void {
    this.#changes++;
    this.#show();
    this.#learning ??= setTimeout(() => {
      this.#learning = undefined;
      void this.#learn();
    }, LEARN_MS);
  }

  #onMedia(key: PostKey, isEvidence: boolean): void {
    if (this.#stop.signal.aborted) return;
    this.#changes++;
    if (isEvidence) {
      this.#live.evidenceCame([key]);
      // A card that is open says at once what rules make of it.
      this.#live.find(key);
    }
    this.#card.filesCame(key);
  }

  /** Earlier decisions arrive later than the scan: a slow background must not hold up marks. */
  async #learn(): Promise<void> {
    this.#media.look();
    const keys = Array.from(this.#live.shown(), ([key]) => key);
    const learned = await this.#decisions.learn(keys);
    if (this.#stop.signal.aborted) return;
    if (learned) this.#show();
    await this.#revisits.note();
  }

  #show(): void {
    if (this.#stop.signal.aborted) return;
    this.#marks.show(this.#marked.posts());
    const { health } = this.#live.scan;
    this.#button.show({ marked: this.#marked.open, unreadable: health.status === 'layout-changed' });
  }

  #frame(key: PostKey) {
    const shown = this.#gestures.subjectOf(key);
    if (!shown) return Promise.resolve(null);
    const posts = () => Array.from(this.#live.shown(), ([, root]) => root);
    return this.#framer.frame({ shown, posts });
  }

  #setHidden(hidden: boolean): void {
    setInterfaceHidden(hidden);
    if (hidden) this.#marks.hide();
    else this.#marks.unhide();
  }
}
