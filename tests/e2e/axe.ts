import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface AxeResult {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}

/**
 * What keeps people from using a page of the extension, one line for each kind.
 *
 * @param rules all of axe when left out
 */
export async function seriousBarriers(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  // Only what is asked for is written out: on large pages that is most of the time.
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
  const found = JSON.parse(
    (await page.evaluate(
      `axe.run(${options}).then((result) => JSON.stringify({ violations: result.violations }))`,
    )) as string,
  ) as AxeResult;
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
