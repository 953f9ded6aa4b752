import { visitOf } from '@/utils/model/changes';
import type { PostKey } from '@/utils/model/post';
import type { ReportedPost } from '@/utils/model/report';
import type { LiveScan } from '@/utils/scan/live-scan';
import { call } from './background';
import type { CardPanel } from './card-panel';
import type { Decisions } from './decisions';

/** Notes what became of reported posts that the page shows again, and of those that it shows no more. */
export class Revisits {
  /** What was noted of each post, so that one look at a page is one visit. */
  readonly #noted = new Map<PostKey, string>();
  /** Addresses that were asked about, without fragments. */
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
      // Before the answer, so that a look that comes meanwhile does not say it too.
      this.#noted.set(key, noting);
      try {
        await call('recordVisit', visit);
      } catch (error) {
        this.#noted.delete(key);
        throw error;
      }
      this.decisions.noteChanges(key, visit.changes);
    }
  }

  async #noteGone(): Promise<void> {
    const { url, surface, health } = this.live.scan;
    const address = url.replace(/#.*/, '');
    if (surface === null || health.status !== 'not-a-post' || this.#goneAt.has(address)) return;
    this.#goneAt.add(address);
    try {
      this.card.showGone(await noteGoneAt(address));
    } catch (error) {
      this.#goneAt.delete(address);
      throw error;
    }
  }
}

/** Notes of every report on the post of an address that the post is gone. @returns these reports */
async function noteGoneAt(address: string): Promise<ReportedPost[]> {
  const reports = await call('getReportsAt', address);
  for (const { reportId } of reports) await call('recordVisit', { reportId, changes: ['gone'] });
  return reports;
}
