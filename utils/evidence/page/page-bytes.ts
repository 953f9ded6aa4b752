import { toBase64 } from '../../base64';
import type { BytesGiven, BytesWanted } from '../engine/order';

const PATIENCE_MS = 10_000;
/** Of a host that gives whole files only, no more than one file's budget is let through. */
const MOST_STREAMED = 256 * 1024;

type Given = { bytes: Uint8Array; size?: number | undefined; sendsAll?: true };
type Refused = Extract<BytesGiven, { ok: false }>['why'];

/**
 * Part of a file, as the page that shows it may read it: mostly from the page's own cache, without a request. Nothing
 * of the page goes along: no cookies, no address.
 */
export async function pageBytes({ url, start, end }: Omit<BytesWanted, 'id'>): Promise<BytesGiven> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  /** Before the answer, a file that nobody else may read fails as a broken line does. */
  let failure: Refused = navigator.onLine ? 'not-allowed' : 'network';
  try {
    const response = await fetch(url, {
      headers: { Range: `bytes=${start}-${end - 1}` },
      cache: 'force-cache',
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Whom a host names instead is not who the post names.
      redirect: 'error',
      signal: stop.signal,
    });
    failure = 'network';
    const given = await readPart(response, start, end - start);
    if (typeof given === 'string') return { ok: false, why: given };
    const { bytes, size, sendsAll } = given;
    return {
      ok: true,
      base64: toBase64(bytes.slice().buffer),
      ...(size !== undefined && { size }),
      // What the page has drawn itself comes from no host.
      ...(sendsAll && url.startsWith('https:') && { sendsAll }),
    };
  } catch {
    // Whatever a host or a line does is an answer too.
    return { ok: false, why: stop.signal.aborted ? 'slow' : failure };
  } finally {
    clearTimeout(timer);
    // Ends what of the file is still to come.
    stop.abort();
  }
}

async function readPart(response: Response, start: number, length: number): Promise<Given | Refused> {
  const { status, headers, body } = response;
  if (status === 416) return { bytes: new Uint8Array(), size: sizeIn(headers.get('content-range')) };
  if (status === 206) {
    const range = headers.get('content-range');
    // Hosts seldom let other sites read this header; what it says must fit where it can be read.
    if (range !== null && !range.startsWith(`bytes ${start}-`)) return 'network';
    return { bytes: await read(body, 0, length), size: sizeIn(range) };
  }
  if (status !== 200 || start + length > MOST_STREAMED) return 'refused';
  const size = headers.has('content-encoding')
    ? Number.NaN
    : Number.parseInt(headers.get('content-length') ?? '', 10);
  return {
    bytes: await read(body, start, length),
    size: Number.isNaN(size) ? undefined : size,
    sendsAll: true,
  };
}

/** The last number of `bytes 0-9/100`, where it is one. */
function sizeIn(range: string | null): number | undefined {
  const size = /\/(\d{1,15})$/.exec(range ?? '')?.[1];
  return size === undefined ? undefined : Number(size);
}

/** Reads a stream only as far as needed; fewer bytes when it ends before. */
async function read(body: Response['body'], skip: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let at = -skip;
  const reader = body?.getReader();
  while (reader && at < length) {
    const { value, done } = await reader.read();
    if (done) break;
    const part = value.subarray(Math.max(0, -at), Math.max(0, length - at));
    bytes.set(part, Math.max(0, at));
    at += value.length;
  }
  return bytes.subarray(0, Math.max(0, Math.min(at, length)));
}
