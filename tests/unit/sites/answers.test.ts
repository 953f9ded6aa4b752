import { describe, expect, test } from 'vitest';
import { readAnswer } from '@/utils/sites/answers';

/**
 * Every `tests/fixtures/sites/<site>/answers/<case>.json` holds an endpoint, an answer with the shape of a real one
 * and invented words, and the posts that are expected of it.
 */
interface Expected {
  url: string;
  body: unknown;
  posts: unknown[];
}

const fixtures = import.meta.glob<Expected>('../../fixtures/sites/*/answers/*.json', {
  import: 'default',
  eager: true,
});

describe('answer fixtures', () => {
  for (const [path, { url, body, posts }] of Object.entries(fixtures)) {
    const [site = ''] = path.replace('../../fixtures/sites/', '').split('/');
    test(path.replace('../../fixtures/sites/', ''), () => {
      expect(readAnswer(new URL(url), body)).toEqual({ site, posts });
    });
    test(`${site} claims the absence of a label only with the field that was read`, () => {
      for (const { key, labels, labelPlaces } of readAnswer(new URL(url), body)?.posts ?? []) {
        if (labels.state === 'none') expect(labelPlaces?.length, key).toBeGreaterThan(0);
        if (labelPlaces) expect(labels.state, key).not.toBe('unknown');
      }
    });
    test(`${site} reads the same posts when the answer is wrapped once more`, () => {
      const wrapped = readAnswer(new URL(url), { status: 200, data: body });
      expect(wrapped?.posts.map(({ key }) => key)).toEqual(
        posts.map((post) => (post as { key: string }).key),
      );
    });
  }
});
