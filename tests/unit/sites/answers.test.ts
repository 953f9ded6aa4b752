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

/** What JSON can hold in the place of anything; neither of the objects becomes a text or a number. */
const OTHERS: unknown[] = [
  null,
  true,
  -1,
  1e308,
  'x',
  [],
  {},
  { toString: null, valueOf: null },
  [{ toString: null, valueOf: null }],
];

/** Copies of the value with another one in each of its places. */
function* changed(value: unknown, at = '$'): Generator<{ at: string; as: unknown; body: unknown }> {
  for (const as of OTHERS) yield { at, as, body: as };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    for (const each of changed(part, `${at}.${key}`)) {
      const body = Array.isArray(value) ? value.with(Number(key), each.body) : { ...value, [key]: each.body };
      yield { ...each, body };
    }
}

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
    test(`${site} reads what has another type in any place without an error`, () => {
      for (const change of changed(body)) {
        try {
          readAnswer(new URL(url), change.body);
        } catch (error) {
          throw new Error(`${change.at} as ${JSON.stringify(change.as)}: ${error}`);
        }
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
