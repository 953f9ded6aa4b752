import type { PostKey } from '@/utils/model/post';
import type { ReportedPost } from '@/utils/model/report';
import { call } from './background';

/** As many as one question to the background may name (utils/messaging/schema.ts). */
const CHUNK = 2_000;
/** A feed that is scrolled for hours must not fill the memory; what is forgotten is asked about again when seen. */
const MOST = 10_000;

/** What the reader has decided about posts on this page, now and on earlier visits. */
export class Decisions {
  /** Oldest first. */
  readonly #asked = new Set<PostKey>();
  /** Posts whose answer is under way, with the question: an answer counts only if it is to the newest question. */
  readonly #pending = new Map<PostKey, object>();
  readonly #reported = new Map<PostKey, ReportedPost>();
  readonly #dismissed = new Set<PostKey>();

  /** @param onChange called after the reader decided something on this page */
  constructor(readonly onChange: () => void) {}

  /** Asks the background about posts not asked about before; true when the answer changed anything. */
  async learn(keys: readonly PostKey[]): Promise<boolean> {
    const fresh = [...new Set(keys)].filter((key) => !this.#asked.has(key));
    if (fresh.length === 0) return false;
    const question = {};
    for (const key of fresh) {
      this.#asked.add(key);
      this.#pending.set(key, question);
    }
    this.#forgetOldest(new Set(keys));
    let changed = false;
    for (let at = 0; at < fresh.length; at += CHUNK) {
      const chunk = fresh.slice(at, at + CHUNK);
      try {
        const { reported, dismissed } = await call('getDecisions', chunk);
        changed = this.#take(this.#settle(chunk, question), reported, dismissed) || changed;
      } catch {
        // No answer now: the posts are asked about again at the next scan; until then they show as before.
        for (const key of this.#settle(fresh.slice(at), question)) this.#asked.delete(key);
        return changed;
      }
    }
    return changed;
  }

  /** The next {@link learn} asks about these again; until its answer what is known of them stands. */
  forget(keys: readonly PostKey[]): void {
    for (const key of keys) {
      this.#asked.delete(key);
      this.#pending.delete(key);
    }
  }

  /** Asks again about those of these posts that were asked about, because they were decided elsewhere. */
  async refresh(keys: readonly PostKey[]): Promise<void> {
    await this.learnAgain(keys.filter((key) => this.#asked.has(key)));
  }

  /**
   * Asks also about posts that were not asked about: one may have been decided on elsewhere. Resolves to whether that
   * is news.
   */
  async learnAgain(keys: readonly PostKey[]): Promise<boolean> {
    this.forget(keys);
    const isNews = await this.learn(keys);
    if (isNews) this.onChange();
    return isNews;
  }

  /** Posts that are known to be reported, of this page and of those before it. */
  reportedKeys = (): PostKey[] => [...this.#reported.keys()];
  reportOf = (key: PostKey) => this.#reported.get(key);
  isReported = (key: PostKey) => this.#reported.has(key);
  isDismissed = (key: PostKey) => this.#dismissed.has(key);

  /** What a visit that was noted has found; the next one is compared with it. */
  noteChanges(key: PostKey, lastChanges: ReportedPost['lastChanges']): void {
    const report = this.#reported.get(key);
    if (report) this.#reported.set(key, { ...report, lastChanges });
  }

  setReported(key: PostKey, report: ReportedPost | undefined): void {
    this.#decide(key);
    if (report) this.#reported.set(key, report);
    else this.#reported.delete(key);
    this.onChange();
  }

  setDismissed(key: PostKey, dismissed: boolean): void {
    this.#decide(key);
    if (dismissed) this.#dismissed.add(key);
    else this.#dismissed.delete(key);
    this.onChange();
  }

  /** An answer that was asked for before this decision knows nothing of it; the next scan asks for the rest. */
  #decide(key: PostKey): void {
    if (this.#pending.delete(key)) this.#asked.delete(key);
  }

  /** Which of these still wait for the answer to this question; they wait no more. */
  #settle(keys: readonly PostKey[], question: object): PostKey[] {
    return keys.filter((key) => this.#pending.get(key) === question && this.#pending.delete(key));
  }

  #take(keys: readonly PostKey[], reported: readonly ReportedPost[], dismissed: readonly PostKey[]): boolean {
    const reports = new Map(reported.map((report) => [report.key, report]));
    const gone = new Set(dismissed);
    let changed = false;
    for (const key of keys) {
      const report = reports.get(key);
      if (report || this.#reported.has(key) || gone.has(key) !== this.#dismissed.has(key)) changed = true;
      if (report) this.#reported.set(key, report);
      else this.#reported.delete(key);
      if (gone.has(key)) this.#dismissed.add(key);
      else this.#dismissed.delete(key);
    }
    return changed;
  }

  #forgetOldest(shown: ReadonlySet<PostKey>): void {
    for (const key of this.#asked) {
      if (this.#asked.size <= MOST) return;
      if (shown.has(key)) continue;
      this.forget([key]);
      this.#reported.delete(key);
      this.#dismissed.delete(key);
    }
  }
}
