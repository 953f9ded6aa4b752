import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WITHHOLDABLE } from '@/utils/model/report';
import { takeOut, withhold } from '@/utils/model/withhold';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makePost, makeReport } from '../../support/builders';

const CHECK = makeMediaCheck();
const REPORT = makeReport({
  post: makePost({ media: [CHECK.media], publishedApprox: true }),
  mediaChecks: [CHECK],
  note: '备注',
});

describe('taking parts out', () => {
  test('of a report takes them out of its post, and what files say goes with their addresses', () => {
    const { mediaChecks: _, ...rest } = REPORT;
    expect(takeOut(REPORT, ['media'])).toEqual({ ...rest, post: withhold(REPORT.post, ['media']) });
    expect(takeOut(REPORT, ['author']).mediaChecks).toEqual([CHECK]);
  });

  test('of single values adds none', () => {
    expect(takeOut({ note: '旧', tags: undefined }, WITHHOLDABLE)).toEqual({ note: '旧', tags: undefined });
    expect(takeOut({ mediaChecks: [CHECK] }, ['media', 'counts'])).toEqual({});
  });

  test('leaves the original alone, and is the same in any order, at once or one by one', () => {
    const before = structuredClone(REPORT);
    fc.assert(
      fc.property(fc.shuffledSubarray([...WITHHOLDABLE]), (parts) => {
        const taken = takeOut(REPORT, parts);
        expect(parts.reduce((report, part) => takeOut(report, [part]), REPORT)).toEqual(taken);
        expect(takeOut(taken, parts)).toEqual(taken);
        expect(JSON.stringify(taken).includes(CHECK.media.url)).toBe(!parts.includes('media'));
      }),
    );
    expect(REPORT).toEqual(before);
  });
});
