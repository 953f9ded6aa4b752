import badgeCss from '@/components/badge.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { Badges } from '@/utils/highlight/badges';
import { Painter } from '@/utils/highlight/painter';
import { onMessage } from '@/utils/messaging/protocol';
import { marksPage } from '@/utils/model/finding';
import type { PageReading } from '@/utils/model/page';
import type { PostKey } from '@/utils/model/post';
import type { ReportDraft } from '@/utils/model/report';
import type { RuleSet } from '@/utils/rules/match';
import { excerptOf, selectedText } from '@/utils/scan/excerpt';
import { observePage, type PageObserver } from '@/utils/scan/observe';
import { Patience } from '@/utils/scan/patience';
import { type Scan, type ScannedFound, Scanner, toPageReading } from '@/utils/scan/scanner';
import type { SiteAdapter } from '@/utils/sites/define-site';
import type { PageData } from '@/utils/sites/read-page';
import { CardPanel } from './card-panel';
import { Decisions } from './decisions';
import { badgeOf, paintOf } from './marks';
import { draftOf, PointedPost } from './pointed-post';
import { ScanId } from './scan-id';
import { ToolbarButton } from './toolbar-button';

/** A gesture on a page that is just changing waits for it this long. */
const GESTURE_MS = 2_000;
/** Until the next look at a page that is between two posts, or at one that holds nothing yet. */
const AGAIN_MS = 320;
/** After these looks only a change of the page is a reason for another. */
const MAX_LOOKS = 30;

/** Everything that happens on one page while its site is on: scan, marks, badges, card. Fully undone by `stop`. */
export class PageSession {
  readonly #scanner: Scanner;
  readonly #painter = new Painter();
  readonly #badges: Badges;
  readonly #card: CardPanel;
  readonly #decisions = new Decisions(() => this.#show());
  readonly #pointed = new PointedPost();
  readonly #scanId = new ScanId();
  readonly #patience = new Patience();
  readonly #button = new ToolbarButton();
  #stop: AbortController | undefined;
  #observer: PageObserver | undefined;
  #pass: AbortController | undefined;
  #newest: Promise<Scan | undefined> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #looks = 0;
  #scan: Scan | undefined;

  constructor(
    readonly site: SiteAdapter,
    readonly rules: RuleSet,
    data?: PageData,
  ) {
    this.#scanner = new Scanner(site, rules, data);
    this.#badges = new Badges(document, tokensCss + badgeCss, (key) => void this.#open(key));
    this.#card = new CardPanel(rules, this.#badges, this.#decisions);
  }

  get scanId(): string | null {
    return this.#scanId.value;
  }

