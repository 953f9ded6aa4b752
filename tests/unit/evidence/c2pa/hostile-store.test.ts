import { describe, expect, test } from 'vitest';
import { judgeStore } from '@/utils/evidence/c2pa/judge-store';
import { ALONE, IPTC, manifestStore, TRAINED, type Written } from '../../../support/media/manifest-store';
import { stopwatch } from '../../../support/stopwatch';

/** A record that says something of AI comes from the last of a chain of so many. */
function chain(length: number): Record<string, Written> {
  const labels = Array.from({ length }, (_, i) => `urn:c2pa:${i}`);
  return Object.fromEntries(
    labels.map((label, i) => {
      const from = labels[i + 1];
      return [label, from ? { from } : { actions: [['c2pa.created', TRAINED]] satisfies Written['actions'] }];
    }),
  );
}

describe('a store that is made to cost time', () => {
  test.each([
    ['a thousand records, one from the other', manifestStore(chain(1_000))],
    ['a record that was made from itself', manifestStore({ one: { from: 'one' } })],
    ['two that were made from each other', manifestStore({ one: { from: 'two' }, two: { from: 'one' } })],
    [
      'actions and ingredients without number',
      manifestStore({
        one: {
          actions: Array.from({ length: 200_000 }, () => ['c2pa.created', `${IPTC}digitalCapture`]),
          says: Array.from({ length: 200_000 }, (_, i) => `com.example.${i}`),
        },
      }),
    ],
    [
      'names without end',
      manifestStore({ one: { signer: 'x'.repeat(10_000_000), generator: ' \u202e'.repeat(2_000_000) } }),
    ],
  ])('costs none: %s', (_, store) => {
    const spent = stopwatch();
    const { evidence } = judgeStore(store, 'whole');
    expect(spent()).toBeLessThan(100);
    expect(evidence.length).toBeLessThanOrEqual(2);
  });

  test('says what the first records say, however many there are', () => {
    const records = { ...chain(1_000), 'urn:c2pa:1': { actions: [['c2pa.created', TRAINED]] } } as Record<
      string,
      Written
    >;
    expect(judgeStore(manifestStore(records), 'whole').evidence).toMatchObject([{ kind: 'ai' }]);
  });
});

describe('a name', () => {
  const signed = (signer: string) =>
    judgeStore(manifestStore({ one: { signer, actions: [['c2pa.created', TRAINED]] } }), 'whole').evidence[0]!
      .signer;

  test.each([
    ['Adobe\u202e cnI', 'Adobe cnI'],
    ['\u2066Adobe\u2069\u200f\u061c', 'Adobe'],
    ['Goo\u200bgle\u00ad\ufeff', 'Goo gle'],
    ['A\u0000B\u001b[31mC\u0085D', 'A B [31mC D'],
    ['one\r\ntwo\u2028three\u2029four', 'one two three four'],
  ])('shows as what it is: %j', (written, shown) => {
    expect(signed(written)).toBe(shown);
  });

  test('is cut, and never in the middle of a character', () => {
    expect(signed('鉴'.repeat(10_000))).toHaveLength(100);
    expect(signed(`a${'🦀'.repeat(10_000)}`)!.isWellFormed()).toBe(true);
    expect(signed('\ud83e lone')!.isWellFormed()).toBe(true);
  });

  test('stays text: what is markup or a formula elsewhere is kept as written', () => {
    expect(signed('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
    expect(signed('=HYPERLINK("https://a.example")')).toBe('=HYPERLINK("https://a.example")');
  });
});

describe('a record of another picture', () => {
  const camera: Written = { signer: 'Invented Camera', actions: [['c2pa.created', `${IPTC}digitalCapture`]] };
  const generated: Written = { actions: [['c2pa.created', TRAINED]] };
  const elsewhere = { failure: ['assertion.dataHash.mismatch'], success: ALONE.success };

  test('is never told as one of the whole file, and of the whole file says nothing', () => {
    const alone = judgeStore(manifestStore({ one: { ...generated, ...elsewhere } }), 'record');
    expect(alone).toMatchObject({ binding: 'unchecked', evidence: [{ strength: 'A2' }] });
    const whole = judgeStore(manifestStore({ one: { ...generated, ...elsewhere } }), 'whole');
    expect(whole).toMatchObject({ isVoid: true, evidence: [] });
    expect(judgeStore(manifestStore({ one: { ...camera, ...elsewhere } }), 'whole')).not.toHaveProperty(
      'capturedBy',
    );
  });

  test('is not made whole by a hash that holds beside one that does not', () => {
    const both = [...ALONE.success, 'assertion.dataHash.match'];
    const judged = judgeStore(manifestStore({ one: { ...generated, ...elsewhere, success: both } }), 'whole');
    expect(judged).toMatchObject({ binding: 'broken', isVoid: true, evidence: [] });
  });
});
