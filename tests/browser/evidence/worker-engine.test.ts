import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { toBase64 } from '@/utils/base64';
import { openEngine } from '@/utils/evidence/engine/worker-engine';
import { BUDGET } from '@/utils/evidence/media/byte-source';
import { LABELLED_PICTURES } from '../../support/media/labelled-pictures';
import { idat, png, pngChunk, pngText } from '../../support/media/pictures';

const PARAMETERS =
  'a lighthouse at dusk\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5, Size: 512x512, Model: sd15';
const marked = png(pngText('parameters', PARAMETERS), idat(300_000));
const unmarked = png(idat(300_000));
const fileOf = (bytes: Uint8Array, name = 'file') => new File([new Uint8Array(bytes)], name);

let asked: { start: number; end: number }[] = [];
const pages = new Map<string, Uint8Array>();
// One worker for all: each takes a while to start where modules are not bundled.
const engine = openEngine(async ({ url, start, end }) => {
  asked.push({ start, end });
  const bytes = pages.get(url);
  if (url.endsWith('never')) return new Promise(() => {});
  if (!bytes) return { ok: false, why: 'not-allowed' };
  return { ok: true, base64: toBase64(bytes.slice(start, end).buffer), size: bytes.length };
});
beforeEach(() => {
  asked = [];
});
afterAll(() => engine.close());

const order = (name: string, bytes?: Uint8Array) => {
  const url = `https://pics.example/${name}`;
  if (bytes) pages.set(url, bytes);
  return { id: name, media: { type: 'image' as const, url }, network: false };
};

describe('the worker in a real browser', () => {
  test.each(LABELLED_PICTURES.map(([{ id }, bytes]) => [id, bytes] as const))(
    'finds the label of a %s that the reader gave',
    async (id, bytes) => {
      const found = await engine.checkLocal(fileOf(bytes));
      expect(found).toMatchObject({ verdict: 'ai', container: id, via: 'file' });
      expect(found.evidence.map(({ mechanism }) => mechanism)).toContain('gb45438');
    },
  );

  test('finds nothing in what says nothing, and reads no kind of file that is unknown', async () => {
    expect(await engine.checkLocal(fileOf(unmarked))).toMatchObject({ verdict: 'none', evidence: [] });
    expect(await engine.checkLocal(new File(['hello'], 'a.png'))).toMatchObject({
      verdict: 'none',
      evidence: [],
    });
    expect(await engine.checkLocal(new File([], 'empty'))).toMatchObject({ verdict: 'none', bytesRead: 0 });
  });

  test('reads no more of a page’s file than the budget', async () => {
    const found = await engine.check(order('marked', marked));
    expect(found).toMatchObject({ verdict: 'ai', via: 'page', container: 'png' });
    expect(found.evidence[0]).toMatchObject({ mechanism: 'a1111', strength: 'B2' });
    expect(found.requests).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(BUDGET.requests);
    expect(found.bytesRead).toBeLessThanOrEqual(BUDGET.bytes);
    expect(found.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('says what kept it from the bytes', async () => {
    expect(await engine.check(order('closed'))).toMatchObject({
      verdict: 'unreadable',
      trouble: 'not-allowed',
    });
  });

  test('loads what checks signatures for a signed record, and says when that is none', async () => {
    const record = pngChunk('caBX', [0, 0, 0, 40], 'jumb', new Uint8Array(32));
    const found = await engine.checkLocal(
      fileOf(png(record, pngText('parameters', PARAMETERS), idat(1_000))),
    );
    expect(found).toMatchObject({ verdict: 'ai', trouble: 'unchecked' });
    expect(await engine.checkLocal(fileOf(marked))).toMatchObject({ verdict: 'ai' });
  });

  test('looks into several at once, and stops one', async () => {
    const stopped = engine.check(order('never'));
    const local = await Promise.all(
      [marked, unmarked, marked].map((bytes) => engine.checkLocal(fileOf(bytes))),
    );
    expect(local.map(({ verdict }) => verdict)).toEqual(['ai', 'none', 'ai']);
    engine.stop('never');
    expect(await stopped).toMatchObject({ trouble: 'stopped' });
    expect(engine.isBusy).toBe(false);
  });
});
