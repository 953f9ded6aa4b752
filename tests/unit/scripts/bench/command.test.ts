// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  [[], 'There is no "bench "'],
  [['mach'], 'There is no "bench mach"'],
  [['match', '--fast'], "Unknown option '--fast'"],
  [['page', '--posts'], "Unknown option '--posts'"],
  [['page', '--part', 'scroll'], 'There is no part "scroll"'],
  [['store', '--rows'], "Unknown option '--rows'"],
  [['store', '--part', 'tick'], 'There is no part "tick"'],
  [['export', '--part', 'xml'], 'There is no part "xml"'],
  [['media', '--part'], "Unknown option '--part'"],
  [['toString'], 'There is no "bench toString"'],
  [['match', '--list', '/nowhere/list.txt'], 'There is no file /nowhere/list.txt'],
])('bench %j is refused in words', (args, message) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['scripts/bench.ts', ...args], {
    encoding: 'utf8',
  });
  expect(stderr).toContain(message);
  expect([status, stdout]).toEqual([2, '']);
});
