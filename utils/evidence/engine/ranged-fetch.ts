import { BUDGET, type Budget, type ByteSource } from '../media/byte-source';
import { SourceTrouble } from './trouble';

/** What a host tells of the bytes in an answer of status 206 or 416 (RFC 9110, 14.4). */
const CONTENT_RANGE = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/i;

/**
 * A file at its host, by requests of the extension for parts of it: without cookies, without telling from where, and
 * never for more than the budget of one file, also from a host that does not know of parts. Rejects with
 * `SourceTrouble`, or with the signal's reason.
 */
export class RangedFetch implements ByteSource {
  size?: number;
  type?: string;
  /** The beginning of the file, from a host that sends all of it whatever it is asked for. */
  #beginning = new Uint8Array();
  #sendsAll = false;
  readonly #left: Budget;

  /** @param spent on the file before, from elsewhere */
  constructor(
    readonly url: string,
    readonly signal: AbortSignal,
    spent: Budget = { bytes: 0, requests: 0 },
  ) {
    this.#left = { bytes: BUDGET.bytes - spent.bytes, requests: BUDGET.requests - spent.requests };
  }

  async read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    if (end <= this.#beginning.length) return this.#beginning.slice(start, end);
    const cost = this.#sendsAll ? end : end - start;
    if (this.#left.requests <= 0 || cost > this.#left.bytes) throw new SourceTrouble('budget');
    this.#left.requests--;
    const response = await this.#ask(start, end);
    const type = response.headers.get('content-type');
    if (type) this.type = type;
    if (response.status === 206) return this.#part(response, start, end);
    if (response.status === 200) return this.#fromBeginning(response, start, end);
    await response.body?.cancel();
    if (response.status === 416) return this.#behindTheEnd(response);
    throw new SourceTrouble('refused');
  }

  async #ask(start: number, end: number): Promise<Response> {
    try {
      return await fetch(this.url, {
        headers: { range: `bytes=${start}-${end - 1}` },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'force-cache',
        // The host alone was allowed: to follow it elsewhere is to ask somebody else, whoever that is.
        redirect: 'error',
        signal: this.signal,
      });
    } catch (error) {
      throw this.#reasonOf(error);
    }
  }

  async #part(response: Response, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const range = CONTENT_RANGE.exec(response.headers.get('content-range') ?? '');
    if (range && Number(range[1]) !== start) {
      await response.body?.cancel();
      throw new SourceTrouble('refused');
    }
    this.#learnSize(range?.[2]);
    return this.#take(response, end - start);
  }

  async #fromBeginning(response: Response, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#sendsAll = true;
    if (end > this.#left.bytes) {
      await response.body?.cancel();
      throw new SourceTrouble('budget');
    }
    // Of a compressed answer it is the length on the way, not that of the file.
    if (!response.headers.has('content-encoding'))
      this.#learnSize(response.headers.get('content-length') ?? undefined);
    this.#beginning = await this.#take(response, end);
    if (this.#beginning.length < end) this.size = this.#beginning.length;
    return this.#beginning.slice(start, end);
  }

  #behindTheEnd(response: Response): Uint8Array<ArrayBuffer> {
    this.#learnSize(CONTENT_RANGE.exec(response.headers.get('content-range') ?? '')?.[2]);
    return new Uint8Array();
  }

  #learnSize(told: string | undefined): void {
    if (told && /^\d+$/.test(told)) this.size = Number(told);
  }

  /** The first bytes of an answer, as many as there are up to `length`; the rest is not waited for. */
  async #take(response: Response, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const taken = new Uint8Array(length);
    let count = 0;
    const reader = response.body?.getReader();
    try {
      while (reader && count < length) {
        const { done, value } = await reader.read();
        if (done) break;
        const piece = value.subarray(0, length - count);
        taken.set(piece, count);
        count += piece.length;
      }
    } catch (error) {
      throw this.#reasonOf(error);
    } finally {
      this.#left.bytes -= count;
      // Of a stream that broke there is nothing left to cancel, and it says so by rejecting.
      reader?.cancel().catch(() => undefined);
    }
    return taken.slice(0, count);
  }

  #reasonOf(error: unknown): unknown {
    if (this.signal.aborted) return this.signal.reason;
    return error instanceof SourceTrouble ? error : new SourceTrouble('network');
  }
}
