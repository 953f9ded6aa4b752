// @vitest-environment node
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLeftovers } from '@/utils/evidence/text-leftovers';
import { compilePacks } from '@/utils/rules/compile';
import { linkRules } from '@/utils/rules/match';

/** Real texts lie outside of the project. What they hold was written by people, or cleaned of such signs. */
const FOLDER = process.env.QINGJIAN_TEXTS ?? '../shared/data/text';
const files = existsSync(FOLDER) ? globSync(`${FOLDER}/*/*.jsonl`).sort() : [];
if (files.length === 0)
  console.warn(`Leftovers are not looked for in real texts: there are none in ${FOLDER}.`);

const { leftovers } = linkRules(compilePacks([], []));

/** Of so many texts one may hold a sign by accident. */
const ONE_IN = 10_000;

describe.skipIf(files.length === 0)('real texts', () => {
  test('hold hardly any sign of an assistant', () => {
    let texts = 0;
    const hits: string[] = [];
    for (const file of files) {
      for (const line of readFileSync(file, 'utf8').split('\n')) {
        const text = line && (JSON.parse(line) as { text?: unknown }).text;
        if (typeof text !== 'string') continue;
        texts++;
        const reading = readLeftovers(text, leftovers);
        if (!reading) continue;
        const words = reading.found.map(({ start, end }) => text.slice(start, end)).join(' | ');
        hits.push(`${basename(dirname(file))} ${reading.strength}: ${words}`);
      }
    }
    expect(texts).toBeGreaterThan(1000);
    expect(hits.length, hits.join('\n')).toBeLessThanOrEqual(texts / ONE_IN);
  }, 60_000);
});
