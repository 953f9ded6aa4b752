import { describe, expect, test } from 'vitest';
import { openCheckContext } from '@/utils/exchange/check-context';
import { builtInPacks, sharedPacks } from '@/utils/rules';
import { campaigns } from '@/utils/rules/catalogue';
import { compilePacks } from '@/utils/rules/compile';
import { publishRules } from '@/utils/storage/published-rules';
import { makePost } from '../../support/builders';

const ASKED = { leaving: 'export', now: 0, picturesLeave: false } as const;
const joke = makePost({ title: '', text: '纯属玩梗', hashtags: [] });
const SATIRE = [{ id: 'counter/satire', name: { zh_CN: '讽刺或玩梗', en: 'Satire or joke' }, text: '玩梗' }];

describe('the packs, asked by checks', () => {
  test('before anything is published the rules that ship serve', async () => {
    expect((await openCheckContext(ASKED)).counters(joke)).toEqual(SATIRE);
  });

  test('the published ones serve as well', async () => {
    await publishRules(compilePacks(builtInPacks, sharedPacks));
    expect((await openCheckContext(ASKED)).counters(joke)).toEqual(SATIRE);
  });

  test('tables of another version are passed over', async () => {
    const program = compilePacks(builtInPacks, sharedPacks);
    await publishRules({ ...program, terms: { ...program.terms, tables: btoa('of another version') } });
    expect((await openCheckContext(ASKED)).counters(joke)).toEqual(SATIRE);
  });

  test('every category that can be reported has its facts, and no other', async () => {
    const { category } = await openCheckContext(ASKED);
    const entries = campaigns.flatMap(({ categories }) => categories);
    for (const entry of entries) {
      const facts = category(entry.category.id);
      expect(facts?.questions).toEqual(entry.guidance?.checklist);
      expect(facts?.route).toBe(entry.guidance?.route);
    }
    expect(category('2025-4/ai-label-missing')?.aboutLabel).toBe(true);
    expect(category('2025-3/fake-persona')?.aboutLabel).toBe(false);
    expect(category('2025-7/minor-tip')?.help).toBe(true);
    expect(category('2019-1/gone')).toBeUndefined();
  });

  test('names of counter-evidence, and none for what is gone', async () => {
    const { counterName } = await openCheckContext(ASKED);
    expect(counterName('counter/satire')).toEqual(SATIRE[0]!.name);
    expect(counterName('counter/gone')).toBeUndefined();
  });
});
