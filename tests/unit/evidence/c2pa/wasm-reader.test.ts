// @vitest-environment node
import { readFileSync } from 'node:fs';
import { WasmReader } from '@contentauth/c2pa-wasm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { judgeStore } from '@/utils/evidence/c2pa/judge-store';
import type { C2paReader } from '@/utils/evidence/c2pa/reader';
import { READER_CONTEXT } from '@/utils/evidence/c2pa/trust/lists';
import { TRUST_LISTS } from '@/utils/evidence/c2pa/trust/sources';
import { openC2pa } from '@/utils/evidence/c2pa/wasm-reader';
import { bounded } from '@/utils/evidence/media/bounded';
import { readStatements } from '@/utils/evidence/media/read-media';
import { openInNode, programInNode } from '../../../support/media/c2pa-program';
import { JUMBF, pack, zeros } from '../../../support/media/pack';
import { jpeg, png, pngChunk } from '../../../support/media/pictures';
import { realFiles } from '../../../support/media/real-files';

describe('what it is told', () => {
  const context = JSON.parse(READER_CONTEXT) as Record<string, Record<string, unknown>>;

  test('stands at the top, trusts both lists and those of time stamps, and fetches nothing', () => {
    expect(Object.keys(context).sort()).toEqual(['trust', 'verify']);
    expect(context.verify).toEqual({ verify_trust: true, remote_manifest_fetch: false, ocsp_fetch: false });
    const anchors = String(context.trust?.trust_anchors);
    expect(anchors.match(/-----BEGIN CERTIFICATE-----/g)?.length).toBeGreaterThan(70);
    expect(anchors.match(/-----BEGIN/g)?.length).toBe(anchors.match(/-----END/g)?.length);
    expect(anchors, 'no certificate begins on the last line of another').not.toMatch(
      /-----END CERTIFICATE-----\S/,
    );
    expect(String(context.trust?.allowed_list)).toMatch(/^[\w+/]{43}=$/m);
    expect(String(context.trust?.trust_config)).toContain('1.3.6.1.5.5.7.3.4');
  });

  test('each list has a source, a date and a licence', () => {
    for (const { source, taken, licence } of TRUST_LISTS) {
      expect(source).toMatch(/^https:\/\/\S+\/tree\/[\da-f]{12}\//);
      expect(taken).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(licence).not.toBe('');
      expect(readFileSync('NOTICE', 'utf8')).toContain(source.split('/tree/')[0]);
    }
  });
});

test('is opened once, and again after it could not be', async () => {
  const load = vi.fn(() => Promise.reject(new Error('not there')));
  const open = openC2pa(load);
  await expect(open()).rejects.toThrow('not there');
  await expect(open()).rejects.toThrow('not there');
  expect(load).toHaveBeenCalledTimes(2);
  expect(await openInNode()).toBe(await openInNode());
});

test('tells when the program broke off, and only then', async () => {
  const onTrap = vi.fn();
  const reader = await openC2pa(programInNode, onTrap)();
  await expect(reader.read({ jumbf: JUMBF })).rejects.toBeDefined();
  expect(onTrap).not.toHaveBeenCalled();
  const broken = vi
    .spyOn(WasmReader, 'fromBytes')
    .mockRejectedValueOnce(new WebAssembly.RuntimeError('unreachable'));
  await expect(reader.read({ jumbf: JUMBF })).rejects.toThrow('unreachable');
  expect(onTrap).toHaveBeenCalledTimes(1);
  broken.mockRestore();
});

describe('reading', () => {
  let reader: C2paReader;
  const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('Nothing is fetched'));
  beforeAll(async () => {
    reader = await openInNode();
  });
  afterAll(() => {
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  test('what is no record rejects, and leaves a reader that still reads', async () => {
    const odd = [new Uint8Array(), zeros(8), JUMBF, pack('\0\0\0\x10jumb\0\0\0\x08jumd'), zeros(100_000)];
    for (let round = 0; round < 3; round++) {
      for (const jumbf of odd) await expect(reader.read({ jumbf })).rejects.toBeDefined();
      for (const whole of [jpeg(), png(pngChunk('caBX', JUMBF))]) {
        await expect(reader.read({ whole, type: 'image/png' })).rejects.toBeDefined();
      }
    }
  });

  test('any bytes reject', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        await expect(
          reader.read({ jumbf: pack('\0\0\x04\0jumb\0\0\0\x1ejumdc2pa', bytes) }),
        ).rejects.toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  const records = realFiles().filter(({ file }) => /^pos\/c2pa-(?:google|firefly)/.test(file));
  describe.skipIf(records.length === 0)('real records', () => {
    const jumbfOf = async (path: string) => {
      const file = readFileSync(path);
      const cursor = bounded({ size: file.length, read: async (start, end) => file.subarray(start, end) });
      const { jumbf } = await readStatements(cursor);
      return pack(...jumbf!.pieces.map(({ start, length }) => file.subarray(start, start + length)));
    };

    test('changed anywhere never break the reader, and a changed word is never told as signed', async () => {
      const boxes = await Promise.all(records.map(({ path }) => jumbfOf(path)));
      const whole = await Promise.all(boxes.map((jumbf) => reader.read({ jumbf })));
      const good = whole.map((store) => JSON.stringify(judgeStore(store, 'record').evidence));
      const change = fc.tuple(fc.nat(), fc.nat(255));
      await fc.assert(
        fc.asyncProperty(
          fc.nat(boxes.length - 1),
          fc.array(change, { minLength: 1, maxLength: 6 }),
          async (which, changes) => {
            const jumbf = boxes[which]!.slice();
            for (const [at, value] of changes) jumbf[at % jumbf.length] = value;
            const store = await reader.read({ jumbf }).catch(() => undefined);
            if (!store) return;
            const told = judgeStore(store, 'record').evidence.filter(({ strength }) =>
              strength.startsWith('A'),
            );
            if (told.length > 0) expect(JSON.stringify(told)).toBe(good[which]);
          },
        ),
        { numRuns: 500 },
      );
      for (const [at, jumbf] of boxes.entries()) {
        const after = judgeStore(await reader.read({ jumbf }), 'record').evidence;
        expect(JSON.stringify(after), 'it still reads what it read before').toBe(good[at]);
      }
    }, 120_000);
  });
});
