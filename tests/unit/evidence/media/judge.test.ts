import { globSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, mechanisms, verdictOf } from '@/utils/evidence/media/judge';
import { type MediaEvidence, PLACES, STRENGTHS } from '@/utils/model/media-check';
import { fastest } from '../../../support/media/hardship';
import { said } from '../../../support/media/said';

const LABEL = { Label: '1', ContentProducer: 'someone', ProduceID: 'x' };
const TRAINED = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const evidence = (
  strength: MediaEvidence['strength'],
  kind: MediaEvidence['kind'] = 'ai',
): MediaEvidence => ({
  mechanism: 'gb45438',
  strength,
  kind,
  place: 'xmp',
});

describe('mechanisms', () => {
  test('every file is one, under its own name', () => {
    const files = globSync('utils/evidence/media/mechanisms/*.ts').map((path) =>
      path.replace(/^.*\/|\.ts$/g, ''),
    );
    expect(mechanisms.map(({ id }) => id).sort()).toEqual(files.sort());
  });
});

describe('judge', () => {
  test('tells the strongest first, and each thing once', () => {
    const found = judge([
      said('png-text', 'hf-job-id', '0f8fad5b-d9cb-469f-a165-70867728950e'),
      said('xmp', 'Iptc4xmpExt:DigitalSourceType', TRAINED),
      said('xmp', 'Iptc4xmpExt:DigitalSourceFileType', TRAINED),
      said('xmp', 'TC260:AIGC', LABEL),
      said('exif', 'UserComment', { AIGC: LABEL }),
    ]);
    expect(found.map(({ mechanism, strength }) => [mechanism, strength])).toEqual([
      ['gb45438', 'B1'],
      ['iptc-source-type', 'B2'],
      ['hf-job-id', 'C3'],
    ]);
    expect(found[0]?.place).toBe('xmp');
  });

  test('says nothing of boxes that it cannot read', () => {
    expect(judge([{ type: 'jumbf', pieces: [{ start: 33, length: 8000 }] }])).toEqual([]);
  });

  test('passes over what is beyond its share, and goes on behind it', () => {
    const filler = 'x'.repeat(64 * 1024);
    const carriers = Array.from({ length: 20 }, () => said('png-text', 'Comment', filler));
    expect(judge([...carriers.slice(0, 2), said('xmp', 'TC260:AIGC', LABEL)])).toHaveLength(1);
    expect(judge([...carriers, said('png-text', 'AIGC', { ...LABEL, ReservedCode1: filler })])).toEqual([]);
  });

  test('takes any carriers, in less than 50 ms', async () => {
    const statement = fc.record({
      place: fc.constantFrom(...PLACES),
      key: fc.oneof(
        fc.constantFrom('AIGC', 'UserComment', 'prompt', 'parameters', 'Description', 'Dream'),
        fc.string(),
      ),
      value: fc
        .tuple(
          fc.constantFrom('', '{', '"{'),
          fc.string({ minLength: 1, maxLength: 12 }),
          fc.integer({ min: 0, max: 9000 }),
        )
        .map(([begin, piece, count]) => (begin + piece.repeat(count)).slice(0, 64 * 1024)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { maxLength: 12 }), async (statements) => {
        const carriers = statements.map(({ place, key, value }) => said(place, key, value));
        expect(await fastest(async () => judge(carriers))).toBeLessThan(50);
      }),
      { numRuns: 200 },
    );
  });
});

describe('verdictOf', () => {
  test.each([
    ['nothing', [], 'none'],
    ['weak hints', [evidence('C1'), evidence('C2'), evidence('C3')], 'none'],
    ['a label', [evidence('B1')], 'ai'],
    ['a medium statement', [evidence('B3')], 'ai'],
    ['editing', [evidence('B3', 'ai-edited')], 'ai-edited'],
    ['editing of a generated work', [evidence('B3', 'ai-edited'), evidence('B2')], 'ai'],
    ['editing and a hint', [evidence('B3', 'ai-edited'), evidence('C3')], 'ai-edited'],
  ] as const)('%s', (_, all, verdict) => {
    expect(verdictOf(all)).toBe(verdict);
  });

  test('is never without evidence of A or B', () => {
    for (const strength of STRENGTHS)
      expect(verdictOf([evidence(strength)]) === 'none').toBe(strength.startsWith('C'));
  });
});
