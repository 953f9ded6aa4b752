import type { MediaCheck } from '../../model/media-check';
import type { Media } from '../../model/post';
import type { MediaEngine, MediaFindings, MediaOrder } from '../engine/order';
import { unread } from '../engine/trouble';
import { keptFor, nameOf } from './keep';
import { isPublicAddress } from './public-host';
import type { Clock, MediaQueue, Turn } from './queue';

/** Findings of before, by the name of the file. Neither rejects: without a cache files are read again. */
export interface FindingsCache {
  get(name: string, now: number): Promise<MediaFindings | undefined>;
  put(name: string, findings: MediaFindings, times: { now: number; until: number }): Promise<void>;
}

/** Who asks: a frame of a tab. */
export interface Place {
  tab: number;
  frame: number;
}

export interface Request {
  media: readonly Media[];
  by: 'view' | 'reader';
  /** Id of the site whose page asks. */
  site: string;
  place: Place;
  /** In a private window: what is found is not kept. */
  isPrivate: boolean;
}

type Asker = Omit<Request, 'media'> & { resolve: (findings: MediaFindings) => void };

/** One file that somebody waits for, however many. */
interface Job {
  name: string;
  order: MediaOrder;
  askers: Asker[];
  turn: Turn;
  /** It had its turn. */
  isRunning: boolean;
}

export interface DeskParts {
  engine: MediaEngine;
  cache: FindingsCache;
  queue: MediaQueue;
  clock: Pick<Clock, 'now'>;
  /** Whether the extension may ask the host of an address itself; never rejects. */
  mayAsk(url: string): Promise<boolean>;
}

/** Takes requests for looking into files; each is answered, and no file is read twice for it. */
export class MediaDesk {
  readonly #jobs = new Map<string, Job>();
  readonly #running = new Map<string, Job>();

  constructor(readonly parts: DeskParts) {}

  /** In the order of the request, each file once. */
  async check({ media, ...asker }: Request): Promise<MediaCheck[]> {
    const byName = new Map(media.map((each) => [nameOf(each), each]));
    return Promise.all(
      [...byName].map(async ([name, each]) => {
        const findings = await this.#findings(name, each, asker);
        return { media: each, ...findings, at: this.parts.clock.now() };
      }),
    );
  }

  /** Gives up what a tab has asked for; what another has asked for as well goes on. */
  stop(tab: number): void {
    for (const job of [...this.#jobs.values()]) this.#leave(job, ({ place }) => place.tab === tab);
  }

  /** Gives up what pages asked for by themselves, where the reader has it on no more. */
  stopViews(sitesOn: readonly string[]): void {
    for (const job of [...this.#jobs.values()])
      this.#leave(job, ({ by, site }) => by === 'view' && !sitesOn.includes(site));
  }

  /** Gives up what is read of hosts that the reader allows no more. */
  async stopForbidden(): Promise<void> {
    for (const job of [...this.#running.values()]) {
      if (job.order.network && !(await this.parts.mayAsk(job.order.media.url))) this.#leave(job, () => true);
    }
  }

  #leave(job: Job, isGone: (asker: Asker) => boolean): void {
    const gone = job.askers.filter(isGone);
    if (gone.length === 0) return;
    job.askers = job.askers.filter((asker) => !gone.includes(asker));
    for (const { resolve } of gone) resolve(unread('stopped'));
    if (job.askers.length > 0) return;
    if (this.#jobs.get(job.name) === job) this.#jobs.delete(job.name);
    if (job.isRunning) this.parts.engine.stop(job.order.id);
    else this.parts.queue.remove(job.turn);
  }

  /** Who can be asked for the bytes of an order; nobody when it was stopped, or given by a background that is gone. */
  placeOf(order: string): Place | undefined {
    return this.#running.get(order)?.askers[0]?.place;
  }

  #findings(name: string, media: Media, asker: Omit<Asker, 'resolve'>): Promise<MediaFindings> {
    return new Promise((resolve) => {
      const known = this.#jobs.get(name);
      const job = known ?? this.#jobOf(name, media);
      job.askers.push({ ...asker, resolve });
      if (asker.by === 'reader') job.turn.isUrgent = true;
      if (!known) void this.#prepare(job);
    });
  }

  #jobOf(name: string, media: Media): Job {
    const job: Job = {
      name,
      order: { id: crypto.randomUUID(), media, network: false },
      askers: [],
      isRunning: false,
      turn: {
        host: new URL(media.url).host,
        isUrgent: false,
        take: () => this.#look(job),
        pass: () => this.#settle(job, unread('paused')),
      },
    };
    this.#jobs.set(name, job);
    return job;
  }

  async #prepare(job: Job): Promise<void> {
    if (!isPublicAddress(job.order.media.url)) return this.#settle(job, unread('not-allowed'));
    const kept = await this.parts.cache.get(job.name, this.parts.clock.now());
    if (kept) return this.#settle(job, kept);
    if (job.askers.length > 0) this.parts.queue.add(job.turn);
  }

  async #look(job: Job): Promise<'answered' | 'refused' | 'unknown'> {
    // The turn may have come minutes after the question.
    job.order.network = await this.parts.mayAsk(job.order.media.url);
    // Stopped while the turn was begun.
    if (job.askers.length === 0) return 'unknown';
    const { id } = job.order;
    job.isRunning = true;
    this.#running.set(id, job);
    // An engine that died has taken its orders with it.
    const findings = await this.parts.engine.check(job.order).catch(() => unread('stopped'));
    this.#running.delete(id);
    await this.#keep(job, findings);
    this.#settle(job, findings);
    if (findings.bytesRead) return 'answered';
    return findings.trouble === 'refused' ? 'refused' : 'unknown';
  }

  async #keep(job: Job, findings: MediaFindings): Promise<void> {
    const now = this.parts.clock.now();
    const until = now + keptFor(findings);
    if (until > now && job.askers.some(({ isPrivate }) => !isPrivate)) {
      await this.parts.cache.put(job.name, findings, { now, until });
    }
  }

  #settle(job: Job, findings: MediaFindings): void {
    if (this.#jobs.get(job.name) === job) this.#jobs.delete(job.name);
    for (const { resolve } of job.askers.splice(0)) resolve(findings);
  }
}
