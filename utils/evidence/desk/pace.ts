/** Files of one host that are begun in a minute. */
export const PER_MINUTE = 30;
/** Of all hosts together: a host has as many names as it likes. */
export const PER_MINUTE_IN_ALL = 120;
const MINUTE = 60_000;
/** So many refusals one after another, and the host is left alone for so long, in milliseconds. */
export const REFUSALS = 3;
export const PAUSE = 3_600_000;

/** What is remembered of one host; times in milliseconds since 1970. */
export interface HostPace {
  /** When the files of the last minute were begun. */
  begun: number[];
  /** One after another, up to now. */
  refusals: number;
  pausedUntil: number;
}

/** How often hosts are asked, as plain data that outlives the background. */
export type Paces = Record<string, HostPace>;

/** Keeps to a pace for each host. */
export class Pacer {
  /** @param paces is changed in place */
  constructor(readonly paces: Paces) {}

  isPaused(host: string, now: number): boolean {
    const { pausedUntil } = this.#of(host);
    // A clock that was set back must not make it longer.
    return pausedUntil > now && pausedUntil <= now + PAUSE;
  }

  /** Milliseconds until another file of the host may be begun. */
  wait(host: string, now: number): number {
    const ofAll = Object.values(this.paces).flatMap((pace) => recentOf(pace, now));
    return Math.max(
      waitFor(recentOf(this.#of(host), now), PER_MINUTE, now),
      waitFor(
        ofAll.sort((a, b) => a - b),
        PER_MINUTE_IN_ALL,
        now,
      ),
    );
  }

  begin(host: string, now: number): void {
    const pace = this.#of(host);
    this.paces[host] = { ...pace, begun: [...recentOf(pace, now), now] };
    for (const [other, each] of Object.entries(this.paces)) {
      const isOver = recentOf(each, now).length === 0 && !this.isPaused(other, now);
      if (isOver && each.refusals === 0) delete this.paces[other];
    }
  }

  answered(host: string): void {
    this.paces[host] = { ...this.#of(host), refusals: 0 };
  }

  refused(host: string, now: number): void {
    const pace = this.#of(host);
    const refusals = pace.refusals + 1;
    this.paces[host] =
      refusals < REFUSALS ? { ...pace, refusals } : { ...pace, refusals: 0, pausedUntil: now + PAUSE };
  }

  #of(host: string): HostPace {
    return (
      (Object.hasOwn(this.paces, host) && this.paces[host]) || { begun: [], refusals: 0, pausedUntil: 0 }
    );
  }
}

/** @param recent in order */
function waitFor(recent: readonly number[], most: number, now: number): number {
  return recent.length < most ? 0 : recent[recent.length - most]! + MINUTE - now;
}

/** In order; without times to come, which a clock that was set back leaves. */
function recentOf({ begun }: HostPace, now: number): number[] {
  return begun.filter((at) => at > now - MINUTE && at <= now);
}
