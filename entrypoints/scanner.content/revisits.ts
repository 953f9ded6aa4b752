import { visitOf } from '@/utils/model/changes';
import type { PostKey } from '@/utils/model/post';
import type { LiveScan } from '@/utils/scan/live-scan';
import { call } from './background';
import type { CardPanel } from './card-panel';
import type { Decisions } from './decisions';

/** Notes what became of reported posts that the page shows again, and of those that it shows no more. */
export class Revisits {
  /** What was noted of each post, so that one look at a page is one visit. */
  readonly #noted = new Map<PostKey, string>();
  /** Addresses that were asked about. */
  readonly #goneAt = new Set<string>();

  constructor(
    readonly live: LiveScan,
    readonly decisions: Decisions,
    readonly card: Pick<CardPanel, 'showGone'>,
  ) {}

  async note(): Promise<void> {
    try {
      await this.#noteSeen();
      await this.#noteGone();
    } catch {
      // The background gave no answer. A visit that was not noted is noted at the next change of the page.
    }
  }

  async #noteSeen(): Promise<void> {
    for (const key of this.decisions.reportedKeys()) {
      const report = this.decisions.reportOf(key);
      const found = this.live.peek(key);
      if (!report || !found) continue;
      const visit = visitOf(report, found.post);
      const noting = JSON.stringify(visit);
      if (this.#noted.get(key) === noting) continue;
      await call('recordVisit', visit);
      this.decisions.noteChanges(key, visit.changes);
      this.#noted.set(key, noting);
    }
  }

  async #noteGone(): Promise<void> {
    const { url, surface, health } = this.live.scan;
    if (surface === null || health.status !== 'not-a-post' || this.#goneAt.has(url)) return;
    const reports = await call('getReportsAt', url.replace(/#.*/, ''));
    this.#goneAt.add(url);
    for (const { reportId } of reports) await call('recordVisit', { reportId, changes: ['gone'] });
    this.card.showGone(reports);
  }
}
