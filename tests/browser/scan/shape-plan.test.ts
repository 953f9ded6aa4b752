import { describe, expect, test } from 'vitest';
import { SURFACES } from '@/utils/model/post';
import { planOf } from '@/utils/scan/shape-plan';
import { sites } from '@/utils/sites';

describe.each(sites.map((site) => [site.id, site] as const))('%s', (_, site) => {
  test.each(SURFACES)('on %s: what is read of each shape can be asked of elements', (surface) => {
    const { shapes, pageParts } = planOf(site, surface);
    const element = document.createElement('p');
    for (const { parts, quiet } of [...shapes, { parts: pageParts, quiet: '' }]) {
      for (const selector of [parts, quiet]) {
        expect(selector).not.toContain('>>>');
        if (selector) expect(() => element.matches(selector)).not.toThrow();
      }
    }
  });
});
