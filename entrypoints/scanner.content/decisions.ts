import type { PostKey } from '@/utils/model/post';
import { call } from './background';

/** What the reader has decided about posts on this page, now and on earlier visits. */
export class Decisions {
  readonly #asked = new Set<PostKey>();
  readonly #reported = new Set<PostKey>();
  readonly #dismissed = new Set<PostKey>();

  /** @param onChange called after the reader decided something on this page */
  constructor(readonly onChange: () => void) {}

  /** Asks the background about posts not asked about before; true when it knew anything. */
  async learn(keys: readonly PostKey[]): Promise<boolean> {
    const fresh = keys.filter((key) => !this.#asked.has(key));
    if (fresh.length === 0) return false;
    for (const key of fresh) this.#asked.add(key);
    try {
      const { reported, dismissed } = await call('getDecisions', fresh);
      for (const key of reported) this.#reported.add(key);
      for (const key of dismissed) this.#dismissed.add(key);
      return reported.length + dismissed.length > 0;
    } catch {
      // No answer now: the posts are asked about again at the next scan; until then they show as undecided.
      for (const key of fresh) this.#asked.delete(key);
      return false;
    }
  }

  isReported = (key: PostKey) => this.#reported.has(key);
  isDismissed = (key: PostKey) => this.#dismissed.has(key);

  setReported(key: PostKey, reported: boolean): void {
    if (reported) this.#reported.add(key);
    else this.#reported.delete(key);
    this.onChange();
  }

  setDismissed(key: PostKey, dismissed: boolean): void {
    if (dismissed) this.#dismissed.add(key);
    else this.#dismissed.delete(key);
    this.onChange();
  }
}
