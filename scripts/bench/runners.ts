import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../lib/browsers.ts';
import { foldData } from '../lib/fold-data.ts';
import { type PageServer, serveTo } from '../lib/launch.ts';
import { node, root } from '../lib/paths.ts';
import { BenchError } from './error.ts';
import type { Answers, Job } from './inside/jobs.ts';

/** Runs each job in a fresh process or page, so that none meets code that another has warmed up. */
export interface Runner {
  name: string;
  run: <J extends Job>(job: J) => Promise<Answers[J['kind']]>;
  close: () => Promise<void>;
}

/** The same bundle for both; the matcher is built as the extension is. */
export async function openRunners(): Promise<Runner[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qingjian-bench-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [foldData()],
    build: {
      outDir: folder,
      target: 'esnext',
      minify: false,
      rolldownOptions: {
        input: {
          jobs: join(root, 'scripts/bench/inside/jobs.ts'),
          node: join(root, 'scripts/bench/inside/node.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
        external: ['node:fs'],
        preserveEntrySignatures: 'strict',
      },
    },
  });
  return [openNode(folder), await openChromium(folder)];
}

function openNode(folder: string): Runner {
  return {
    name: 'Node',
    run: async (job) => {
      const file = join(folder, 'job.json');
      writeFileSync(file, JSON.stringify(job));
      const { status, stdout, stderr } = spawnSync(node, ['--expose-gc', join(folder, 'node.mjs'), file], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      if (status !== 0) throw new Error(`The job "${job.kind}" failed in Node:\n${stderr}`);
      return JSON.parse(stdout);
    },
    close: async () => rmSync(folder, { recursive: true }),
  };
}

const PAGE = new URL('https://bench.qingjian.example/');
/** With these a page gets the fine timer. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

async function openChromium(folder: string): Promise<Runner> {
  const executablePath = findBrowser('chromium');
  if (!executablePath)
    throw new BenchError('No chromium was found; see README "Browsers" for how to install one');
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    protocolTimeout: 600_000,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--js-flags=--expose-gc',
    ],
  });
  return {
    name: 'Chromium',
    run: async (job) => {
      const page = await browser.newPage();
      try {
        await serveTo(page, serveBundle(folder));
        await page.goto(PAGE.href);
        return await page.evaluate(
          async (path, asked) => ((await import(path)) as typeof import('./inside/jobs.ts')).run(asked),
          '/jobs.mjs',
          job as never,
        );
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

function serveBundle(folder: string): PageServer {
  return ({ pathname }) => {
    if (pathname === '/')
      return { body: '<!doctype html><title>bench</title>', type: 'text/html', headers: ISOLATED };
    if (!/^\/\w+\.mjs$/.test(pathname)) return undefined;
    return { body: readFileSync(join(folder, pathname)), type: 'text/javascript', headers: ISOLATED };
  };
}
