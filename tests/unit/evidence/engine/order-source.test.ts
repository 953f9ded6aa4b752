import { beforeEach, describe, expect, test, vi } from 'vitest';
import { toBase64 } from '@/utils/base64';
import type { BytesGiven, MediaOrder } from '@/utils/evidence/engine/order';
import { type AskPage, OrderSource } from '@/utils/evidence/engine/order-source';
import { SourceTrouble } from '@/utils/evidence/engine/trouble';

const file = Uint8Array.from({ length: 1_000 }, (_, i) => i % 251);
const order = (more: Partial<MediaOrder> = {}): MediaOrder => ({
  id: 'o',
  media: { type: 'image', url: 'https://pics.example/a.png' },
  network: true,
  ...more,
});
const given = (start: number, end: number, size?: number): BytesGiven => ({
  ok: true,
  base64: toBase64(file.slice(start, end).buffer),
  ...(size !== undefined && { size }),
});
const fromFile: AskPage = async ({ start, end }) => given(start, end, file.length);
const refusing =
  (why: Extract<BytesGiven, { ok: false }>['why']): AskPage =>
  async () => ({ ok: false, why });

let asked: Request[];
beforeEach(() => {
  vi.restoreAllMocks();
  asked = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = { url: String(input), ...init } as unknown as Request;
    asked.push(request);
    const range = new Headers(init?.headers).get('range')!;
    const [start, end] = range.slice('bytes='.length).split('-').map(Number) as [number, number];
    const headers = { 'content-range': `bytes ${start}-${end}/${file.length}`, 'content-type': 'image/png' };
    const response = new Response(file.slice(start, end + 1), { status: 206, headers });
    return Object.defineProperty(response, 'url', { value: String(input) });
  });
});

const open = (askPage: AskPage, more: Partial<MediaOrder> = {}, closed = new Set<string>()) =>
  new OrderSource(order(more), askPage, new AbortController().signal, closed);

describe('the bytes of an order', () => {
  test('come from the page, which is asked for them by the order’s name', async () => {
    const askPage = vi.fn(fromFile);
    const source = open(askPage);
    expect(await source.read(10, 20)).toEqual(file.slice(10, 20));
    expect(askPage).toHaveBeenCalledWith({ id: 'o', url: 'https://pics.example/a.png', start: 10, end: 20 });
    expect(source).toMatchObject({ via: 'page', size: 1_000, trouble: undefined });
    expect(asked).toEqual([]);
  });

  test('are no more than what was asked for, whatever a page gives', async () => {
    expect(await open(async () => given(0, 900)).read(0, 10)).toEqual(file.slice(0, 10));
  });

  test.each(['not-allowed', 'refused'] as const)(
    'come from the host where the page may not: %s',
    async (why) => {
      const source = open(refusing(why));
      expect(await source.read(0, 10)).toEqual(file.slice(0, 10));
      expect(source).toMatchObject({ via: 'network', size: 1_000, type: 'image/png' });
      expect(asked[0]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    },
  );

  test('do not come from a host that the reader has not allowed', async () => {
    const source = open(refusing('not-allowed'), { network: false });
    await expect(source.read(0, 10)).rejects.toThrow(SourceTrouble);
    expect(source).toMatchObject({ via: 'page', trouble: 'not-allowed' });
    expect(asked).toEqual([]);
  });

  test.each(['network', 'slow', 'stopped'] as const)('are given up where the page says: %s', async (why) => {
    const source = open(refusing(why));
    await expect(source.read(0, 10)).rejects.toThrow(SourceTrouble);
    expect(source.trouble).toBe(why);
    expect(asked).toEqual([]);
  });

  test('do not come from two places', async () => {
    const askPage = vi.fn(fromFile);
    const source = open(askPage);
    await source.read(0, 10);
    askPage.mockImplementation(refusing('not-allowed'));
    await expect(source.read(10, 20)).rejects.toThrow(SourceTrouble);
    expect(asked).toEqual([]);
  });

  test('count what the page has tried among the requests of the file', async () => {
    const source = open(refusing('not-allowed'));
    await source.read(0, 10);
    await source.read(10, 20);
    await expect(source.read(20, 30)).rejects.toThrow(SourceTrouble);
    expect(source.trouble).toBe('budget');
    expect(asked).toHaveLength(2);
  });

  test('count what the page has asked for among the bytes of the file', async () => {
    const source = open(refusing('refused'));
    const KIB = 1024;
    await source.read(0, 64 * KIB);
    await expect(source.read(0, 192 * KIB)).rejects.toThrow(SourceTrouble);
    expect(source.trouble).toBe('budget');
    expect(asked).toHaveLength(1);
    await source.read(0, 192 * KIB - file.length);
  });

  test('count all that a host sends to the page which does not know of parts', async () => {
    const KIB = 1024;
    const askPage = vi.fn<AskPage>(async () => ({ ok: true, base64: '', sendsAll: true }));
    const source = open(askPage);
    await source.read(0, 64 * KIB);
    await source.read(64 * KIB, 128 * KIB);
    await expect(source.read(128 * KIB, 192 * KIB)).rejects.toThrow(SourceTrouble);
    expect(source.trouble).toBe('budget');
    expect(askPage).toHaveBeenCalledTimes(2);
  });

  test('are asked of the host at once where a page of before was not allowed', async () => {
    const closed = new Set<string>();
    await open(refusing('not-allowed'), {}, closed).read(0, 10);
    const askPage = vi.fn(fromFile);
    const source = open(askPage, {}, closed);
    for (let i = 0; i < 3; i++) await source.read(i, i + 1);
    expect(askPage).not.toHaveBeenCalled();
    await open(askPage, { network: false }, closed).read(0, 1);
    expect(askPage).toHaveBeenCalledTimes(1);
  });

  test('are asked for over a secure line, whatever the post says', async () => {
    const source = open(refusing('not-allowed'), {
      media: { type: 'image', url: 'http://pics.example/a.png' },
    });
    await source.read(0, 10);
    expect(asked[0]!.url).toBe('https://pics.example/a.png');
  });

  test('are not waited for from a page that never answers', async () => {
    const abort = new AbortController();
    const source = new OrderSource(order(), () => new Promise(() => {}), abort.signal, new Set());
    const read = source.read(0, 10);
    abort.abort(new SourceTrouble('slow'));
    await expect(read).rejects.toThrow(SourceTrouble);
    expect(source.trouble).toBe('slow');
    await expect(source.read(0, 10)).rejects.toThrow(SourceTrouble);
  });

  test('are none where a page gives no base64, or fails', async () => {
    for (const askPage of [
      async () => ({ ok: true, base64: '*' }) as const,
      () => Promise.reject(new Error('no')),
    ]) {
      const source = open(askPage);
      await expect(source.read(0, 10)).rejects.toThrow();
      expect(source.trouble).toBe('network');
    }
  });
});
