// @vitest-environment node
import { readFileSync } from 'node:fs';
import { WasmReader } from '@contentauth/c2pa-wasm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openC2pa } from '@/utils/evidence/c2pa/wasm-reader';
import type { Said } from '@/utils/evidence/engine/talk';
import { workerSide } from '@/utils/evidence/engine/worker-side';
import { programInNode } from '../../../support/media/c2pa-program';

/** Really signed, by somebody whom no list trusts (tests/fixtures/media/README.md). */
const signed = new Uint8Array(readFileSync('tests/fixtures/media/signed-made.png'));
const file = () => new File([signed], 'a.png');

/** A worker's side, and what it has said of each file. */
function setUp() {
  const said: Said[] = [];
  const hear = workerSide(
    (each) => said.push(each),
    (onTrap) => openC2pa(programInNode, onTrap),
  );
  const findingsOf = (id: string) =>
    vi.waitFor(() => {
      const found = said.find((each) => 'findings' in each && each.id === id);
      if (!found || !('findings' in found)) throw new Error(`Nothing of ${id} yet`);
      return found.findings;
    });
  return { said, hear, findingsOf };
}

afterEach(() => vi.restoreAllMocks());

test('asks for the bytes of a file, and tells what they say', async () => {
  const { said, hear, findingsOf } = setUp();
  hear({ id: 'a', begin: true });
  const [wanted] = said;
  expect(wanted).toEqual({ id: 'a', want: { start: 0, end: 65_536 } });
  hear({ id: 'b', bytes: signed.slice(), size: signed.length });
  hear({ id: 'a', bytes: signed.slice(), size: signed.length });
  expect(await findingsOf('a')).toMatchObject({ verdict: 'ai', evidence: [{ mechanism: 'c2pa' }] });
  hear({ id: 'c', begin: true });
  hear({ id: 'c', failed: true });
  expect(await findingsOf('c')).toMatchObject({ verdict: 'unreadable', trouble: 'network' });
});

describe('a program that breaks off', () => {
  test('is told of once, its file keeps what was found without it, and it is not asked again', async () => {
    const { said, hear, findingsOf } = setUp();
    hear({ id: 'before', begin: true, file: file() });
    expect(await findingsOf('before')).toMatchObject({ verdict: 'ai' });
    const program = vi
      .spyOn(WasmReader, 'fromBytes')
      .mockRejectedValue(new WebAssembly.RuntimeError('unreachable'));
    hear({ id: 'trap', begin: true, file: file() });
    expect(await findingsOf('trap')).toMatchObject({ verdict: 'none', trouble: 'unchecked' });
    expect(said.filter((each) => 'isSpent' in each)).toEqual([{ isSpent: true }]);
    expect(
      said.findIndex((each) => 'isSpent' in each),
      'before the file is done',
    ).toBe(said.length - 2);
    hear({ id: 'after', begin: true, file: file() });
    expect(await findingsOf('after')).toMatchObject({ verdict: 'none', trouble: 'unchecked' });
    expect(program).toHaveBeenCalledTimes(1);
  });
});

test('what a program refuses is no reason to give it up', async () => {
  const { said, hear, findingsOf } = setUp();
  const changed = signed.slice();
  changed.fill(0xff, Buffer.from(changed).indexOf('caBX') + 40, Buffer.from(changed).indexOf('caBX') + 400);
  hear({ id: 'odd', begin: true, file: new File([changed], 'a.png') });
  expect(await findingsOf('odd')).toMatchObject({ trouble: 'unchecked' });
  hear({ id: 'good', begin: true, file: file() });
  expect(await findingsOf('good')).toMatchObject({ verdict: 'ai' });
  expect(said.some((each) => 'isSpent' in each)).toBe(false);
});
