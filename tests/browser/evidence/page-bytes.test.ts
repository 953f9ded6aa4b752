import { afterEach, describe, expect, test, vi } from 'vitest';
import { fromBase64 } from '@/utils/base64';
import { pageBytes } from '@/utils/evidence/page/page-bytes';

const url = 'https://img.example/a.jpg';
const file = Uint8Array.from({ length: 1_000 }, (_, i) => i % 251);
const bytesOf = (given: Awaited<ReturnType<typeof pageBytes>>) =>
  given.ok ? [...new Uint8Array(fromBase64(given.base64))] : given.why;
const part = (start: number, end: number) => [...file.slice(start, end)];

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Bytes that come in small pieces; `taken` are the pieces that somebody asked for. */
function streamOf(bytes: Uint8Array, piece = 64) {
  const stream = { taken: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const at = stream.taken * piece;
        if (at >= bytes.length) return controller.close();
        stream.taken++;
        controller.enqueue(bytes.slice(at, at + piece));
      },
      cancel() {
        stream.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, body };
}

function answer(body: BodyInit | null, status: number, headers: Record<string, string> = {}) {
  return vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => new Response(body, { status, headers }));
}

describe('a part of a file', () => {
  test('is asked for without anything of the page, and out of its cache where it is there', async () => {
    const asked = answer(file.slice(100, 200), 206, { 'content-range': 'bytes 100-199/1000' });
    const given = await pageBytes({ url, start: 100, end: 200 });
    expect(given).toMatchObject({ ok: true, size: 1_000 });
    expect(bytesOf(given)).toEqual(part(100, 200));
    expect(asked).toHaveBeenCalledExactlyOnceWith(url, {
      headers: { Range: 'bytes=100-199' },
      cache: 'force-cache',
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: expect.any(AbortSignal),
    });
  });

  test('is believed to be the one that was asked for where the host does not let that be read', async () => {
    answer(file.slice(100, 200), 206);
    const given = await pageBytes({ url, start: 100, end: 200 });
    expect(bytesOf(given)).toEqual(part(100, 200));
    expect(given).not.toHaveProperty('size');
  });

  test('is refused when it is another one', async () => {
    answer(file.slice(0, 100), 206, { 'content-range': 'bytes 0-99/1000' });
    expect(await pageBytes({ url, start: 100, end: 200 })).toEqual({ ok: false, why: 'network' });
  });

  test('is never more than was asked for', async () => {
    answer(file, 206, { 'content-range': 'bytes 0-999/*' });
    const given = await pageBytes({ url, start: 0, end: 10 });
    expect(bytesOf(given)).toEqual(part(0, 10));
    expect(given).not.toHaveProperty('size');
  });

  test('is cut out of a whole file, of which no more is read than needed', async () => {
    const { stream, body } = streamOf(file);
    answer(body, 200, { 'content-length': '1000' });
    const given = await pageBytes({ url, start: 100, end: 200 });
    expect(bytesOf(given)).toEqual(part(100, 200));
    expect(given, 'so that all of it is counted').toMatchObject({ sendsAll: true });
    expect(given).toMatchObject({ size: 1_000 });
    expect(stream.taken).toBe(4);
  });

  test('is shorter where the file ends, and nothing behind its end', async () => {
    answer(file, 200);
    expect(bytesOf(await pageBytes({ url, start: 900, end: 1_200 }))).toEqual(part(900, 1_000));
    answer(file, 200);
    expect(bytesOf(await pageBytes({ url, start: 2_000, end: 2_100 }))).toEqual([]);
    answer(null, 416, { 'content-range': 'bytes */1000' });
    expect(await pageBytes({ url, start: 2_000, end: 2_100 })).toEqual({ ok: true, base64: '', size: 1_000 });
  });

  test('has no size where the length is that of a packed file', async () => {
    answer(file, 200, { 'content-length': '600', 'content-encoding': 'gzip' });
    expect(await pageBytes({ url, start: 0, end: 10 })).not.toHaveProperty('size');
  });

  test('far into a file is not read from a host that gives whole files only', async () => {
    const { stream, body } = streamOf(file);
    answer(body, 200);
    const given = await pageBytes({ url, start: 300_000, end: 300_100 });
    expect(given).toEqual({ ok: false, why: 'refused' });
    expect(stream.taken).toBe(0);
  });
});

describe('what keeps us from it', () => {
  test.each([403, 404, 429, 500])('is a refusal for status %i', async (status) => {
    answer('no', status);
    expect(await pageBytes({ url, start: 0, end: 10 })).toEqual({ ok: false, why: 'refused' });
  });

  test('is a host that lets nobody else read, unless there is no line at all', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await pageBytes({ url, start: 0, end: 10 })).toEqual({ ok: false, why: 'not-allowed' });
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(await pageBytes({ url, start: 0, end: 10 })).toEqual({ ok: false, why: 'network' });
  });

  test('is the line when it breaks in the middle', async () => {
    const body = new ReadableStream({
      start: (controller) => controller.error(new TypeError('network error')),
    });
    answer(body, 206);
    expect(await pageBytes({ url, start: 0, end: 10 })).toEqual({ ok: false, why: 'network' });
  });

  test('is a host that does not answer for ten seconds', async () => {
    vi.useFakeTimers();
    vi.spyOn(globalThis, 'fetch').mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('over', 'AbortError')));
        }),
    );
    const given = pageBytes({ url, start: 0, end: 10 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await given).toEqual({ ok: false, why: 'slow' });
  });
});

test('reads from a real host', async () => {
  const real = new URL('/_locales/en/messages.json', location.origin).href;
  const whole = new Uint8Array(await (await fetch(real)).arrayBuffer());
  const given = await pageBytes({ url: real, start: 10, end: 90 });
  expect(bytesOf(given)).toEqual([...whole.slice(10, 90)]);
});

test('reads pictures that only the page has', async () => {
  const blob = URL.createObjectURL(new Blob([file]));
  expect(bytesOf(await pageBytes({ url: blob, start: 100, end: 200 }))).toEqual(part(100, 200));
  URL.revokeObjectURL(blob);
  const data = `data:image/png;base64,${btoa(String.fromCharCode(...file))}`;
  const drawn = await pageBytes({ url: data, start: 100, end: 200 });
  expect(bytesOf(drawn)).toEqual(part(100, 200));
  expect(drawn, 'no host has sent it').not.toHaveProperty('sendsAll');
});
