import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { node } from '../lib/paths.ts';
import { type Bundle, buildBundle, serveBundle } from './bundle.ts';
import { openChromium } from './chromium.ts';
import type { Answers, Job } from './inside/jobs.ts';

/** Runs each job in a fresh process or page, so that none meets code that another has warmed up. */
export interface Runner {
  name: string;
  run: <J extends Job>(job: J) => Promise<Answers[J['kind']]>;
  close: () => Promise<void>;
}

/** The same bundle for both. */
export async function openRunners(): Promise<Runner[]> {
  const bundle = await buildBundle({
    jobs: 'scripts/bench/inside/jobs.ts',
    node: 'scripts/bench/inside/node.ts',
  });
  return [openNode(bundle), await openPage(bundle)];
}

function openNode({ fileOf, remove }: Bundle): Runner {
  return {
    name: 'Node',
    run: async (job) => {
      const file = fileOf('job');
      writeFileSync(file, JSON.stringify(job));
      const { status, stdout, stderr } = spawnSync(node, ['--expose-gc', fileOf('node'), file], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      if (status !== 0) throw new Error(`The job "${job.kind}" failed in Node:\n${stderr}`);
      return JSON.parse(stdout);
    },
    close: async () => remove(),
  };
}

async function openPage(bundle: Bundle): Promise<Runner> {
  const chromium = await openChromium(serveBundle(bundle));
  return {
    name: 'Chromium',
    run: (job) =>
      chromium.inFreshPage((page) =>
        page.evaluate(
          async (path, asked) => ((await import(path)) as typeof import('./inside/jobs.ts')).run(asked),
          '/jobs.mjs',
          job as never,
        ),
      ),
    close: chromium.close,
  };
}
