import { describe, expect, test } from 'vitest';
import { readPage } from '@/utils/sites/read-page';
import { directPageData } from '../../support/direct-page-data';
import { pageFixtures } from '../../support/page-fixtures';

/** Fixtures are written for this project; no words of real people stand in them. */
describe('site fixtures', () => {
  test.each(pageFixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    (_, { site, url, now, load, expected }) => {
      const document = load();
      const data = expected.page && directPageData(site.id, document, expected.page);
      const { surface, health, found } = readPage(site, document, url, now, data);
      const posts = found.map(({ post }) => post);
      for (const { key, labels, labelPlaces } of posts) {
        if (labels.state === 'none') expect(labelPlaces?.length, key).toBeGreaterThan(0);
        if (labelPlaces) expect(labels.state, key).not.toBe('unknown');
      }
      expect({ surface, health, posts }).toEqual({
        surface: expected.surface,
        health: expected.health,
        posts: expected.posts,
      });
    },
  );
});
