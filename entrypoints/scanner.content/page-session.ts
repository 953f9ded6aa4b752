import badgeCss from '@/components/badge.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { type BadgeContent, Badges } from '@/utils/highlight/badges';
import { type PaintedConfidence, Painter } from '@/utils/highlight/painter';
import { toRanges } from '@/utils/highlight/ranges';
import { localized, t } from '@/utils/i18n';
import { onMessage } from '@/utils/messaging/protocol';
import { marksPage, strongest } from '@/utils/model/finding';
import type { PageReading } from '@/utils/model/page';
import type { PostKey, TextField } from '@/utils/model/post';
import { TEXT_FIELDS } from '@/utils/model/post';
import type { RuleSet } from '@/utils/rules/compile';
import { observePage } from '@/utils/scan/observe';
import { type Scan, type ScannedFound, Scanner, toPageReading } from '@/utils/scan/scanner';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { readReadableText } from '@/utils/sites/readable-text';
import { call } from './background';
import { CardPanel } from './card-panel';
import { Decisions } from './decisions';
import { draftOf, PointedPost } from './pointed-post';
import { ScanId } from './scan-id';

/** Everything that happens on one page while its site is on: scan, marks, badges, card. Fully undone by `stop`. */
export class PageSession {
  readonly #scanner: Scanner;
  readonly #painter = new Painter();
  readonly #badges: Badges;
  readonly #card: CardPanel;
  readonly #decisions = new Decisions(() => this.#show());
  readonly #pointed = new PointedPost();
  readonly #scanId = new ScanId();
  #stop: AbortController | undefined;
  #pass: AbortController | undefined;
  #newest: Promise<Scan | undefined> | undefined;
  #scan: Scan | undefined;
  #marked = -1;

  constructor(
    readonly site: SiteAdapter,
    readonly rules: RuleSet,
  ) {
    this.#scanner = new Scanner(site, rules);
    this.#badges = new Badges(document, tokensCss + badgeCss, (key) => void this.#open(key));
    this.#card = new CardPanel(rules, this.#badges, this.#decisions);
  }

  get scanId(): string | null {
    return this.#scanId.value;
  }

  start(): void {
    if (this.#stop) return;
    const stop = new AbortController();
    this.#stop = stop;
    const { signal } = stop;
    observePage(document, () => this.rescan(), signal);
    this.#pointed.follow(document, signal);
    const unlisten = [
      onMessage('getPageReading', () => this.#reading()),
      onMessage('showPost', ({ data }) => this.#reveal(data)),
      onMessage('pickPost', async ({ data }) => {
        const found = this.#pointed.pick(document, data, await this.#foundNow());
        return found ? draftOf(found, data) : null;
      }),
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
    this.#stop = undefined;
    this.#scan = undefined;
    this.#card.close();
    this.#badges.clear();
    this.#painter.clear();
    this.#tell(0);
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
    this.#scan = scan;
    this.#scanId.update(scan);
    this.#show();
    void this.#learn(scan);
    return scan;
  }

  /** Earlier decisions arrive later than the scan: a slow background must not hold up marks. */
  async #learn({ found }: Scan): Promise<void> {
    const marked = found.filter(({ findings }) => findings.some(marksPage));
    if (await this.#decisions.learn(marked.map(({ post }) => post.key))) this.#show();
  }

  async #reading(): Promise<PageReading> {
    const scan = await this.#run();
    if (!scan) throw new Error(`${this.site.id} was turned off while its page was read`);
    return toPageReading(this.site, scan);
  }

  #markedPosts(): ScannedFound[] {
    return (this.#scan?.found ?? []).filter(
      ({ post, findings }) => findings.some(marksPage) && !this.#decisions.isDismissed(post.key),
    );
  }

  #show(): void {
    const marked = this.#markedPosts();
    this.#painter.paint(marked.map(paintOf));
    this.#badges.update(marked.flatMap((found) => this.#badgeOf(found) ?? []));
    this.#tell(marked.length);
  }

  #badgeOf({ post, root, findings }: ScannedFound): BadgeContent | undefined {
    const confidence = strongest(findings);
    const category = this.rules.categories.get(findings[0]?.category ?? '');
    if (!category || !(root instanceof HTMLElement) || !confidence || confidence === 'clue') return undefined;
    const more = new Set(findings.filter(marksPage).map(({ category: id }) => id)).size - 1;
    const text = localized(category.name);
    const spoken = more > 0 ? `${text} +${more}` : text;
    const reported = this.#decisions.isReported(post.key);
    const label = t('badgeLabel', reported ? `${spoken}, ${t('badgeReported')}` : spoken);
    return { key: post.key, root, confidence, text, more, label, reported };
  }

  /** Read anew at each gesture: sites reuse elements, and the post that is shown is the post that is meant. */
  async #foundNow(): Promise<readonly ScannedFound[]> {
    return (await this.#run())?.found ?? [];
  }

  async #open(key: PostKey): Promise<ScannedFound | undefined> {
    const found = (await this.#foundNow()).find(({ post }) => post.key === key);
    if (found) this.#card.show(draftOf(found, 'card'));
    return found;
  }

  async #reveal(key: PostKey): Promise<boolean> {
    const shown = this.#scan?.found.find(({ post }) => post.key === key);
    shown?.root.scrollIntoView({ block: 'center' });
    return (await this.#open(key)) !== undefined;
  }

  #tell(marked: number): void {
    if (marked === this.#marked) return;
    this.#marked = marked;
    // Only the number on the toolbar button hangs on it; the next change tells again.
    call('showMarked', marked).catch(() => undefined);
  }
}

function paintOf({ fields, findings }: ScannedFound): {
  confidence: PaintedConfidence;
  ranges: StaticRange[];
} {
  const painted = findings.filter(marksPage);
  const spansIn = (field: TextField) =>
    painted.flatMap(({ spans }) => spans.filter((span) => span.field === field));
  const ranges = TEXT_FIELDS.flatMap((field) => {
    const element = fields[field];
    const spans = spansIn(field);
    return element && spans.length > 0 ? toRanges(readReadableText(element).runs, spans) : [];
  });
  return {
    confidence: strongest(painted) === 'strong' ? 'strong' : 'likely',
    ranges,
  };
}
