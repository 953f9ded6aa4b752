import { fromBase64 } from '../../base64';
import { BUDGET, type Budget, type ByteSource } from '../media/byte-source';
import type { BytesGiven, BytesWanted, MediaFindings, MediaOrder } from './order';
import { RangedFetch } from './ranged-fetch';
import { SourceTrouble } from './trouble';

/** Asks the page that shows a file for a part of it. */
export type AskPage = (wanted: BytesWanted) => Promise<BytesGiven>;

/**
 * The bytes of an ordered file. The page is asked first, as it mostly has them in its cache; the file's host only when
 * the page may not read it and the reader has allowed the extension to.
 */
export class OrderSource implements ByteSource {
  size?: number;
  type?: string;
  via: MediaFindings['via'] = 'page';
  /** What it rejected with last. */
  trouble: SourceTrouble['trouble'] | undefined;
  #network: RangedFetch | undefined;
  #hasRead = false;
  /** What a host that sends all of its file, whatever it is asked for, has let through to the page. */
  #streamed: number | undefined;

  /** @param closed hosts that pages were not allowed to read: they need not be asked again */
  constructor(
    readonly order: MediaOrder,
    readonly askPage: AskPage,
    readonly signal: AbortSignal,
    readonly closed: Set<string>,
  ) {
    if (order.network && closed.has(new URL(order.media.url).host)) this.#turnToNetwork();
  }

  async read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const bytes = await (this.#network ? this.#fromNetwork(start, end) : this.#fromPage(start, end));
      this.#hasRead = true;
      return bytes;
    } catch (error) {
      this.trouble = error instanceof SourceTrouble ? error.trouble : 'network';
      throw error;
    }
  }

  async #fromPage(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const { id, media, network } = this.order;
    if (this.#streamed !== undefined && this.#streamed + end > BUDGET.bytes)
      throw new SourceTrouble('budget');
    const given = await this.#unlessAborted(this.askPage({ id, url: media.url, start, end }));
    if (given.ok) {
      if (given.size !== undefined) this.size = given.size;
      if (given.sendsAll) this.#streamed = (this.#streamed ?? 0) + end;
      return new Uint8Array(fromBase64(given.base64)).slice(0, end - start);
    }
    const isClosed = given.why === 'not-allowed' || given.why === 'refused';
    if (!isClosed || !network || this.#hasRead) throw new SourceTrouble(given.why);
    if (given.why === 'not-allowed') this.closed.add(new URL(media.url).host);
    // The page's attempt may have reached the host, and all that it asked for may have come.
    this.#turnToNetwork({ requests: 1, bytes: end - start });
    return this.#fromNetwork(start, end);
  }

  async #fromNetwork(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#network!.read(start, end);
    if (this.#network!.size !== undefined) this.size = this.#network!.size;
    if (this.#network!.type !== undefined) this.type = this.#network!.type;
    return bytes;
  }

  #turnToNetwork(spent?: Budget): void {
    this.via = 'network';
    // Pages put `http:` to `https:` as well before they load a picture.
    this.#network = new RangedFetch(this.order.media.url.replace(/^http:/, 'https:'), this.signal, spent);
  }

  /** A page that was closed or hangs may never answer. */
  #unlessAborted<T>(answer: Promise<T>): Promise<T> {
    const { promise, reject, resolve } = Promise.withResolvers<T>();
    const abort = () => reject(this.signal.reason);
    if (this.signal.aborted) abort();
    this.signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', abort));
    return promise;
  }
}
