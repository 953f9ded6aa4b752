// @vitest-environment node
import { expect, test } from 'vitest';
import { leanPack } from '@/scripts/lib/lean-packs';
import { packsFile } from '@/scripts/lib/packs-file';
import { builtInPacks, sharedPacks } from '@/utils/rules';
import { compilePacks } from '@/utils/rules/compile';

const read = () => JSON.parse(packsFile()) as { packs: typeof builtInPacks; shared: typeof sharedPacks };

test('the file holds the packs that pages import, without examples, in the same order', () => {
  expect(read()).toEqual({ packs: builtInPacks.map(leanPack), shared: sharedPacks });
  expect(packsFile()).not.toMatch(/"(?:hits|misses)":/);
});

test('the background compiles it to the rules that pages compile', () => {
  const { packs, shared } = read();
  expect(compilePacks(packs, shared)).toEqual(compilePacks(builtInPacks, sharedPacks));
});
