import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { foldData } from '../lib/fold-data.ts';
import type { PageServer } from '../lib/launch.ts';
import { root } from '../lib/paths.ts';

/** Built modules of the bench, in a folder of their own. */
export interface Bundle {
  /** The file of an entry. */
  fileOf: (entry: string) => string;
  /** The file of a worker that one of them starts, by the name in its address. */
  workerOf: (name: string) => string;
  remove: () => void;
}

/**
 * What is measured is built as the extension is.
 *
 * @param entries source files by the name of what is built of them
 */
export async function buildBundle(entries: Readonly<Record<string, string>>): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'qingjian-bench-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [foldData()],
    resolve: {
      alias: { '@': root, '#imports': join(root, 'scripts/bench/page/inside/extension-api.ts') },
    },
    build: {
      outDir: folder,
      target: 'esnext',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
        external: ['node:fs'],
        preserveEntrySignatures: 'strict',
      },
    },
  });
  return {
    fileOf: (entry) => join(folder, `${entry}.mjs`),
    workerOf: (name) => join(folder, 'assets', name),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** With these a page gets the fine timer. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** An empty page, the bundle's modules, and further files by their path. */
export function serveBundle(
  { fileOf, workerOf }: Bundle,
  files: Readonly<Record<string, string>> = {},
): PageServer {
  return ({ pathname }) => {
    if (pathname === '/')
      return { body: '<!doctype html><title>bench</title>', type: 'text/html', headers: ISOLATED };
    const file = files[pathname];
    if (file !== undefined) return { body: file, type: 'application/json', headers: ISOLATED };
    const [worker] = /(?<=^\/assets\/)[\w-]+\.js$/.exec(pathname) ?? [];
    if (worker !== undefined)
      return { body: readFileSync(workerOf(worker)), type: 'text/javascript', headers: ISOLATED };
    const [, entry] = /^\/([\w-]+)\.mjs$/.exec(pathname) ?? [];
    if (entry === undefined) return undefined;
    return { body: readFileSync(fileOf(entry)), type: 'text/javascript', headers: ISOLATED };
  };
}