  /** @param loadedFrom the address of the document, when this is the first session on it */
  start(loadedFrom?: string): void {
    if (this.#stop) return;
    if (loadedFrom !== undefined && loadedFrom !== location.href) {
      this.#scanner.prime(document, new URL(loadedFrom));
    }
    const stop = new AbortController();
    this.#stop = stop;
    const { signal } = stop;
    this.#observer = observePage(document, this.site, () => this.rescan(), signal);
    this.#pointed.follow(document, signal, () => this.#scanNow().found);
    const unlisten = [
      onMessage('getPageReading', () => this.#reading()),
      onMessage('showPost', ({ data }) => this.#reveal(data)),
      onMessage('pickPost', ({ data }) => this.#pick(data)),
      onMessage('isShown', ({ data }) => this.#isShown(data)),
      onMessage('showFiled', ({ data }) => this.#card.showGesture(data)),
    ];
    signal.addEventListener('abort', () => {
      for (const stopListening of unlisten) stopListening();
    });
    this.rescan();
  }

  stop(): void {
    this.#stop?.abort();
    this.#pass?.abort();
    clearTimeout(this.#again);
    this.#stop = undefined;
    this.#scan = undefined;
    this.#card.close();
    this.#badges.clear();
    this.#painter.clear();
    this.#button.show({ marked: 0, unreadable: false });
  }

  /** Starts a new pass; one that is still running gives up. */
  rescan(): void {
    if (!this.#stop) return;
    void this.#run();
  }

  /** Starts a pass; one that was overtaken gives the result of the newest. */
  #run(): Promise<Scan | undefined> {
    this.#pass?.abort();
    this.#pass = new AbortController();
    this.#newest = this.#scanOnce(this.#pass.signal);
    return this.#newest;
  }

  async #scanOnce(signal: AbortSignal): Promise<Scan | undefined> {
    const scan = await this.#scanner.scan(document, new URL(location.href), new Date(), signal);
    if (!scan || signal.aborted) return this.#stop ? this.#newest : undefined;
    this.#take(scan);
    return scan;
  }

  #scanNow(): Scan {
    const scan = this.#scanner.scanNow(document, new URL(location.href), new Date());
    this.#pass?.abort();
    this.#newest = Promise.resolve(scan);
    this.#take(scan);
    return scan;
  }

  #take(scan: Scan): void {
    scan.health = this.#patience.judge(scan, performance.now());
    this.#scan = scan;
    this.#scanId.update(scan);
    this.#observer?.watchShadowRoots();
    this.#show();
    void this.#learn(scan);
    clearTimeout(this.#again);
    this.#looks = scan.pending || scan.health.status === 'waiting' ? this.#looks + 1 : 0;
    if (this.#looks > 0 && this.#looks < MAX_LOOKS) {
      this.#again = setTimeout(() => this.rescan(), AGAIN_MS);
    }
  }

  /** Earlier decisions arrive later than the scan: a slow background must not hold up marks. */
  async #learn({ found }: Scan): Promise<void> {
    const marked = found.filter(({ findings }) => findings.some(marksPage));
    if (await this.#decisions.learn(marked.map(({ post }) => post.key))) this.#show();
  }

  async #reading(): Promise<PageReading> {
    const scan = await this.#settled();
    if (!this.#stop) throw new Error(`${this.site.id} was turned off while its page was read`);
    return toPageReading(this.site, scan);
  }

  #show(): void {
    const marked = (this.#scan?.found ?? []).filter(
      ({ post, findings }) => findings.some(marksPage) && !this.#decisions.isDismissed(post.key),
    );
    this.#painter.paint(marked.map(paintOf));
    this.#badges.update(
      marked.flatMap((found) => badgeOf(found, this.rules, this.#decisions.isReported(found.post.key)) ?? []),
    );
    const unreadable = this.#scan?.health.status === 'layout-changed';
    this.#button.show({ marked: marked.length, unreadable });
  }

  /**
   * Read anew at each gesture: sites reuse elements, and the post that is shown is the post that is meant. On a page
   * that is between two posts neither of them is.
   */
  async #settled(): Promise<Scan> {
    const deadline = performance.now() + GESTURE_MS;
    let scan = this.#scanNow();
    while (scan.pending && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      scan = this.#scanNow();
    }
    return scan;
  }

  async #pick({
    by,
    selection,
  }: {
    by: 'menu' | 'shortcut';
    selection: string;
  }): Promise<ReportDraft | null> {
    const selected = selectedText(document) || selection;
    const menu = by === 'menu' ? this.#pointed.ofMenu() : undefined;
    if (menu) return draftOf(menu, by);
    const { found } = await this.#settled();
    const pointed = by === 'shortcut' ? this.#pointed.ofShortcut(document, found) : undefined;
    if (pointed) return draftOf(pointed, by);
    const excerpt = excerptOf(this.site, new URL(location.href), selected);
    if (excerpt) return draftOf({ post: excerpt, findings: this.#scanner.findingsOf(excerpt) }, by);
    // A page with one post has no doubt about which is meant.
    return found.length === 1 && found[0] ? draftOf(found[0], by) : null;
  }

  #isShown(key: PostKey): boolean {
    const [, kind] = key.split(':');
    return kind === 'excerpt' || this.#scanNow().found.some(({ post }) => post.key === key);
  }

  async #open(key: PostKey): Promise<ScannedFound | undefined> {
    const found = (await this.#settled()).found.find(({ post }) => post.key === key);
    if (found) this.#card.show(draftOf(found, 'card'));
    return found;
  }

  async #reveal(key: PostKey): Promise<boolean> {
    const shown = this.#scan?.found.find(({ post }) => post.key === key);
    shown?.root.scrollIntoView({ block: 'center' });
    return (await this.#open(key)) !== undefined;
  }
}
