import type { Clock } from '@/utils/evidence/desk/queue';

/** Time that passes only when it is told to. */
export class TestClock implements Clock {
  #now = 1_000_000;
  #due: { at: number; then: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, then: () => void): () => void {
    const entry = { at: this.#now + ms, then };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((each) => each !== entry);
    };
  }

  /** Everything that is due by then happens, each in its time. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const [next] = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#due = this.#due.filter((each) => each !== next);
      this.#now = Math.max(this.#now, next.at);
      next.then();
    }
    this.#now = end;
  }
}

/** What was resolved has been heard of. */
async function settled(): Promise<void> {
  for (let i = 0; i < 60; i++) await Promise.resolve();
}
