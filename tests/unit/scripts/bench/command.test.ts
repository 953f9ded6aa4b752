// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  [[], 'There is no "bench "'],
  [['mach'], 'There is no "bench mach"'],
  [['match', '--fast'], "Unknown option '--fast'"],
  [['match', '--list', '/nowhere/list.txt'], 'There is no file /nowhere/list.txt'],
])('bench %j is refused in words', (args, message) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['scripts/bench.ts', ...args], {
    encoding: 'utf8',
  });
  expect(stderr).toContain(message);
  expect([status, stdout]).toEqual([2, '']);
});
