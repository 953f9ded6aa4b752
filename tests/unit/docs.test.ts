import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NO_LABELS } from '@/utils/model/post';
import { sharedPacks } from '@/utils/rules';
import { compilePacks } from '@/utils/rules/compile';
import { linkRules, matchPost } from '@/utils/rules/match';
import { type Example, type HintedCategory, RuleSchema } from '@/utils/rules/schema';
import { category, example, pack, post } from './rules/support';

const pages = globSync('{README,CHANGELOG}.md').concat(globSync('docs/**/*.md')).sort();

describe('the documentation', () => {
  test.each(pages)('%s links only to files that are there', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      ([, target = '']) => target,
    );
    for (const target of links) expect(existsSync(join(dirname(page), target)), target).toBe(true);
  });

  test('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const page of pages) {
      for (const [, name = ''] of readFileSync(page, 'utf8').matchAll(/npm run (?:--silent )?([\w:]+)/g)) {
        expect(Object.keys(scripts), `${page}: npm run ${name}`).toContain(name);
      }
    }
  });

  const [worded, evident] = [
    ...readFileSync('docs/adding-a-rule.md', 'utf8').matchAll(/```json\n([\s\S]*?)```/g),
  ].map(([, json = '']) => v.parse(RuleSchema, JSON.parse(json)));

  test('the worked example of a rule is a rule, and finds what it says', () => {
    const rule = worded!;
    const rules = linkRules(compilePacks([pack([rule], [category(rule.category)])], sharedPacks));
    expect(matchPost(rules, post('偶遇拾荒老人，塞给他两千块，关注看后续'))).toHaveLength(1);
    expect(matchPost(rules, post('偶遇多年不见的老同学'))).toEqual([]);
  });

  test('so is the example of a rule on evidence, which finds what its own examples say', () => {
    const rule = evident!;
    const labels: HintedCategory['labels'] = [{ kind: 'ai', seen: 'cancel', duty: true }];
    const rules = linkRules(compilePacks([pack([rule], [category(rule.category, labels)])], sharedPacks));
    const found = (from: Example) => matchPost(rules, example(from, { labels: NO_LABELS }));
    for (const hit of rule.hits) expect(found(hit)).toMatchObject([{ confidence: 'strong' }]);
    for (const miss of rule.misses) expect(found(miss)).toEqual([]);
  });
});
