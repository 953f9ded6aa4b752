// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findOffsets } from '@/scripts/bench/store/no-offset';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingjian-offsets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};

test('names every place that skips over rows, in the extension only', () => {
  write('utils/storage/deep.ts', 'const rows = 1;\nawait table.orderBy("id").offset(500).toArray();\n');
  write('components/List.tsx', 'cursor.advance(20);');
  write(
    'entrypoints/reports/index.ts',
    'const { offset } = line;\nreports.where("id").above(last).limit(50);',
  );
  write('tests/unit/deep.test.ts', 'table.offset(1)');
  expect(findOffsets(folder)).toEqual(['components/List.tsx:1', 'utils/storage/deep.ts:2']);
});

test('there is none in the extension', () => {
  expect(findOffsets()).toEqual([]);
});
