import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { foldData } from '../../scripts/lib/fold-data';
import { root } from '../../scripts/lib/paths';
import type { Tools } from './inside/tools';

export type { Tampering } from './inside/tamper';

let code: Promise<string> | undefined;

/**
 * Runs one of the tools of `inside/` in a page of the extension. They are loaded once for each document.
 *
 * @param page any page of the extension
 */
export async function inside<Name extends keyof Tools>(
  page: Page,
  name: Name,
  ...args: Parameters<Tools[Name]>
): Promise<void> {
  code ??= buildTools();
  const isThere = await page.evaluate(() => 'tools' in globalThis);
  if (!isThere) await page.evaluate(await code);
  await page.evaluate(
    (tool, given) =>
      (globalThis as unknown as { tools: Record<string, (...all: unknown[]) => Promise<void>> }).tools[tool]!(
        ...given,
      ),
    name,
    args as unknown[],
  );
}

/**
 * Puts generated reports into the extension's database, as filed up to now.
 *
 * @param length characters of each text
 */
export const fill = (page: Page, count: number, length = 120) => inside(page, 'fill', count, length);

async function buildTools(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [foldData()],
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      rolldownOptions: {
        input: join(root, 'tests/e2e/inside/tools.ts'),
        output: { format: 'iife' },
      },
    },
  });
  const [bundle] = [built].flat();
  if (!bundle || !('output' in bundle)) throw new Error('the tools for pages were not built');
  return bundle.output[0].code;
}
