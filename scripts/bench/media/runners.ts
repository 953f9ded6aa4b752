import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { node } from '../../lib/paths.ts';
import { type Bundle, buildBundle, serveBundle } from '../bundle.ts';
import { openChromium } from '../chromium.ts';
import type { Answer, Job } from './inside/jobs.ts';

/** Runs each job in a fresh process, or in a worker of a fresh page: none meets code that another has warmed up. */
export interface MediaRunner {
  name: string;
  run: <J extends Job>(job: J) => Promise<Answer<J>>;
  close: () => Promise<void>;
}

const LIBRARY = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm');

/** @throws BenchError when there is no browser */
export async function openMediaRunners(): Promise<MediaRunner[]> {
  const bundle = await buildBundle({
    'media-node': 'scripts/bench/media/inside/node.ts',
    'media-worker': 'scripts/bench/media/inside/worker.ts',
  });
  return [inNode(bundle), await inChromium(bundle)];
}

function inNode({ fileOf, remove }: Bundle): MediaRunner {
  return {
    name: 'Node',
    run: async (job) => {
      const file = fileOf('job');
      writeFileSync(file, JSON.stringify(job));
      const { status, stdout, stderr } = spawnSync(node, [fileOf('media-node'), file, LIBRARY], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      if (status !== 0) throw new Error(`The job "${job.kind}" failed in Node:\n${stderr}`);
      return JSON.parse(stdout);
    },
    close: async () => remove(),
  };
}

async function inChromium(bundle: Bundle): Promise<MediaRunner> {
  const serve = serveBundle(bundle);
  const chromium = await openChromium((url) => {
    if (url.pathname !== '/c2pa.wasm') return serve(url);
    return { body: readFileSync(LIBRARY), type: 'application/wasm', headers: EMBEDDED };
  });
  return {
    name: 'worker of Chromium',
    run: (job) =>
      chromium.inFreshPage((page) =>
        page.evaluate(
          (path, asked) =>
            new Promise<never>((resolve, reject) => {
              const worker = new Worker(path, { type: 'module' });
              worker.onmessage = ({ data }) => resolve(data as never);
              worker.onerror = ({ message }) => reject(new Error(message || 'The worker was not loaded'));
              worker.postMessage(asked);
            }),
          '/media-worker.mjs',
          job as never,
        ),
      ),
    close: chromium.close,
  };
}

/** A page with the fine timer takes in only what says that it may. */
const EMBEDDED = {
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
