// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadedParts } from '@/scripts/lib/loaded-parts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingjian-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
/** Of so many thousand bytes. */
const filler = (thousands: number) => `/*${'x'.repeat(thousands * 1000)}*/`;
const sizes = () =>
  Object.fromEntries(Object.entries(loadedParts(folder)).map(([name, { kB }]) => [name, kB]));

test('a part is its entry with all that is imported before it runs, each once', () => {
  write({
    'background.js': `import{a as b,c}from"./chunks/a.js";import"./chunks/side.js";later=()=>import("./chunks/late.js")`,
    'chunks/a.js': `import{x}from"./b.js";export*from"./c.js";${filler(10)}`,
    'chunks/b.js': `import"./a.js";${filler(20)}`,
    'chunks/c.js': filler(40),
    'chunks/side.js': filler(80),
    'chunks/late.js': filler(500),
    'content-scripts/scanner.js': `const words='import"./chunks/late.js"';${filler(5)}`,
  });
  const { 'background, at its start': start, 'both of these': both, ...rest } = sizes();
  expect(start).toBeCloseTo(150.2, 0);
  expect(both).toBeCloseTo(155.2, 0);
  expect(Object.keys(rest)).toEqual(['content script']);
});

test('worker, library and document are told apart from the start', () => {
  write({
    'background.js': filler(1),
    'content-scripts/scanner.js': filler(1),
    'offscreen.html': `<script type="module" crossorigin src="/chunks/offscreen.js"></script>`,
    'chunks/offscreen.js': `import"./shared.js";${filler(3)}`,
    'chunks/shared.js': filler(4),
    'assets/worker-one.js': filler(9),
    'assets/worker-two.js': `load("/assets/library.wasm");${filler(6)}`,
    'assets/library.wasm': 'x'.repeat(90_000),
  });
  const parts = sizes();
  expect(parts['both of these']).toBeCloseTo(2, 0);
  expect(parts['document beside the background']).toBeCloseTo(7, 0);
  expect(parts['worker that looks into files']).toBeCloseTo(6, 0);
  expect(parts['library that checks signatures']).toBe(90);
});

test('of what can be packed the packed size is smaller, and a folder without a build has no parts', () => {
  write({ 'background.js': filler(50) });
  const { 'background, at its start': start } = loadedParts(folder);
  expect(start!['gzip kB']).toBeLessThan(start!.kB / 10);
  expect(loadedParts(join(folder, 'nowhere'))).toEqual({});
});
