// @vitest-environment node
import { expect, test } from 'vitest';
import { createNaive } from '@/scripts/bench/inside/naive';
import { createPageInput } from '@/scripts/bench/page/input';

test('a page is given 10,000 terms in 200 rules, and posts that hold as many of them as real ones', async () => {
  const { terms, fewTerms, program, posts } = await createPageInput();
  expect([terms.length, fewTerms.length, posts.length]).toEqual([10_000, 1_000, 5_060]);
  expect(terms.slice(0, 1_000)).toEqual(fewTerms);
  expect(program.rules).toHaveLength(200);
  const naive = createNaive(terms);
  const hits = posts.map(({ title, body }) => {
    const words = body.flatMap(({ kind, text }) => (kind === 'tag' ? [] : [text]));
    return naive(`${title}\n${words.join('')}`).length;
  });
  const perThousand = (hits.reduce((sum, count) => sum + count, 0) / posts.length) * 1_000;
  expect(perThousand).toBeGreaterThan(240);
  expect(perThousand).toBeLessThan(320);
}, 30_000);
