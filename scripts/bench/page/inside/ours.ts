import badgeCss from '@/components/badge.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { markedPostOf } from '@/entrypoints/scanner.content/marks';
import { Badges } from '@/utils/highlight/badges';
import { type MarkedPost, Marks } from '@/utils/highlight/marks';
import type { RuleSet } from '@/utils/rules/match';
import { LiveScan, type Scan } from '@/utils/scan/live-scan';
import { site } from './site.ts';

const UNREPORTED = { is: 'unreported' } as const;

/** What the extension does with a page, from its elements to highlights and badges, without the card. */
export class Ours {
  readonly #live: LiveScan;
  readonly #marks: Marks;
  #scan: Scan | undefined;
  #marked: MarkedPost[] = [];
  /** When so many posts were first known and what was found of them was marked, on the page's clock. */
  readonly #shownAt = new Map<number, number>();

  constructor(readonly rules: RuleSet) {
    this.#marks = new Marks(document, { css: tokensCss + badgeCss, onOpen: ignore, onStep: ignore });
    this.#live = new LiveScan(site, rules, { document, onChange: (scan) => this.#show(scan) });
  }

  /** Posts that were read. */
  get posts(): number {
    return this.#scan?.health.posts ?? 0;
  }

  /** When all of so many posts had been read and marked; `undefined` while they are not. */
  markedAt(posts: number): number | undefined {
    return this.#shownAt.get(posts);
  }

  /** Words for which posts are marked. */
  get hits(): number {
    const findings = this.#scan?.found.flatMap((one) => one.findings) ?? [];
    return findings.reduce((sum, { spans }) => sum + spans.length, 0);
  }

  get markedKeys(): string[] {
    return this.#marked.map(({ key }) => key);
  }

  /** Reads and marks the whole page in one go. */
  once(): void {
    this.#live.start();
    this.#live.flush();
  }

  start(): void {
    this.#live.start();
  }

  stop(): void {
    this.#live.stop();
    this.#marks.clear();
  }

  #show(scan: Scan): void {
    this.#scan = scan;
    this.#marked = scan.found.flatMap((one) => markedPostOf(one, this.rules, UNREPORTED) ?? []);
    this.#marks.show(this.#marked);
    if (!this.#shownAt.has(this.posts)) this.#shownAt.set(this.posts, performance.now());
  }
}

const update = Badges.prototype.update;

/** Other methods have no badges: what words alone cost is measured without them. */
export function showBadges(areShown: boolean): void {
  Badges.prototype.update = areShown ? update : ignore;
}

function ignore(): void {}
