import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toBase64 } from '@/utils/base64';
import type { MediaFindings, MediaOrder } from '@/utils/evidence/engine/order';
import type { AskPage } from '@/utils/evidence/engine/order-source';
import type { Said, Told } from '@/utils/evidence/engine/talk';
import { LIMITS, type Mate, openEngine } from '@/utils/evidence/engine/worker-engine';

/** A worker that says what a test makes it say. */
class FakeWorker extends EventTarget implements Mate {
  readonly told: Told[] = [];
  isTerminated = false;

  postMessage(told: Told): void {
    this.told.push(told);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(said: Said): void {
    this.dispatchEvent(new MessageEvent('message', { data: said }));
  }
}

const findings: Omit<MediaFindings, 'via'> = {
  verdict: 'none',
  evidence: [],
  bytesRead: 3,
  requests: 1,
  sha256: 'x',
};
const order = (id: string, network = false): MediaOrder => ({
  id,
  media: { type: 'image', url: `https://pics.example/${id}` },
  network,
});

let workers: FakeWorker[];
const open = (askPage?: AskPage) =>
  openEngine(askPage, () => {
    workers.push(new FakeWorker());
    return workers.at(-1)!;
  });
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
});
afterEach(() => vi.useRealTimers());

describe('the engine', () => {
  test('makes its worker for the first file, and answers what that finds', async () => {
    const engine = open();
    expect(workers).toEqual([]);
    const checks = [engine.check(order('a')), engine.check(order('b'))];
    expect(workers).toHaveLength(1);
    expect(workers[0]!.told).toEqual([
      { id: 'a', begin: true },
      { id: 'b', begin: true },
    ]);
    expect(engine.isBusy).toBe(true);
    workers[0]!.say({ id: 'b', findings: { ...findings, verdict: 'ai' } });
    workers[0]!.say({ id: 'a', findings });
    expect(await Promise.all(checks)).toEqual([
      { ...findings, via: 'page' },
      { ...findings, verdict: 'ai', via: 'page' },
    ]);
    expect(engine.isBusy).toBe(false);
  });

  test('gives the worker the bytes that it wants, and what is known of the file', async () => {
    const engine = open(async ({ start, end }) => ({
      ok: true,
      base64: toBase64(new Uint8Array([1, 2, 3, 4]).slice(start, end).buffer),
      size: 4,
    }));
    const check = engine.check(order('a'));
    workers[0]!.say({ id: 'a', want: { start: 1, end: 3 } });
    await settled();
    expect(workers[0]!.told.at(-1)).toEqual({ id: 'a', bytes: new Uint8Array([2, 3]), size: 4 });
    workers[0]!.say({ id: 'a', findings });
    expect(await check).toEqual({ ...findings, via: 'page' });
  });

  test('says why the bytes did not come', async () => {
    const engine = open(async () => ({ ok: false, why: 'not-allowed' }));
    const check = engine.check(order('a'));
    workers[0]!.say({ id: 'a', want: { start: 0, end: 3 } });
    await settled();
    expect(workers[0]!.told.at(-1)).toEqual({ id: 'a', failed: true });
    workers[0]!.say({ id: 'a', findings: { ...findings, verdict: 'unreadable', trouble: 'network' } });
    expect(await check).toMatchObject({ verdict: 'unreadable', trouble: 'not-allowed' });
  });

  test('takes a file at hand as it is', async () => {
    const engine = open();
    const file = new File(['abc'], 'a.png');
    const check = engine.checkLocal(file);
    const [told] = workers[0]!.told;
    expect(told).toMatchObject({ begin: true, file });
    workers[0]!.say({ id: told!.id, findings });
    expect(await check).toEqual({ ...findings, via: 'file' });
  });

  test('stops one file at once, and lets the others go on', async () => {
    const engine = open(() => new Promise(() => {}));
    const checks = [engine.check(order('a')), engine.check(order('b'))];
    workers[0]!.say({ id: 'a', want: { start: 0, end: 3 } });
    engine.stop('a');
    expect(await checks[0]).toMatchObject({ verdict: 'unreadable', trouble: 'stopped' });
    expect(workers[0]!.told.at(-1)).toEqual({ id: 'a', failed: true });
    workers[0]!.say({ id: 'a', want: { start: 5, end: 6 } });
    expect(workers[0]!.told.at(-1)).toEqual({ id: 'a', failed: true });
    workers[0]!.say({ id: 'a', findings });
    workers[0]!.say({ id: 'b', findings });
    expect(await checks[1]).toMatchObject({ verdict: 'none' });
    expect(workers).toHaveLength(1);
  });

  test('gives up bytes that do not come in time, and takes what was found before', async () => {
    const engine = open(() => new Promise(() => {}));
    const check = engine.check(order('a'));
    workers[0]!.say({ id: 'a', want: { start: 0, end: 3 } });
    await vi.advanceTimersByTimeAsync(LIMITS.order);
    expect(workers[0]!.told.at(-1)).toEqual({ id: 'a', failed: true });
    workers[0]!.say({ id: 'a', findings: { ...findings, verdict: 'ai' } });
    expect(await check).toEqual({ ...findings, verdict: 'ai', trouble: 'slow', via: 'page' });
    expect(workers[0]!.isTerminated).toBe(false);
  });

  test('replaces a worker that hangs, also after its bytes were given up', async () => {
    const engine = open(() => new Promise(() => {}));
    const hung = engine.check(order('a'));
    await vi.advanceTimersByTimeAsync(LIMITS.order);
    expect(await hung).toMatchObject({ verdict: 'unreadable', trouble: 'slow' });
    expect(workers[0]!.isTerminated).toBe(true);
    const mute = engine.check(order('b'));
    workers[1]!.say({ id: 'b', want: { start: 0, end: 3 } });
    await vi.advanceTimersByTimeAsync(LIMITS.order + 1_000);
    expect(await mute).toMatchObject({ trouble: 'slow' });
    expect(workers[1]!.isTerminated).toBe(true);
    void engine.check(order('c'));
    expect(workers).toHaveLength(3);
  });

  test('gives a file at hand longer', async () => {
    const engine = open();
    const check = engine.checkLocal(new File(['abc'], 'a.png'));
    await vi.advanceTimersByTimeAsync(LIMITS.file - 1);
    expect(engine.isBusy).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(await check).toMatchObject({ trouble: 'slow', via: 'file' });
  });

  test('replaces a worker that died, whose files end as damaged; what the dead says is not heard', async () => {
    const engine = open();
    const checks = [engine.check(order('a')), engine.check(order('b'))];
    workers[0]!.dispatchEvent(new Event('error'));
    expect((await Promise.all(checks)).map(({ trouble }) => trouble)).toEqual(['damaged', 'damaged']);
    const next = engine.check(order('c'));
    workers[0]!.say({ id: 'c', findings: { ...findings, verdict: 'ai' } });
    workers[0]!.dispatchEvent(new Event('error'));
    workers[1]!.say({ id: 'c', findings });
    expect(await next).toMatchObject({ verdict: 'none' });
  });

  test('gives nothing more to a worker that is spent, and lets it end what it has begun', async () => {
    const engine = open(() => new Promise(() => {}));
    const checks = [engine.check(order('a')), engine.check(order('b'))];
    workers[0]!.say({ isSpent: true });
    workers[0]!.say({ id: 'a', findings });
    expect(await checks[0]).toMatchObject({ verdict: 'none' });
    const next = engine.check(order('c'));
    expect(workers).toHaveLength(2);
    expect(workers[0]!.isTerminated).toBe(false);
    workers[0]!.say({ id: 'b', findings: { ...findings, verdict: 'ai' } });
    expect(await checks[1]).toMatchObject({ verdict: 'ai' });
    expect(workers[0]!.isTerminated).toBe(true);
    workers[0]!.say({ id: 'c', findings: { ...findings, verdict: 'ai' } });
    workers[1]!.say({ id: 'c', findings });
    expect(await next).toMatchObject({ verdict: 'none' });
    expect(workers[1]!.isTerminated).toBe(false);
  });

  test('a spent worker that hangs takes only its own files with it; one without any goes at once', async () => {
    const engine = open();
    const hung = engine.check(order('a'));
    workers[0]!.say({ isSpent: true });
    await vi.advanceTimersByTimeAsync(LIMITS.order / 2);
    const next = engine.check(order('b'));
    await vi.advanceTimersByTimeAsync(LIMITS.order / 2);
    expect(await hung).toMatchObject({ trouble: 'slow' });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    workers[1]!.say({ id: 'b', findings });
    expect(await next).toMatchObject({ verdict: 'none' });
    workers[1]!.say({ isSpent: true });
    expect(workers[1]!.isTerminated).toBe(true);
    expect(engine.isBusy).toBe(false);
  });

  test('ends a file as damaged that the worker could not cope with', async () => {
    const engine = open();
    const check = engine.check(order('a'));
    workers[0]!.say({ id: 'a', problem: 'RangeError' });
    expect(await check).toMatchObject({ verdict: 'unreadable', trouble: 'damaged' });
  });

  test('can be closed, and used again', async () => {
    const engine = open();
    const check = engine.check(order('a'));
    engine.close();
    expect(await check).toMatchObject({ trouble: 'stopped' });
    expect(workers[0]!.isTerminated).toBe(true);
    const again = engine.check(order('a'));
    workers[1]!.say({ id: 'a', findings });
    expect(await again).toMatchObject({ verdict: 'none' });
  });

  test('without a page to ask reads files at hand alone', async () => {
    const engine = open(undefined);
    const check = engine.check(order('a'));
    workers[0]!.say({ id: 'a', want: { start: 0, end: 3 } });
    await settled();
    workers[0]!.say({ id: 'a', findings: { ...findings, verdict: 'unreadable' } });
    expect(await check).toMatchObject({ trouble: 'not-allowed' });
  });
});
