import { inDocumentOrder } from '@/utils/composed';
import type { MarkedPost } from '@/utils/highlight/marks';
import { changesSince, hasChanged } from '@/utils/model/changes';
import { marksPage } from '@/utils/model/finding';
import type { RuleSet } from '@/utils/rules/match';
import type { LiveScan } from '@/utils/scan/live-scan';
import type { ScannedFound } from '@/utils/scan/page-index';
import type { Decisions } from './decisions';
import { type Filed, markedPostOf } from './marks';

/** Which posts of the page are marked: those that rules found and nobody dismissed, and those that were reported. */
export class MarkedPosts {
  #open = 0;

  constructor(
    readonly live: LiveScan,
    readonly rules: RuleSet,
    readonly decisions: Decisions,
  ) {}

  /** How many posts rules marked that were not dismissed, as of the last look. */
  get open(): number {
    return this.#open;
  }

  posts(): MarkedPost[] {
    return this.#marked().flatMap((found) => markedPostOf(found, this.rules, this.#filed(found)) ?? []);
  }

  /** In the order of the document. */
  found(): ScannedFound[] {
    return inDocumentOrder(this.#marked());
  }

  #marked(): ScannedFound[] {
    const byRules = this.live.scan.found.filter(
      ({ key, findings }) => findings.some(marksPage) && !this.decisions.isDismissed(key),
    );
    this.#open = byRules.length;
    const shown = new Set(byRules.map(({ key }) => key));
    const reported = this.decisions
      .reportedKeys()
      .flatMap((key) => (shown.has(key) ? [] : (this.live.peek(key) ?? [])));
    return [...byRules, ...reported];
  }

  #filed(found: ScannedFound): Filed {
    const report = this.decisions.reportOf(found.key);
    if (!report) return { is: 'unreported' };
    return { is: hasChanged(changesSince(report, found.post)) ? 'changed' : 'reported', report };
  }
}
