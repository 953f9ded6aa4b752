import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSERS } from './lib/browsers.ts';
import { buildExtension } from './lib/build.ts';
import { failuresIn, type VitestReport } from './lib/failures.ts';
import { bin, node, root } from './lib/paths.ts';
import { bundleSizes, manifestFigures, partSizes } from './lib/sizes.ts';

/** Everything that must hold, cheapest first; goes on after a failure so that one run shows all of them. */
interface Tally {
  step: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
}

const tallies: Tally[] = [];
/** Told once more at the end: of a long run often nothing but the end is kept. */
const failures: string[] = [];

function step(name: string, run: () => Omit<Tally, 'step' | 'seconds'>): void {
  console.log(`\n── ${name}`);
  const start = Date.now();
  let result: Omit<Tally, 'step' | 'seconds'>;
  try {
    result = run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    result = { passed: 0, failed: 1, skipped: 0 };
  }
  tallies.push({
    step: name,
    ...result,
    seconds: Math.round((Date.now() - start) / 1000),
  });
}

/** A command that is one check: it passes or fails as a whole. */
function check(name: string, command: string, args: string[]): void {
  step(name, () => {
    const { status } = spawnSync(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return {
      passed: status === 0 ? 1 : 0,
      failed: status === 0 ? 0 : 1,
      skipped: 0,
    };
  });
}

function vitest(project: string): void {
  step(`vitest ${project}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'qingjian-vitest-'));
    const report = join(folder, 'report.json');
    const args = ['run', '--config', 'tests/vitest.config.ts', '--project', project];
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const main = join(root, 'node_modules/vitest/vitest.mjs');
    const { status } = spawnSync(node, [main, ...args, ...reporters], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const results = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    rmSync(folder, { recursive: true });
    failures.push(...failuresIn(results, root));
    const failed = results.numFailedTests;
    // A file that cannot be loaded fails without a failed test.
    return {
      passed: results.numPassedTests,
      failed: status !== 0 && failed === 0 ? 1 : failed,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  });
}

check('lint and format', bin('biome'), ['check', '.']);
check('generated types', node, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'prepare']);
check('types', bin('tsc'), ['--noEmit']);
for (const browser of BROWSERS) {
  step(`build ${browser}`, () => {
    buildExtension(browser);
    return { passed: 1, failed: 0, skipped: 0 };
  });
}
vitest('unit');
vitest('browser');
vitest('e2e');

console.log('');
console.table(bundleSizes('chromium'));
console.table(partSizes('chromium'));
console.table(Object.fromEntries(BROWSERS.map((browser) => [browser, manifestFigures(browser)])));
console.table(tallies);
for (const failure of failures) console.log(failure);
const sum = (key: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[key], 0);
const skipped = sum('skipped');
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
