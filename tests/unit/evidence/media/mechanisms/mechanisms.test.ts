import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fastest } from '@/tests/support/media/hardship';
import type { Mechanism } from '@/utils/evidence/media/evidence';
import { mechanisms } from '@/utils/evidence/media/judge';
import { PLACES } from '@/utils/model/media-check';
import { type MechanismCases, said } from '../../../../support/media/said';

const modules = import.meta.glob<{ cases: MechanismCases }>('./cases/*.ts', { eager: true });
const casesOf = (id: string) => modules[`./cases/${id}.ts`]?.cases;

const KEYS = Object.values(modules).flatMap(({ cases }) =>
  cases.hits.flatMap(([, says]) => says.map(({ key }) => key)),
);
const VALUES = Object.values(modules).flatMap(({ cases }) =>
  cases.hits.flatMap(([, says]) => says.map(({ value }) => value)),
);
/** What keeps careless patterns and parsers busy, repeated up to the longest value. */
const HOSTILE = [
  '{',
  '[',
  '{"a":',
  '"',
  '\\',
  '\\"',
  'AIGC{',
  '"AIGC":{"Label":"',
  '\n',
  ' ',
  '\nSteps: ',
  ', Sampler: ',
  '"class_type',
  'Signature: ',
  '"inputs":',
  '{"product":"{',
  'Job ID: ',
  '\u0000',
  '\ud800',
  'a',
  '"data":{',
  'Label: ',
];
const MAX = 64 * 1024;

describe.each(mechanisms.map((mechanism) => [mechanism.id, mechanism] as const))(
  '%s',
  (id, mechanism: Mechanism) => {
    const cases = casesOf(id);
    test('has cases', () => {
      expect(cases?.hits.length, `Write cases/${id}.ts`).toBeGreaterThan(0);
      expect(cases?.misses.length).toBeGreaterThan(0);
    });

    test.each(cases?.hits ?? [])('finds %s', (_, says, gives) => {
      const [first] = mechanism.judge(says);
      expect(first).toMatchObject({ mechanism: id, place: expect.any(String), ...gives });
    });

    test.each(cases?.misses ?? [])('passes over %s', (_, says) => {
      expect(mechanism.judge(says)).toEqual([]);
    });

    test('keeps no prompt and no id of a work: a producer is a name or a code', () => {
      for (const [, says] of cases?.hits ?? []) {
        for (const evidence of mechanism.judge(says)) {
          expect(
            Object.keys(evidence).filter(
              (key) => !['mechanism', 'strength', 'kind', 'producer', 'place'].includes(key),
            ),
          ).toEqual([]);
          expect(JSON.stringify(evidence)).not.toMatch(/duck|private|someone\/|0f8fad5b/);
        }
      }
    });

    test('takes whatever stands there', () => {
      fc.assert(
        fc.property(
          fc.array(
            fc.record({
              place: fc.constantFrom(...PLACES),
              key: fc.oneof(fc.constantFrom(...KEYS), fc.string()),
              value: fc.oneof(
                fc.string({ unit: 'binary', maxLength: 300 }),
                fc.json(),
                mutated(fc.constantFrom(...VALUES)),
              ),
            }),
            { maxLength: 6 },
          ),
          (statements) => {
            for (const { producer = '' } of mechanism.judge(
              statements.map(({ place, key, value }) => said(place, key, value)),
            )) {
              expect(producer.length).toBeLessThanOrEqual(100);
              expect(producer).not.toMatch(/\p{Cc}/u);
            }
          },
        ),
        { numRuns: 150 },
      );
    });

    test('is not kept busy', async () => {
      const keys = [
        ...new Set([...(cases?.hits ?? []).flatMap(([, says]) => says.map(({ key }) => key)), 'Comment']),
      ];
      for (const sign of HOSTILE) {
        const value = `{${sign.repeat(MAX)}`.slice(0, MAX);
        for (const key of keys.slice(0, 4)) {
          const says = [said('exif', key, value), said('png-text', key, value.slice(1))];
          expect(await fastest(async () => mechanism.judge(says)), `${key} of ${sign}`).toBeLessThan(50);
        }
      }
    });
  },
);

/** A value with a piece cut out, doubled or replaced. */
function mutated(values: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(values, fc.nat(), fc.nat(20), fc.oneof(fc.string(), fc.constantFrom(...HOSTILE)))
    .map(([value, at, length, piece]) => {
      const start = at % (value.length + 1);
      return value.slice(0, start) + piece + value.slice(start + length);
    });
}
