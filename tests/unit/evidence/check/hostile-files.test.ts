// @vitest-environment node
import { readFileSync } from 'node:fs';
import init from '@contentauth/c2pa-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkFile, checkWholeFile } from '@/utils/evidence/check/check-file';
import { BUDGET } from '@/utils/evidence/media/byte-source';
import { claimOf } from '@/utils/evidence/media/ladder';
import { openInNode, programInNode } from '../../../support/media/c2pa-program';
import { LABEL, pack, zeros } from '../../../support/media/pack';
import { idat, jpeg, jumbfSegment, png, pngChunk, pngText } from '../../../support/media/pictures';
import { memorySource } from '../../../support/media/read-container';

/** Really signed, by somebody whom no list trusts (tests/fixtures/media/README.md). */
const made = new Uint8Array(readFileSync('tests/fixtures/media/signed-made.png'));
const at = Buffer.from(made).indexOf('caBX');
const record = made.subarray(at + 4, at + 4 + Buffer.from(made).readUInt32BE(at - 4));
const check = (file: Uint8Array) => checkFile(memorySource(file), openInNode);
const whole = (file: Uint8Array) => checkWholeFile(new Blob([new Uint8Array(file)]), openInNode);

describe('a signed record that was copied into another picture', () => {
  const copied = png(pngChunk('caBX', record), idat(500), pngText('Title', 'A real photograph'));

  test('is told as a record that the file carries, not as what the file is', async () => {
    const { evidence } = await check(copied);
    expect(evidence).toMatchObject([{ mechanism: 'c2pa', strength: 'B3' }]);
    expect(claimOf(evidence[0]!).en).toMatch(/^The file carries a record signed by an untrusted signer/);
    expect(claimOf({ ...evidence[0]!, strength: 'A2' }).en).toMatch(/not everything was checked$/);
  });

  test('says nothing where the whole file is at hand', async () => {
    expect(await whole(copied)).toMatchObject({ verdict: 'none', evidence: [], trouble: 'unchecked' });
  });
});

test('a label that somebody wrote into a photograph is told as the file’s own words', async () => {
  const { verdict, evidence } = await check(png(pngText('AIGC', LABEL), idat(50)));
  expect(verdict).toBe('ai');
  expect(claimOf(evidence[0]!).en).toMatch(/^The file states that .*; not signed$/);
  expect(claimOf(evidence[0]!).zh_CN).toMatch(/^文件自带的标识写明.*未经签名$/);
});

describe('nonsense where a record stands', () => {
  const nonsense = Uint8Array.from({ length: 250_000 }, (_, i) => (i * 7919) % 251);
  const box = (body: Uint8Array) => pack([0, 4, 0, 0], 'jumb', [0, 0, 0, 30], 'jumdc2pa', body);

  test.each([
    ['of all the budget', png(pngChunk('caBX', box(nonsense)), idat(50))],
    ['longer than it', png(pngChunk('caBX', box(nonsense), nonsense, nonsense), idat(50))],
    ['of zeros', png(pngChunk('caBX', zeros(250_000)))],
    ['in a thousand pieces', jpeg(...Array.from({ length: 1_000 }, (_, i) => jumbfSegment(9, i, zeros(9))))],
    ['inside itself', png(pngChunk('caBX', ...Array.from({ length: 5_000 }, () => box(zeros(4)))))],
  ])('is told as unchecked, within the budget: %s', async (_, file) => {
    const found = await check(file);
    expect(found).toMatchObject({ verdict: 'none', evidence: [] });
    expect(['unchecked', 'budget', 'damaged']).toContain(found.trouble);
    expect(found.bytesRead).toBeLessThanOrEqual(BUDGET.bytes);
    expect(found.requests).toBeLessThanOrEqual(BUDGET.requests);
  });
});

describe('the program that checks signatures', () => {
  let memory: WebAssembly.Memory;
  beforeAll(async () => {
    await openInNode();
    ({ memory } = await init({ module_or_path: await programInNode() }));
  });

  test('takes no more memory for two hundred files than for the first few', async () => {
    const broken = made.slice();
    broken.fill(0xff, at + 100, at + 300);
    const files = [made, broken, png(pngChunk('caBX', record), idat(9_000))];
    const round = async () => {
      for (const file of files) {
        await check(file);
        await whole(file);
      }
    };
    for (let i = 0; i < 5; i++) await round();
    const before = memory.buffer.byteLength;
    for (let i = 0; i < 35; i++) await round();
    expect(memory.buffer.byteLength).toBeLessThanOrEqual(before + 1024 * 1024);
  }, 60_000);
});
